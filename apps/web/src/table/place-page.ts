import type { Agenda } from '#alerts';
import { paths, roleOf, senderWords, tableSeasonOf } from '#policy';
import type { FormError } from '../pages/forms.ts';
import { placeLine } from './table-page.ts';
import { SOMEBODY_ELSE } from './table-forms.ts';

interface View {
  readonly place: string;
  readonly today: string;
  /** The day that a new agreement is for, unless somebody types another. */
  readonly usualDay: string;
  readonly owners: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  readonly typed: { readonly wat?: string; readonly wie?: string; readonly naam?: string; readonly voor?: string; readonly reden?: string };
  readonly errors: readonly FormError[];
}

/** One leaver at the table: where they stand, what was agreed, and the next one. */
export function placePage({ table, places, agreements }: Agenda, { place, today, usualDay, owners, typed, errors }: View) {
  const sender = senderWords(table.schoolKind);
  const listed = places.filter(({ leftOutBecause, id }) => leftOutBecause === null || id === place);
  const at = listed.findIndex(({ id }) => id === place);
  const row = listed[at];
  const next = listed[at + 1];
  return row && {
    title: row.name,
    section: 'Overstaptafel',
    sender,
    readBy: `De ${sender.oneInside} leest dit ook. Schrijf alleen op wat nodig is.`,
    season: tableSeasonOf(table.heldOn).dutch,
    table: { ...table, href: paths.table(table.id) },
    where: `Leerling ${at + 1} van ${listed.length}`,
    row: { ...placeLine(row, [], today), leaverHref: paths.leaver(row.leaver) },
    agreements: placeLine(row, agreements, today).agreements.map((line) => ({ ...line, done: paths.agreementDone(line.id), reopen: paths.agreementOpen(line.id), remove: line.isNew ? paths.agreementRemove(line.id) : undefined })),
    next: next && { href: paths.tablePlace(next.id), text: `Volgende leerling: ${next.name}` },
    owners: [{ code: '', text: 'Kies wie het doet' }, ...owners.map(({ id, name, role }) => ({ code: id, text: `${name} (${roleOf(role)?.dutch ?? role})` })), { code: SOMEBODY_ELSE, text: 'Iemand anders, hieronder' }],
    here: paths.tablePlace(place),
    leaveOut: paths.tableLeaveOut(place),
    typed: { voor: usualDay, ...typed },
    errors,
  };
}
