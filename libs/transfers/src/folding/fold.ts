/** Letters that do not fall apart into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ŧ: 't', ŋ: 'n', ə: 'e',
};

const PLAIN = /^[a-z0-9]*(?: [a-z0-9]+)*$/;
const ASCII = /^[ -~]*$/;

/** Lower case without marks; hyphens, apostrophes and what else is no letter or digit become one space. */
export function foldWords(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (ASCII.test(lower)) return lower.replaceAll(/[^a-z0-9]+/g, ' ').trim();
  return lower
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ıßæœøłđðþħŧŋə]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What two spellings of one name have in common (formats: tying). */
export const fold = (text: string): string => tight(foldWords(text));

/** Folded words without the spaces between them. */
export const tight = (words: string): string => (words.includes(' ') ? words.replaceAll(' ', '') : words);
