import type { Applicant, IntakeRecord, OtherProgramme } from '#dossiers';
import { INTAKE_UNDO, intakeOutcomes, paths, refusalReasons } from '#policy';
import type { OutcomeForm } from './outcome-form.ts';
import { courseText } from './list-page.ts';

interface Beside {
  readonly applicant: Applicant;
  readonly records: readonly IntakeRecord[];
  readonly programmes: readonly OtherProgramme[];
  readonly now: Date;
  readonly typed?: Partial<OutcomeForm>;
}

/** The form beside the passport; nothing is chosen beforehand. Undefined for who started: there is nothing left to decide. */
export function outcomePart({ applicant, records, programmes, typed = {} }: Beside) {
  if (applicant.status === 'started') return undefined;
  return {
    action: paths.intakeOutcome(applicant.id),
    options: intakeOutcomes.map(({ code, dutch }) => ({ code, text: dutch })),
    reasons: [{ code: '', text: 'Kies een reden' }, ...refusalReasons.map(({ code, dutch }) => ({ code, text: dutch }))],
    programmes: [{ code: '', text: 'Kies een opleiding' }, ...programmes.map((row) => ({ code: row.id, text: `${courseText(row)}, ${row.pathway}` }))],
    asksUse: applicant.openedAt !== null,
    stood: applicant.status,
    seen: records[0]?.id ?? '',
    noteLabel: `Toelichting voor ${applicant.givenName} en de mentor (mag leeg blijven)`,
    noteHint: `${applicant.givenName} kan dit lezen.`,
    wasUsed: typed.gebruikt === 'ja',
    typed: { uitkomst: '', dag: '', tijd: '', plaats: '', voorwaarde: '', opleiding: '', reden: '', advies: '', toelichting: '', ...typed },
  };
}

/** Where the last record can be taken back, as long as that may. */
export function undoOf({ applicant, records: [last], now }: Pick<Beside, 'applicant' | 'records' | 'now'>) {
  if (!last || now.getTime() - last.at.getTime() >= INTAKE_UNDO.hours * 3_600_000) return undefined;
  return { action: paths.intakeUndo(applicant.id), what: intakeOutcomes.find(({ code }) => code === last.what)?.dutch ?? '' };
}
