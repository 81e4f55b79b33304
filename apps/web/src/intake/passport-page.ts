import type { SharedPassport, SharedSection } from '#dossiers';
import { pathways, paths, sections, SHARE_MONTHS, statuses, summaryRows } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { answersOf } from './answer-rows.ts';
import { courseText } from './list-page.ts';
import type { OutcomeForm } from './outcome-form.ts';
import { outcomePart, undoOf } from './outcome-part.ts';
import { feedbackPart } from './feedback-part.ts';
import { feedbackLine, recordLines, stepLines } from './record-lines.ts';

export interface PassportView {
  readonly today: string;
  readonly now: Date;
  readonly back: string;
  readonly typed?: Partial<OutcomeForm>;
  readonly errors?: readonly FormError[];
}

/** One applicant as the college reads them: in one minute first, then each part as it was shared. */
export function passportReadPage(passport: SharedPassport, { today, now, back, typed, errors = [] }: PassportView) {
  const { applicant, sections: shared, newSince, records, steps } = passport;
  const parts = sections.flatMap((section) => {
    const found = shared.find((row) => row.section === section.code);
    return found ? [partOf(found, section, applicant, newSince)] : [];
  });
  const status = statuses.find(({ code }) => code === applicant.status);
  const [first] = shared.map(({ givenOn }) => givenOn).toSorted();
  return {
    title: applicant.name,
    section: 'Aanmeldingen',
    back,
    course: courseText(applicant),
    applicant,
    pathway: pathways.find(({ code }) => code === applicant.pathway)?.dutch,
    status: status?.dutch ?? applicant.status,
    sharedOn: first,
    answerBefore: applicant.status === 'submitted' ? (applicant.answerBefore ?? undefined) : undefined,
    /** An application that ended closes what was shared: the student did nothing. */
    hasEnded: !parts.length && applicant.openedAt !== null && status?.rank === null,
    /** The term of sharing ended by itself, for everybody. */
    isOver: !parts.length && applicant.openedAt !== null && status?.rank !== null && applicant.isOver,
    shareMonths: SHARE_MONTHS.months,
    hasStopped: !parts.length && applicant.openedAt !== null && status?.rank !== null && !applicant.isOver,
    summary: summaryOf(shared, applicant.id),
    talk: mentorWantsTalk(shared),
    parts,
    form: outcomePart({ ...passport, now, typed }),
    undo: undoOf({ ...passport, now }),
    records: recordLines(records, applicant.id),
    steps: shared.length || applicant.openedAt ? stepLines(steps, applicant.id) : [],
    feedback: feedbackLine(passport.feedback, applicant.id),
    asks: feedbackPart(passport),
    errors,
    changed: parts.filter(({ isNew }) => isNew),
    downloads: parts.length ? { pdf: paths.sharedPdf(applicant.id), json: paths.sharedJson(applicant.id), xml: paths.sharedXml(applicant.id) } : undefined,
    today,
  };
}

type Part = ReturnType<typeof partOf>;

function partOf(row: SharedSection, { dutch, toOthers = dutch, writer, code, questions }: (typeof sections)[number], { id, givenName }: SharedPassport['applicant'], newSince: Date | null) {
  const isOfSchool = writer !== 'student';
  return {
    code,
    dutch: toOthers,
    by: isOfSchool && writer !== 'mentor' ? 'Van school' : undefined,
    isNew: newSince !== null && row.readableAt > newSince,
    readableOn: row.readableOn,
    answers: answersOf(row.contents, id, questions.map((question) => question.code)),
    said: isOfSchool ? saidOf(row, givenName) : undefined,
    objection: isOfSchool ? (row.objection ?? undefined) : undefined,
  };
}

function saidOf({ agrees }: SharedSection, givenName: string): string | undefined {
  if (agrees === null) return undefined;
  return agrees ? `${givenName} heeft dit gelezen en vindt dat het klopt.` : `${givenName} wil hierover praten.`;
}

/** The fixed fields of the first minute, as far as they were shared. */
const summaryOf = (shared: readonly SharedSection[], application: string): object[] =>
  summaryRows.flatMap(({ section, question, dutch }) => {
    const answered = shared.find((row) => row.section === section)?.contents[question];
    return answered ? answersOf({ [question]: { ...answered, asked: dutch } }, application) : [];
  });

/** The mentor wrote that a talk is needed; whether one was asked for stands with the application. */
function mentorWantsTalk(shared: readonly SharedSection[]): string | undefined {
  const mentor = shared.find(({ section }) => section === 'mentor-part')?.contents['warm-handover']?.answer;
  return mentor === 'Ja' ? 'Ja, de mentor vraagt erom.' : undefined;
}

/** Which parts stood on the page, for the log that the student reads. */
export const partsOn = ({ parts }: { readonly parts: readonly Part[] }): string[] => parts.map(({ code }) => code);

export const backTo = (referer = '', host = ''): string => {
  const [, query = ''] = referer.split(`//${host}${paths.intake}?`);
  return query ? `${paths.intake}?${query}` : paths.intake;
};
