import { senderWords, transferKinds } from './transfer-kinds.ts';

type Reword = (text: string) => string;

/** Not in an address, a code or the name of a field. */
const WORD = /(?<![\w\-/="])mentor(?![\w-])(?!=)/gi;

/** Texts are written for a school with mentors; a text of one word is a code. */
const wordings = new Map<string, Reword>(transferKinds.filter(({ sender }) => sender !== 'Mentor').map(({ sender }) => [
  sender,
  (text) => (text.includes(' ') ? text.replaceAll(WORD, (word) => (word.startsWith('M') ? sender : sender.toLowerCase())) : text),
]));

/** How a student or parent reads our texts when who sends is no mentor; nothing when it is one. The same function each time. */
export const senderWording = (organisationKind: string): Reword | undefined => wordings.get(senderWords(organisationKind).one);

/** Fields of a page or mail that hold our own sentences. What people typed stands under other names, and stays as they typed it. */
const OURS = new Set(['title', 'lead', 'dutch', 'text', 'busy', 'advice', 'who', 'reasonHint', 'hint', 'asks', 'todo', 'turn', 'whoReads', 'atSchool', 'empty', 'asker', 'about', 'asked', 'legend', 'by', 'mentor', 'options', 'because']);

/** A page or mail with our own sentences said so. */
export const inWordsOf = <Page>(reword: Reword | undefined, page: Page): Page => (reword ? (reworded(page, reword, false) as Page) : page);

function reworded(value: unknown, reword: Reword, isOurs: boolean): unknown {
  if (typeof value === 'string') return isOurs ? reword(value) : value;
  if (Array.isArray(value)) return value.map((one) => reworded(one, reword, isOurs));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, reworded(one, reword, OURS.has(name))]));
}
