import { WORKER, type Clock, type MailHandler, type Sql, type Tx } from '#platform';
import { ASKED_CLOCKS, clockWarnings, paths } from '#policy';

const FROM = '07:00';

/** Once a day tells the coordinators of desks which clocks ran out. Safe beside others and as often as one likes; gives how many mails were queued. */
export async function warnOfClocks(tx: Tx, clock: Pick<Clock, 'today' | 'time'>): Promise<number> {
  if (clock.time() < FROM) return 0;
  return tx.run(WORKER, async (sql) => {
    const [row] = await sql<{ queued: number }>('select app.warn_of_clocks($1) as queued', [clock.today()]);
    return row?.queued ?? 0;
  });
}

interface LateCase extends Record<string, unknown> {
  readonly clock: string;
  readonly number: number;
  readonly atDesk: boolean;
}

/** What a mail of a day tells a coordinator of clocks, its own or a digest: counts and case numbers, never a name. */
export interface Clocks {
  readonly title: string;
  readonly subject: string;
  readonly lines: readonly string[];
  /** The page to open. */
  readonly path: string;
}

/** Undefined when all was done meanwhile, or the reader may no longer know. */
export async function clocksOf(sql: Sql, mailId: string, day: string): Promise<Clocks | undefined> {
  const told = await sql<LateCase>(LATE, [mailId, day]);
  if (!told.length) return undefined;
  const late = told.filter(({ clock }) => !ASKED_CLOCKS.includes(clock));
  const lines = clockWarnings.flatMap(({ code, dutch }) => lineOf(dutch, told.filter(({ clock }) => clock === code)));
  return { ...(late.length ? worded(late, LATE_WORDS) : worded(told, ASKED_WORDS)), lines, path: pathOf(told) };
}

/** Dropped when there is nothing left to tell. */
export const clocksPage =
  (today: () => string, publicUrl: URL): MailHandler =>
  async (sql, { id }) => {
    const clocks = await clocksOf(sql, id, today());
    const [desk] = await sql<{ name: string }>(ON_BEHALF, [id]);
    return clocks ? { ...clocks, onBehalfOf: desk?.name, link: new URL(clocks.path, publicUrl).href, address: publicUrl.host } : 'dropped';
  };

const LATE_WORDS = { one: ['Van 1 zaak is een termijn voorbij', '1 zaak is te laat'], more: ['Van # zaken is een termijn voorbij', '# zaken zijn te laat'] } as const;
const ASKED_WORDS = { one: ['Een bureau vraagt of jullie een zaak overnemen', 'Vraag om een zaak over te nemen'], more: ['Bureaus vragen of jullie zaken overnemen', 'Vraag om # zaken over te nemen'] } as const;

function worded(about: readonly LateCase[], words: typeof LATE_WORDS | typeof ASKED_WORDS): Pick<Clocks, 'title' | 'subject'> {
  const total = new Set(about.map(({ number }) => number)).size;
  const [title, subject] = total === 1 ? words.one : words.more;
  return { title: title.replace('#', String(total)), subject: subject.replace('#', String(total)) };
}

/** The list of who is late, when all of them stand there: not who only waits for an intake or an answer. */
function pathOf(told: readonly LateCase[]): string {
  const atDesk = told.filter((row) => row.atDesk);
  if (!atDesk.length) return paths.queue;
  return atDesk.every(({ clock }) => clock !== 'intake' && !ASKED_CLOCKS.includes(clock)) ? `${paths.cases}?toon=te-laat` : paths.cases;
}

const MOST = 20;

function lineOf(dutch: string, late: readonly LateCase[]): string[] {
  if (!late.length) return [];
  const numbers = late.slice(0, MOST).map(({ number }) => number);
  const more = late.length > MOST ? ` en ${late.length - MOST} andere` : '';
  return [`${dutch}: ${late.length} (${late.length === 1 ? 'zaak' : 'zaken'} ${numbers.join(', ')}${more})`];
}

const LATE = 'select clock, number::int, at_desk as "atDesk" from app.late_cases_for($1, $2)';
const ON_BEHALF = 'select o.name from app.mail m join app.organisation o on o.id = m.organisation_id where m.id = $1';
