import { sections } from '#policy';
import type { Answered, Answers } from './answered.ts';

/** Answers in the order of their questions, which the database does not keep; what a region added, or is asked no more, comes last. */
export function inOrder(section: string, answers: Answers): (Answered & { readonly code: string })[] {
  const order = sections.find(({ code }) => code === section)?.questions.map(({ code }) => code) ?? [];
  const place = (code: string): number => (order.includes(code) ? order.indexOf(code) : order.length);
  return Object.entries(answers).map(([code, answered]) => ({ ...answered, code })).toSorted((one, other) => place(one.code) - place(other.code));
}
