import type { Agenda, Agreement, TablePlace } from '#alerts';
import { paths, tableReasons, tableSeasonOf } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { badgeOf, phaseOf, stateOf } from './standing.ts';

interface View {
  readonly today: string;
  readonly typed?: { readonly dag?: string; readonly aanwezig?: string };
  readonly errors?: readonly FormError[];
}

const agreementLine = (row: Agreement, today: string) => ({ ...row, state: stateOf(row, today), isOpen: row.doneOn === null, isLate: row.doneOn === null && row.dueOn < today });

/** One leaver on the list, with what was agreed. */
export const placeLine = (row: TablePlace, agreements: readonly Agreement[], today: string) => ({
  ...row,
  href: paths.tablePlace(row.id),
  badge: badgeOf(row),
  why: tableReasons.find(({ code }) => code === row.reason)?.dutch,
  phase: phaseOf(row.phase),
  course: [row.programme, row.college].filter(Boolean).join(', '),
  agreements: agreements.filter(({ leaver }) => leaver === row.leaver).map((agreement) => agreementLine(agreement, today)),
});

/** A table: its list in the order of urgency, who was left out and why, and what can be done. */
export function tablePage({ table, places, agreements, others }: Agenda, { today, typed, errors = [] }: View) {
  const season = tableSeasonOf(table.heldOn);
  const lines = places.map((row) => placeLine(row, agreements, today));
  return {
    title: season.dutch,
    section: 'Overstaptafel',
    table,
    asks: season.asks,
    attendees: table.attendees.split('\n').map((line) => line.trim()).filter(Boolean),
    listed: lines.filter(({ leftOutBecause }) => leftOutBecause === null),
    leftOut: lines.filter(({ leftOutBecause }) => leftOutBecause !== null).map((row) => ({ ...row, putBack: paths.tableLeaveOut(row.id) })),
    open: agreements.filter(({ doneOn }) => doneOn === null).length,
    late: agreements.filter(({ doneOn, dueOn }) => doneOn === null && dueOn < today).length,
    hrefs: { back: paths.tables, print: paths.tablePrint(table.id), minutes: paths.tableMinutes(table.id), change: paths.tableChange(table.id), renew: paths.tableRenew(table.id), add: paths.tableAdd(table.id) },
    others: [{ code: '', text: 'Kies een leerling' }, ...others.map(({ id, name, class: group }) => ({ code: id, text: group ? `${name}, klas ${group}` : name }))],
    typed: { dag: typed?.dag ?? table.heldOn, aanwezig: typed?.aanwezig ?? table.attendees },
    isChanging: typed !== undefined,
    errors,
  };
}
