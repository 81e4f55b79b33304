import type { ToRemind } from '#dossiers';
import { paths, remindable, reminderThings } from '#policy';

interface RemindPage {
  readonly title: string;
  readonly section: string;
  readonly [field: string]: unknown;
}

/** Who gets a reminder and what it asks of each, before it goes; and who cannot get one, with what to do instead. */
export function remindPage(rows: readonly ToRemind[], chosen: readonly string[], byHand: boolean): RemindPage {
  const shown = rows.map((row) => ({ ...row, ...stateOf(row), asks: reminderThings.find(({ code }) => code === row.thing)?.dutch, href: paths.leaver(row.id) }));
  const may = shown.filter((row) => row.may).map((row) => ({ ...row, isTicked: chosen.includes(row.id) && (byHand || row.isChosen) }));
  const number = may.filter(({ isTicked }) => isTicked).length;
  return {
    title: 'Stuur een herinnering',
    section: 'Leerlingen',
    back: paths.leavers,
    action: paths.leaversRemind,
    may,
    cannot: shown.filter((row) => !row.may && (chosen.length > 0 || row.state !== 'settled')),
    number,
    isEmpty: rows.length === 0,
    recent: may.filter(({ isTicked, id }) => !isTicked && chosen.includes(id)).length,
    invite: paths.leaversInvite,
  };
}

function stateOf({ state }: ToRemind): { why: string; may: boolean; isChosen: boolean } {
  const row = remindable.find(({ code }) => code === state);
  return { why: row?.dutch ?? '', may: row?.may ?? false, isChosen: row?.chosen ?? false };
}
