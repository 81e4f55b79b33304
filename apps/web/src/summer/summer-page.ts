import type { CallRow, SummerAttempt } from '#alerts';
import { dayInFull } from '#platform';
import { paths, phases, signals, summerOutcomes, type SummerOutcome } from '#policy';
import type { Message } from '../pages/flash.ts';
import type { FormError } from '../pages/forms.ts';

const outcomeText = (code: string | null): string | undefined => summerOutcomes.find((row) => row.code === code)?.dutch;

/** What is the matter, as a badge. */
function matterOf({ signal, phase, isDone }: CallRow): { readonly tone: string; readonly text: string } {
  const found = signals.find(({ code }) => code === signal);
  if (isDone) return { tone: 'good', text: 'Gaat iets anders doen' };
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
  /** The summer of who looks is going on. */
  readonly isSummer: boolean;
  readonly today: string;
  readonly mayName: boolean;
}

/** Whom to call now, and whom later. */
export function callListPage(rows: readonly CallRow[], { today, mayName, isSummer }: ListView) {
  const lines = rows.map(rowOf);
  const open = lines.filter(({ isDone }) => !isDone);
  const now = open.filter(({ nextOn }) => nextOn === null || nextOn <= today);
  return {
    title: 'Zomeractie',
    isSummer,
    total: open.length,
    untilOn: open[0]?.untilOn,
    isMentorsTurn: open.every(({ isMentorsTurn }) => isMentorsTurn),
    now,
    later: open.filter(({ nextOn }) => nextOn !== null && nextOn > today),
    done: lines.filter(({ isDone }) => isDone),
    team: mayName ? paths.summerTeam : undefined,
  };
}

/** Who of a desk looks after the leaver too. */
function caseText({ caseId, caseDesk, isCaseOwned }: CallRow): string | undefined {
  if (!caseId) return undefined;
  const desk = caseDesk ?? 'de regio';
  return isCaseOwned ? `Bij ${desk} loopt een zaak. Iemand van ${desk} is hiermee bezig.` : `Bij ${desk} loopt een zaak. Nog niemand pakte die op.`;
}

interface CallView {
  readonly next?: CallRow;
  readonly typed: { readonly notitie?: string; readonly nummer?: string };
  readonly errors: readonly FormError[];
  /** What was tapped, when a case of a desk would close with it. */
  readonly asks?: SummerOutcome;
  /** What the page says at once, when it keeps what was typed. */
  readonly justSaid?: Message;
}

/** A number that is typed and not kept stands open. */
const isNumberOpen = ({ phone }: CallRow, { nummer }: CallView['typed'], errors: readonly FormError[]): boolean =>
  errors.some(({ field }) => field === 'nummer') || (nummer !== undefined && nummer !== (phone ?? ''));

/** The call that may be taken back: the form names it, so that a second press takes back nothing else. */
function undoOf(row: CallRow, attempts: readonly SummerAttempt[]): object | undefined {
  const call = attempts.find(({ undoable }) => undoable);
  return call && { action: paths.summerUndo(row.id), call: call.id };
}

/** One young person to call: how to reach them, what is the matter, what was tried, and one tap for what came of it. */
export function callPage(row: CallRow, attempts: readonly SummerAttempt[], { next, typed, errors, asks, justSaid }: CallView) {
  return {
    title: row.name,
    section: 'Zomeractie',
    row: { ...rowOf(row), phaseText: phases.find(({ code }) => code === row.phase)?.dutch, course: [row.programme, row.college].filter(Boolean).join(', '), leaverHref: paths.leaver(row.leaver) },
    attempts: attempts.map((line) => ({ ...line, text: outcomeText(line.outcome) })),
    turn: row.isDone ? undefined : row.isMentorsTurn ? `Aan zet: de mentor. Jullie bellen mee tot en met ${dayInFull(row.untilOn)}.` : 'Aan zet: het zomerteam, tot de eerste schooldag.',
    caseText: caseText(row),
    undo: undoOf(row, attempts),
    asks: asks && row.caseId ? { code: asks, agreed: row.caseId, text: `Bij ${row.caseDesk ?? 'de regio'} loopt een zaak. Die sluit hiermee.`, yes: `Ja. ${outcomeText(asks)}` } : undefined,
    outcomes: summerOutcomes.map(({ code, dutch }) => ({ code, text: dutch })),
    next: next && { href: paths.summerOf(next.id), text: `Volgende: ${next.name}` },
    here: paths.summerOf(row.id),
    number: paths.summerNumber(row.id),
    list: paths.summer,
    typed: { notitie: typed.notitie, nummer: typed.nummer ?? row.phone ?? '' },
    errors,
    justSaid,
    isNumberOpen: isNumberOpen(row, typed, errors),
  };
}
