import type { AskedHandover, Handover } from '#dossiers';
import { handoverTopics, sections } from '#policy';
import type { FormError } from '../pages/forms.ts';
import type { AskForm } from './ask-form.ts';
import { badgeOf, courseOf, handoverLines, stateOf, topicTexts, type Asker } from './handover-lines.ts';

/** The words and addresses in which student and mentor differ. */
export interface AskWords {
  readonly title: string;
  readonly section: string;
  readonly lead: string;
  readonly here: string;
  readonly back: string;
  readonly backTo: string;
  readonly role: 'student' | 'mentor';
  readonly asker: Asker;
  readonly empty: string;
  /** Beside a question that the college may not know of yet. */
  readonly waits: string;
  /** Where a student gets the code with which a parent opens the mail. */
  readonly askCode?: string;
  /** Whom the college calls: under 16 that is not the student's to write down. */
  readonly via?: Pick<AskedHandover, 'contactName' | 'contactReach'>;
}

/** In the words of section 10 of the passport, as its copy has them. */
const QUESTIONS = Object.fromEntries(sections.filter(({ code }) => code === 'warm-handover').flatMap(({ questions }) => questions.map((question) => [question.code, question])));

/** Per application: how far the talk is, and a form for those about which nobody asked yet. */
export function askPage(rows: readonly Handover[], words: AskWords, typed?: AskForm, errors: readonly FormError[] = []) {
  const free = rows.filter(({ state }) => state === null || state === 'not-needed');
  return {
    ...words,
    asked: rows.filter(({ state }) => state !== null).map((row) => askedOf(row, words)),
    choices: free.map((row) => ({ code: row.application, text: `${courseOf(row)}, ${row.college}` })),
    questions: QUESTIONS,
    topics: handoverTopics.map(({ code, dutch }) => ({ code, text: dutch })),
    typed: { aanmelding: typed?.aanmelding || (free.length === 1 ? free[0]?.application : ''), onderwerpen: typed?.onderwerpen ?? [], met: typed?.met ?? '', bereik: typed?.bereik ?? '' },
    isEmpty: rows.length === 0,
    errors,
  };
}

const askedOf = (row: Handover, { role, asker, waits, askCode }: AskWords): object => ({
  application: row.application,
  course: courseOf(row),
  college: row.college,
  badge: badgeOf(row),
  topics: topicTexts(row.topics),
  contact: [row.contactName, row.contactReach].filter(Boolean).join(', '),
  waits: row.waits ? waits : undefined,
  codeAt: row.asksParent ? askCode : undefined,
  lines: handoverLines(row, asker),
  mayWithdraw: row.askedRole === role && stateOf(row)?.mayWithdraw,
});
