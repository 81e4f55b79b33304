import type { RegionQuestion, RegionQuestionWords } from '#dossiers';
import { askableSections, forbiddenSubjects, MOST_REGION_QUESTIONS, paths, regionQuestionTypes, schoolTypes, type RegionQuestionType, type Section } from '#policy';
import type { FormError } from '../pages/forms.ts';
import type { QuestionForm } from './question-form.ts';

const typeInWords = (type: string): string => regionQuestionTypes.find(({ code }) => code === type)?.dutch ?? type;
const schoolsInWords = (codes: readonly string[] | null): string =>
  codes ? `Alleen ${codes.map((code) => schoolTypes.find((row) => row.code === code)?.dutch ?? code).join(', ')}` : 'Alle leerlingen';

/** Each part of a student with what the region asks in it besides ours. */
export const questionsPage = (questions: readonly RegionQuestion[]) => ({
  title: 'Vragen in het paspoort',
  section: 'Beheer',
  back: paths.administration,
  parts: askableSections.map((section) => {
    const here = questions.filter((question) => question.section === section.code);
    return {
      code: section.code,
      name: section.dutch,
      ours: section.questions.filter(({ onlyMine }) => !onlyMine).map(({ asks }) => asks),
      questions: here.map(({ code, asks, type, onlyFor, isOff }) => ({ asks, about: `${typeInWords(type)}. ${schoolsInWords(onlyFor)}.`, href: paths.question(code), isOff })),
      newHref: here.filter(({ isOff }) => !isOff).length < MOST_REGION_QUESTIONS ? paths.questionNew(section.address) : undefined,
    };
  }),
});

interface Shown {
  readonly form: QuestionForm;
  readonly errors: readonly FormError[];
  /** As a student would see it. */
  readonly preview?: object;
}

/** The form of a question, new or with what became of it. */
export const questionPage = (section: Section, { form, errors, preview }: Shown, question?: RegionQuestion) => ({
  title: question ? question.asks : `Een vraag toevoegen bij ‘${section.dutch}’`,
  section: 'Vragen in het paspoort',
  back: paths.questions,
  name: section.dutch,
  here: question ? paths.question(question.code) : paths.questionNew(section.address),
  form,
  errors,
  preview,
  types: question ? undefined : regionQuestionTypes.map(({ code, dutch }) => ({ code, text: dutch })),
  typeText: question && typeInWords(question.type),
  hasChoices: !question || question.type === 'choice' || question.type === 'many',
  isEmpty: [{ code: 'ja', text: 'Ja' }, { code: 'nee', text: 'Nee, een leerling moet hier iets invullen' }],
  schools: schoolTypes.filter(({ code }) => code !== 'none').map(({ code, dutch }) => ({ code, text: dutch })),
  subjects: new Intl.ListFormat('nl').format(forbiddenSubjects.map(({ dutch }) => dutch)),
  button: question ? 'Bewaar de vraag' : 'Zet de vraag erbij',
  version: question?.version,
  earlier: question?.earlier ?? [],
  isOff: question?.isOff ?? false,
  offHref: question && paths.questionOff(question.code),
  onHref: question && paths.questionOn(question.code),
});

/** As the page of a student shows it. */
export const previewOf = (type: RegionQuestionType, { asks, hint, options, mayBeEmpty }: RegionQuestionWords) => ({
  type,
  label: mayBeEmpty ? `${asks} (mag leeg blijven)` : asks,
  hint,
  options: options.map((text) => ({ code: text, text })),
});
