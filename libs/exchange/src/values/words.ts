import { fold } from '#transfers';
import { Fault, type Reader } from './fault.ts';

interface Known {
  readonly code: string;
  readonly written: readonly string[];
}

/** One of a fixed list of words, in any spelling of case, spaces and hyphens; a refusal names the words. */
export function oneOf(rows: readonly Known[], what: string): Reader {
  const codes = new Map(rows.flatMap(({ code, written }) => written.map((word) => [fold(word), code] as const)));
  const words = rows.map(({ written }) => written[0] ?? '').filter(Boolean);
  return (text) => codes.get(fold(text)) ?? new Fault(`Dit kennen we niet als ${what}. Kies uit: ${words.join(', ')}.`);
}

interface Labelled {
  readonly code: string;
  readonly dutch: string;
  readonly alsoWritten: readonly string[];
}

export const oneOfLabels = (rows: readonly Labelled[], what: string): Reader =>
  oneOf(rows.map(({ code, dutch, alsoWritten }) => ({ code, written: [dutch, ...alsoWritten] })), what);

/** For a list in which the word `leeg` may stand for nothing. */
export const orNothing = (read: Reader): Reader => (text, day) => (fold(text) === 'leeg' ? null : read(text, day));
