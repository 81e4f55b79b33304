import { isDeepStrictEqual } from 'node:util';
import { questionsFor, type Question, type Section } from '#policy';
import { earlierKept, goneUnanswered } from '../questions/earlier.ts';
import type { Answer, Answered, Answers, Experience } from './answered.ts';

const LONGEST_ANSWER = 4000;
export const MOST_EXPERIENCES = 8;

/** Apart for the eyes of others and for the writer's own. */
interface Given {
  readonly answers: Answers;
  readonly notes: Answers;
}

/**
 * What was typed; empty answers are left out. What is the same as before was given to the words of then, and what is not asked any more
 * stays, also when its first answer comes from a page that still asked.
 */
export function answersFrom(section: Section, schoolType: string, typed: Readonly<Record<string, unknown>>, before: Given = { answers: {}, notes: {} }): Given {
  const all = { ...before.answers, ...before.notes };
  const given = [...questionsFor(section, schoolType), ...goneUnanswered(section, all, typed)].flatMap((question): [Question, Answered][] => {
    const answer = answerTo(question, typed);
    const old = all[question.code];
    const asked = old && isDeepStrictEqual(old.answer, answer) ? old.asked : question.asks;
    return answer.length ? [[question, { asked, answer }]] : [];
  });
  const part = (onlyMine: boolean): Answers =>
    Object.fromEntries(given.filter(([question]) => Boolean(question.onlyMine) === onlyMine).map(([{ code }, answered]) => [code, answered]));
  const kept = (answers: Answers): Answers => earlierKept(section, schoolType, answers, typed);
  return { answers: { ...kept(before.answers), ...part(false) }, notes: { ...kept(before.notes), ...part(true) } };
}

const text = (value: unknown): string => (typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : '');
const list = (value: unknown): unknown[] => (value === undefined ? [] : [value].flat());

function answerTo({ code, type, options = [] }: Question, typed: Readonly<Record<string, unknown>>): Answer {
  if (type === 'file') return '';
  if (type === 'experiences') return experiencesIn(code, typed);
  if (type === 'many') return options.filter((option) => list(typed[code]).includes(option));
  const answer = text(typed[code]);
  return type === 'choice' && !options.includes(answer) ? '' : answer;
}

function experiencesIn(code: string, typed: Readonly<Record<string, unknown>>): Experience[] {
  const rows = Array.from({ length: MOST_EXPERIENCES }, (_, at) => {
    const cell = (name: string): string => text(typed[`${code}-${at}-${name}`]);
    return { where: cell('where'), what: cell('what'), howLong: cell('how-long') };
  });
  return rows.filter(({ where, what, howLong }) => where || what || howLong);
}

interface Lack {
  readonly field: string;
  readonly text: string;
}

/** What keeps a section from being saved or done; a section that is not done may have gaps. */
export function lacks(section: Section, schoolType: string, { answers, notes }: Given, done: boolean): Lack[] {
  const all = { ...answers, ...notes };
  return questionsFor(section, schoolType).flatMap(({ code, type, asks, mayBeEmpty }): Lack[] => {
    const answer = all[code]?.answer;
    if (typeof answer === 'string' && answer.length > LONGEST_ANSWER) return [{ field: code, text: `Maak je antwoord korter bij ‘${asks}’: hoogstens 4.000 tekens.` }];
    if (!done || mayBeEmpty || answer) return [];
    return [{ field: code, text: `${type === 'choice' || type === 'many' ? 'Kies' : 'Schrijf'} een antwoord bij ‘${asks}’` }];
  });
}
