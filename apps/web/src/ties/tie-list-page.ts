import { paths } from '#policy';
import { reasons, type DecidedApplication, type TieList, type WaitingApplication } from '#transfers';

export const SHEET = 100;

export interface TieListView {
  /** Who may decide; a college only reads what differs in its own administration. */
  readonly decides: boolean;
  readonly sheet: number;
}

/** Applications that did not find their leaver by themselves. */
export const tieListPage = ({ waiting, count, decided, doubles }: TieList, { decides, sheet }: TieListView) => ({
  title: 'Te koppelen',
  decides,
  count,
  waiting: waiting.map((row) => ({ ...row, href: decides ? paths.tie(row.id) : undefined, why: whyWaiting(row) })),
  decided: decided.map((row) => ({ ...row, ...outcomeOf(row), action: paths.tie(row.id) })),
  doubles,
  bring: paths.files,
  pages: pagesOf(count, sheet),
});

/** Per likely leaver what differs; the same words once. */
function whyWaiting({ whys }: WaitingApplication): string {
  if (!whys.length) return 'geen leerling lijkt hierop';
  return [...new Set(whys.map(reasons))].join('; of: ');
}

const outcomeOf = ({ tie, person }: DecidedApplication): { outcome: string; by: string } => ({
  outcome: tie === 'by-hand' ? 'gekoppeld' : 'niemand van de leerlingen',
  by: person ? ` door ${person}` : '',
});

function pagesOf(count: number, sheet: number): object {
  const last = Math.max(1, Math.ceil(count / SHEET));
  const to = (page: number): string => (page > 1 ? `${paths.ties}?blad=${page}` : paths.ties);
  return {
    text: last > 1 ? `Blad ${sheet} van ${last}` : undefined,
    previous: sheet > 1 ? to(sheet - 1) : undefined,
    next: sheet < last ? to(sheet + 1) : undefined,
  };
}
