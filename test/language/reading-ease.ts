/** Text of a page or mail as sentences: what a block holds is a sentence of its own. */
export function sentencesIn(html: string): string[] {
  const main = /<main[^>]*>([\s\S]*?)<\/main>/.exec(html)?.[1] ?? html;
  const text = main.replaceAll(/<(dd|textarea|time|script|option)\b[\s\S]*?<\/\1>/g, '. ').replaceAll(/<\/?(p|li|h\d|dt|dd|legend|label|div|section|button|summary|td|th|span|a href[^>]*)\b[^>]*>/g, '. ').replaceAll(/<[^>]+>/g, '');
  const plain = text.replaceAll('&#x27;', '’').replaceAll(/&\w+;|&#x?[\da-f]+;/g, ' ');
  return plain.split(/(?<=[.!?:;])\s/).map((part) => part.replaceAll(/[^\p{L}\d’'\- ]/gu, ' ').trim()).filter((part) => /\p{L}/u.test(part));
}

const wordsIn = (sentence: string): string[] => sentence.split(/[\s-]+/).filter((word) => /\p{L}/u.test(word));

/** Vowels that sound as one, longest first. */
const SOUNDS = /aai|ooi|oei|eeu|ieu|uw|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]/giu;

const syllablesOf = (word: string): number => Math.max(1, word.toLowerCase().match(SOUNDS)?.length ?? 0);

/** Flesch-Douma: 206.84 − 0.77 × syllables per hundred words − 0.93 × words per sentence. Sixty-five and up reads easily. */
export function readingEase(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsIn);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.84 - (77 * syllables) / words.length - (0.93 * words.length) / sentences.length;
}

export const longestOf = (sentences: readonly string[]): string => sentences.reduce((one, other) => (wordsIn(other).length > wordsIn(one).length ? other : one), '');

export const lengthOf = (sentence: string): number => wordsIn(sentence).length;
