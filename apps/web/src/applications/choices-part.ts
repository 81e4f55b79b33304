import { notedStates, statuses } from '#policy';
import type { OwnChoice } from '#transfers';

interface Words {
  readonly action: string;
  readonly add: string;
  /** Written to the student, or about them. */
  readonly isOwn: boolean;
  /** Only looks: a parent. */
  readonly readOnly?: boolean;
}

const TONES = { planned: 'other', waiting: 'next', 'too-long': 'must', withdrawn: 'other' } as const;

/** The own order as it stands beside the applications: what was noted, what a college reported, and what can be done. */
export function choicesPart(choices: readonly OwnChoice[], { action, add, isOwn, readOnly = false }: Words): object {
  const standing = choices.filter(({ state }) => state !== 'withdrawn');
  return {
    action,
    add: readOnly ? undefined : add,
    isOwn,
    rows: standing.map((row, index) => ({
      ...shown(row, isOwn),
      mayMove: !readOnly && standing.length > 1,
      isFirst: index === 0,
      isLast: index === standing.length - 1,
      mayTakeAway: !readOnly && row.state !== undefined,
      applied: !readOnly && row.state === 'planned' ? `${add}?mbo=${row.collegeId}${row.programmeId ? `&opleiding=${row.programmeId}` : ''}` : undefined,
    })),
    gone: readOnly ? [] : choices.filter(({ state }) => state === 'withdrawn').map((row) => shown(row, isOwn)),
  };
}

function shown(row: OwnChoice, isOwn: boolean): object {
  const name = row.programme ?? 'Opleiding onbekend';
  const state = notedStates.find(({ code }) => code === row.state);
  const status = statuses.find(({ code }) => code === row.status)?.dutch;
  return {
    ...row,
    course: row.level === null ? name : `${name}, niveau ${row.level}`,
    badge: state && row.state ? { tone: TONES[row.state], text: state.dutch } : undefined,
    reported: status,
    what: row.state === 'planned' ? 'genoteerd op' : row.state ? 'aangemeld op' : 'sinds',
    by: row.notedAs === null ? undefined : row.notedAs === 'student' ? (isOwn ? 'door jou' : 'door de leerling') : 'door school',
    isWaiting: row.state === 'waiting',
    isTooLong: row.state === 'too-long',
    isReported: row.state === undefined,
  };
}
