import type { Question, Section } from '#policy';
import type { OpenSection } from '../writing/passports.ts';
import type { Answered, Answers } from '../writing/answers.ts';
import type { AddedQuestion } from './added.ts';

const NO_LONGER = 'Deze vraag stellen we niet meer. Je antwoord mag blijven staan. Haal het weg als je dat wilt.';

/**
 * The section with what the region asks besides. A question that is off, or not for this school type any more, stays for who answered it,
 * as it was asked: only who gave an answer takes it away.
 */
export function withAdded(section: Section, { added = [], answers, schoolType }: Pick<OpenSection, 'added' | 'answers' | 'schoolType'>): Section {
  const questions = added.flatMap((question) => asAsked(question, schoolType, answers[question.code]));
  return questions.length ? { ...section, questions: [...section.questions, ...questions] } : section;
}

function asAsked({ isOff, ...question }: AddedQuestion, schoolType: string, answered: Answered | undefined): Question[] {
  const isAsked = !isOff && (!question.onlyFor || question.onlyFor.includes(schoolType));
  if (!isAsked && !answered) return [];
  const options = withChosen(question.options ?? [], answered);
  if (isAsked) return [{ ...question, options }];
  return [{ ...question, asks: answered?.asked ?? question.asks, hint: NO_LONGER, options, mayBeEmpty: true, onlyFor: undefined }];
}

/** What somebody chose stays to choose, also after the region took it off the list. */
function withChosen(options: readonly string[], answered: Answers[string] | undefined): readonly string[] {
  if (!options.length || !answered) return options;
  const chosen = [answered.answer].flat().filter((one): one is string => typeof one === 'string');
  return [...options, ...chosen.filter((one) => !options.includes(one))];
}
