import { questionsFor, type Question, type Section } from '#policy';
import type { Answered, Answers } from '../writing/answered.ts';

/** The field that takes such an answer away. */
export const removalOf = (code: string): string => `weg-${code}`;

/** Answers to what is not asked any more: the question went, or is not for this school type now. They stay as they were asked. */
export function earlierIn(section: Section, schoolType: string, answers: Answers): (Answered & { readonly code: string })[] {
  const asked = new Set(questionsFor(section, schoolType).map(({ code }) => code));
  return Object.entries(answers).filter(([code]) => !asked.has(code)).map(([code, answered]) => ({ code, ...answered }));
}

/** What stays of them at a save: only who wrote an answer takes it away, or changes it on a page from before the question went. */
export function earlierKept(section: Section, schoolType: string, answers: Answers, typed: Readonly<Record<string, unknown>>): Answers {
  const kept = earlierIn(section, schoolType, answers).flatMap(({ code, asked, answer }): [string, Answered][] => {
    if (typed[removalOf(code)] !== undefined) return [];
    const now = typed[code];
    if (typeof answer !== 'string' || typeof now !== 'string') return [[code, { asked, answer }]];
    const text = now.replaceAll('\r\n', '\n').trim();
    return text ? [[code, { asked, answer: text }]] : [];
  });
  return Object.fromEntries(kept);
}

/** Asked of nobody any more and not answered before: somebody may be answering it on a page from before it went. */
export const goneUnanswered = ({ questions }: Section, before: Answers, typed: Readonly<Record<string, unknown>>): readonly Question[] =>
  questions.filter(({ code, onlyFor }) => onlyFor?.length === 0 && !before[code] && typed[removalOf(code)] === undefined);
