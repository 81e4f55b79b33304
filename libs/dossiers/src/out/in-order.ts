import { sections } from '#policy';
import type { Answers } from '../writing/answers.ts';
import type { DossierAnswer } from './dossier.ts';

/** Answers as they are asked on the page; what a region added, or is asked no more, comes last. */
export function inOrder(section: string, answers: Answers): DossierAnswer[] {
  const asked = sections.find(({ code }) => code === section)?.questions.map(({ code }) => code) ?? [];
  const place = (code: string): number => (asked.includes(code) ? asked.indexOf(code) : asked.length);
  return Object.entries(answers)
    .map(([code, one]) => ({ code, asked: one.asked, answer: one.answer }))
    .toSorted((one, other) => place(one.code) - place(other.code));
}
