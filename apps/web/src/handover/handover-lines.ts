import type { Handover, HandoverSteps } from '#dossiers';
import { handoverStates, handoverTopics } from '#policy';

export interface HandoverLine {
  readonly day: string;
  readonly text: string;
  readonly note?: string;
}

/** Who asked, in the words of who reads. */
export type Asker = Readonly<Record<'student' | 'mentor', string>>;

/** What happened with a warm handover, newest first. */
export function handoverLines(row: HandoverSteps, asker: Asker): HandoverLine[] {
  const lines: (HandoverLine | undefined)[] = [
    line(row.endedOn, 'Niet meer nodig.'),
    line(row.checkedOn, row.isKept === undefined ? 'De afspraken zijn nagekeken.' : row.isKept ? 'Nagekeken: de afspraken worden nagekomen.' : 'Nagekeken: niet alle afspraken worden nagekomen.', row.checkNote),
    line(row.heldOn, row.agreements ? 'Het gesprek was er. Dit is afgesproken:' : 'Het gesprek was er.', row.agreements),
    line(row.plannedOn, `Gepland op deze dag${row.plannedAt ? `, om ${row.plannedAt.replace(':', '.')} uur` : ''}.`),
    line(row.askedOn, row.askedRole ? `Gevraagd door ${asker[row.askedRole]}.` : 'Gevraagd.'),
  ];
  return lines.flatMap((one) => one ?? []);
}

const line = (day: string | null | undefined, text: string, note?: string | null): HandoverLine | undefined => (day ? { day, text, note: note ?? undefined } : undefined);

export const topicTexts = (topics: readonly string[] | null): string[] => handoverTopics.filter(({ code }) => topics?.includes(code)).map(({ dutch }) => dutch);

export const stateOf = ({ state }: Pick<Handover, 'state'>) => handoverStates.find(({ code }) => code === state);

export const badgeOf = (row: Pick<Handover, 'state'>): { tone: string; text: string } | undefined => {
  const state = stateOf(row);
  return state && { tone: state.tone, text: state.dutch };
};

export const courseOf = ({ programme, level }: Pick<Handover, 'programme' | 'level'>): string =>
  [programme ?? 'Opleiding nog niet bekend', level === null ? undefined : `niveau ${level}`].filter(Boolean).join(', ');
