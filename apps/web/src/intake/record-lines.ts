import type { DossierMoment, Feedback, IntakeRecord } from '#dossiers';
import { dossierSteps, helpedText, intakeOutcomes, missedText, refusalReasons } from '#policy';

/** What a college said about one intake, as student, mentor and college read it. */
export interface RecordLine {
  readonly day: string;
  readonly text: string;
  readonly more: readonly { readonly key: string; readonly text: string }[];
  readonly by?: string;
}

function recordLine(record: IntakeRecord): RecordLine {
  const { reason, advice, condition, programme, note, place, person } = record;
  const told = [
    ['Waar', place],
    ['Voorwaarde', condition],
    ['Reden', refusalReasons.find(({ code }) => code === reason)?.dutch],
    ['Naar', programme],
    ['Wat nu kan', advice],
    ['Toelichting', note],
  ] as const;
  return {
    day: record.day,
    text: textOf(record),
    more: told.flatMap(([key, text]) => (text ? [{ key, text }] : [])),
    by: person ?? undefined,
  };
}

/** The day of a meeting stays as it is stored, for the template to write. */
const meetingOf = ({ meetingOn, meetingAt }: IntakeRecord) => (meetingOn ? { on: meetingOn, at: meetingAt?.replace(':', '.') } : undefined);

const textOf = ({ what }: IntakeRecord): string => intakeOutcomes.find(({ code }) => code === what)?.dutch ?? what;

export const recordLines = (records: readonly IntakeRecord[], application: string) =>
  records.filter((record) => record.application === application).map((record) => ({ ...recordLine(record), meeting: meetingOf(record) }));

/** What the college did with the passport, each with its day. */
export const stepLines = (steps: readonly DossierMoment[], application: string): { text: string; day: string }[] =>
  steps
    .filter((moment) => moment.application === application)
    .map(({ step, day }) => ({ text: dossierSteps.find(({ code }) => code === step)?.dutch ?? step, day }));

/** What helped and what was missing, in words; undefined when nobody said so. */
export function feedbackLine(feedback: readonly Feedback[], application: string) {
  const given = feedback.find((row) => row.application === application);
  if (!given) return undefined;
  const { day, note } = given;
  return { day, helped: given.helped.map(helpedText).filter(Boolean).join(', '), missed: given.missed.map(missedText).filter(Boolean).join(', '), note: note ?? undefined };
}
