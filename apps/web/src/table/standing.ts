import { destinations, phases, signals, tableReasons, type TableReason } from '#policy';

interface Standing {
  readonly reason: TableReason;
  readonly phase: string;
  readonly signal: string | null;
  readonly destination?: string | null;
}

/** Why somebody is on the list, or that it went well meanwhile. */
export function badgeOf({ reason, phase, signal, destination }: Standing): { readonly tone: string; readonly text: string } {
  const settled = destinations.find(({ code, settled: isSettled }) => code === destination && isSettled);
  if (settled) return { tone: 'good', text: `Andere route: ${settled.dutch}` };
  if (phase === 'started') return { tone: 'good', text: 'Gestart' };
  const found = signals.find(({ code }) => code === signal);
  if (found) return { tone: found.tone, text: found.dutch };
  const row = tableReasons.find(({ code }) => code === reason);
  return { tone: row?.tone ?? 'other', text: row?.dutch ?? reason };
}

export const phaseOf = (code: string): string => phases.find((row) => row.code === code)?.dutch ?? code;

interface Due {
  readonly dueOn: string;
  readonly doneOn: string | null;
}

/** Overdue is from the day after. */
export function stateOf({ dueOn, doneOn }: Due, today: string): { readonly tone: string; readonly text: string } {
  if (doneOn) return { tone: 'good', text: 'Klaar' };
  if (dueOn < today) return { tone: 'must', text: 'Te laat' };
  return { tone: dueOn === today ? 'next' : 'other', text: dueOn === today ? 'Vandaag' : 'Open' };
}
