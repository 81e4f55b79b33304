import { bySchool } from './by-school.ts';
import { byStudent } from './by-student.ts';
import type { Question, Section } from './section.ts';

export { bases, releases, type Question, type QuestionType, type Section } from './section.ts';

/** The Paspoort voor Succes (rules 9), in the order of its page. */
export const sections: readonly Section[] = [...byStudent, ...bySchool];

export const sectionAt = (address: string): Section | undefined => sections.find((row) => row.address === address);

/** The questions of a section as somebody of this school type is asked them. */
export const questionsFor = ({ questions }: Section, schoolType: string): Question[] =>
  questions
    .filter(({ onlyFor }) => !onlyFor || onlyFor.includes(schoolType))
    .map((question) => (question.inPractice && ['pro', 'vso'].includes(schoolType) ? { ...question, asks: question.inPractice } : question));
