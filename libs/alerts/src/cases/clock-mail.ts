import { WORKER, type Clock, type MailHandler, type Tx } from '#platform';
import { clockWarnings, paths } from '#policy';

const FROM = '07:00';

/** Once a day tells the coordinators of desks which clocks ran out. Safe beside others and as often as one likes; gives how many mails were queued. */
export async function warnOfClocks(tx: Tx, clock: Pick<Clock, 'today' | 'time'>): Promise<number> {
  if (clock.time() < FROM) return 0;
  return tx.run(WORKER, async (sql) => {
    const [row] = await sql<{ queued: number }>('select app.warn_of_clocks($1) as queued', [clock.today()]);
    return row?.queued ?? 0;
  });
}

interface LateCase {
  readonly clock: string;
  readonly number: number;
  readonly atDesk: boolean;
}

/** Counts and case numbers, never a name; dropped when all was done meanwhile, or the reader may no longer know. */
export const clocksPage =
  (today: () => string, publicUrl: URL): MailHandler =>
  async (sql, { id }) => {
    const late = await sql<LateCase & Record<string, unknown>>(LATE, [id, today()]);
    const [desk] = await sql<{ name: string }>(ON_BEHALF, [id]);
    if (!late.length) return 'dropped';
    const lines = clockWarnings.flatMap(({ code, dutch }) => lineOf(dutch, late.filter(({ clock }) => clock === code)));
    const atDesk = late.filter((row) => row.atDesk);
    const page = atDesk.some(({ clock }) => clock !== 'intake') ? `${paths.cases}?toon=te-laat` : atDesk.length ? paths.cases : paths.queue;
    const total = new Set(late.map(({ number }) => number)).size;
    return { onBehalfOf: desk?.name, total, lines, link: new URL(page, publicUrl).href, address: publicUrl.host };
  };

const MOST = 20;

function lineOf(dutch: string, late: readonly LateCase[]): { text: string }[] {
  if (!late.length) return [];
  const numbers = late.slice(0, MOST).map(({ number }) => number);
  const more = late.length > MOST ? ` en ${late.length - MOST} andere` : '';
  return [{ text: `${dutch}: ${late.length} (${late.length === 1 ? 'zaak' : 'zaken'} ${numbers.join(', ')}${more})` }];
}

const LATE = 'select clock, number::int, at_desk as "atDesk" from app.late_cases_for($1, $2)';
const ON_BEHALF = 'select o.name from app.mail m join app.organisation o on o.id = m.organisation_id where m.id = $1';
