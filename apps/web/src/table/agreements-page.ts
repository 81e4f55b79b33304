import type { OwnAgreement } from '#alerts';
import type { Visitor } from '#people';
import { paths } from '#policy';
import { stateOf } from './standing.ts';

/** An agreement as its owner reads it. */
const ownLine = (row: OwnAgreement, today: string) => ({
  ...row,
  href: paths.leaver(row.leaver),
  state: stateOf(row, today),
  done: row.doneOn ? undefined : paths.agreementDone(row.id),
  reopen: row.doneOn ? paths.agreementOpen(row.id) : undefined,
});

/** On the page of the leaver: a mentor ticks off what is their own, who runs the table all of it. */
export function leaverLine(row: OwnAgreement, { actor }: Visitor, today: string) {
  const line = ownLine(row, today);
  return row.isMine || actor.kind === 'school' ? line : { ...line, done: undefined, reopen: undefined };
}

/** What somebody still has to do, and what was done lately, to take back. */
export function agreementsPage(rows: readonly OwnAgreement[], today: string) {
  const lines = rows.map((row) => ownLine(row, today));
  return {
    title: 'Afspraken',
    open: lines.filter(({ doneOn }) => doneOn === null),
    late: lines.filter(({ doneOn, dueOn }) => doneOn === null && dueOn < today).length,
    finished: lines.filter(({ doneOn }) => doneOn !== null),
    leavers: paths.leavers,
  };
}
