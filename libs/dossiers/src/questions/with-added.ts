import type { Question, Section } from '#policy';
import type { OpenSection } from '../writing/passports.ts';
import type { Answered } from '../writing/answered.ts';
import type { AddedQuestion } from './added.ts';

/** The section with what the region asks besides; what is off is asked of no school type. What somebody chose stays to choose. */
export function withAdded(section: Section, { added = [], answers }: Pick<OpenSection, 'added' | 'answers'>): Section {
  const questions = [...section.questions, ...added.map(asQuestion)];
  return { ...section, questions: questions.map((question) => withChosen(question, answers[question.code])) };
}

const asQuestion = ({ isOff, ...question }: AddedQuestion): Question => ({ ...question, onlyFor: isOff ? [] : (question.onlyFor ?? undefined) });

/** Also after it went off the list: else an answer would go at the next save of who never touched it. */
function withChosen(question: Question, answered: Answered | undefined): Question {
  if (!question.options?.length || !answered) return question;
  const { options } = question;
  const chosen = [answered.answer].flat().filter((one): one is string => typeof one === 'string');
  return { ...question, options: [...options, ...chosen.filter((one) => !options.includes(one))] };
}
