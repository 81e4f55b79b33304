import type { CallRow, SummerAttempt } from '#alerts';
import { paths, phases, signals, summerOutcomes } from '#policy';
import type { FormError } from '../pages/forms.ts';

const outcomeText = (code: string | null): string | undefined => summerOutcomes.find((row) => row.code === code)?.dutch;

/** What is the matter, as a badge. */
function matterOf({ signal, phase }: CallRow): { readonly tone: string; readonly text: string } {
  const found = signals.find(({ code }) => code === signal);
  if (found) return { tone: found.tone, text: found.dutch };
  return phase === 'choosing' ? { tone: 'next', text: 'Nog geen aanmelding' } : { tone: 'next', text: 'Nog geen plek' };
}

const rowOf = (row: CallRow) => ({
  ...row,
  href: paths.summerOf(row.id),
  call: paths.summerCall(row.id),
  matter: matterOf(row),
  lastText: outcomeText(row.last),
});

interface ListView {
  readonly today: string;
  readonly mayName: boolean;
}

/** Whom to call now, and whom later. */
export function callListPage(rows: readonly CallRow[], { today, mayName }: ListView) {
  const lines = rows.map(rowOf);
  const now = lines.filter(({ nextOn }) => nextOn === null || nextOn <= today);
  return {
    title: 'Zomeractie',
    total: rows.length,
    now,
    later: lines.filter(({ nextOn }) => nextOn !== null && nextOn > today),
    team: mayName ? paths.summerTeam : undefined,
  };
}

interface CallView {
  readonly next?: CallRow;
  readonly typed: { readonly notitie?: string; readonly nummer?: string };
  readonly errors: readonly FormError[];
}

/** One young person to call: how to reach them, what is the matter, what was tried, and one tap for what came of it. */
export function callPage(row: CallRow, attempts: readonly SummerAttempt[], { next, typed, errors }: CallView) {
  return {
    title: row.name,
    section: 'Zomeractie',
    row: { ...rowOf(row), phaseText: phases.find(({ code }) => code === row.phase)?.dutch, course: [row.programme, row.college].filter(Boolean).join(', '), leaverHref: paths.leaver(row.leaver) },
    attempts: attempts.map((line) => ({ ...line, text: outcomeText(line.outcome) })),
    undo: attempts.some(({ undoable }) => undoable) ? paths.summerUndo(row.id) : undefined,
    outcomes: summerOutcomes.map(({ code, dutch }) => ({ code, text: dutch })),
    next: next && { href: paths.summerOf(next.id), text: `Volgende: ${next.name}` },
    here: paths.summerOf(row.id),
    number: paths.summerNumber(row.id),
    list: paths.summer,
    typed: { notitie: typed.notitie, nummer: typed.nummer ?? row.phone ?? '' },
    errors,
  };
}
