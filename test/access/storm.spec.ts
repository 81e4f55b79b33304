import { staff, stories, waiting, type Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';
import { KNOWS } from './knows.ts';

/** STORM=16000 makes it as long as it was once tried. */
const REQUESTS = Number(process.env.STORM ?? 800);
const AT_ONCE = 50;
const PEOPLE = ['fatima', 'joost', 'lars', 'hanna', 'niels', 'ria', 'sanne', 'milan', 'ingrid', 'mark', 'marloes', 'gijs', 'vera', 'tess', 'youssef', 'pieter'] as const satisfies readonly Person[];

const fullName = (parts: readonly string[]): string => parts.filter(Boolean).join(' ');

/** Names that a page of theirs may hold: who they know of, who applied at their college, and applications that wait in their region. */
function namesFor(person: Person): Set<string> {
  const { at } = staff.find(({ key }) => key === person) ?? { at: '' };
  const known = stories.filter(({ key, applications }) => (KNOWS[person] ?? []).includes(key) || applications.some(({ college }) => college === at));
  const region = { gijs: '20NO', pieter: '40VE' }[person as string] ?? at;
  const tied = waiting.filter(({ college }) => college === region);
  return new Set([...known, ...tied].map(({ name }) => fullName(name)));
}

const everyName = [...stories, ...waiting].map(({ name }) => fullName(name));

/** A connection is used by fifty people in turn; nobody may find there what was meant for who had it before. */
describe('many people at once on few connections', () => {
  let site: TestApp;
  let base: string;
  let addresses: string[];
  const cookies = new Map<Person, string>();

  beforeAll(async () => {
    site = await testApp();
    base = await site.app.getUrl();
    for (const person of PEOPLE) cookies.set(person, await cookieOf(person));
    const leavers = await site.database.asSuperuser<{ id: string }>('select id from app.leaver');
    const cases = await site.database.asSuperuser<{ id: string }>('select id from app.desk_case');
    addresses = [
      '/leerlingen', '/niet-gestart', '/intake/start', ...['25001', '25002', '25003', '25004'].map((crebo) => `/intake/start/${crebo}-bol-2026-08-24`), '/te-koppelen', '/regio/wachtrij', '/leerlingen/geen-id', '/account',
      ...leavers.map(({ id }) => `/leerlingen/${id}`), ...cases.map(({ id }) => `/niet-gestart/${id}`),
    ];
  });
  afterAll(() => site.close());

  async function cookieOf(person: Person): Promise<string> {
    const email = staff.find(({ key }) => key === person)?.email;
    const [row] = await site.database.asSuperuser<{ id: string }>('select m.id from app.membership m join app.account a on a.id = m.account_id where a.email = $1', [email]);
    const answer = await fetch(`${base}/inloggen/als`, { method: 'POST', redirect: 'manual', headers: { origin: new URL(base).origin }, body: new URLSearchParams({ member: String(row?.id) }) });
    return answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  }

  /** The page as this person gets it; undefined when the visitor left before it came. */
  async function page(person: Person, path: string, leavesAfter?: number): Promise<string | undefined> {
    const signal = leavesAfter === undefined ? undefined : AbortSignal.timeout(leavesAfter);
    try {
      const answer = await fetch(base + path, { redirect: 'manual', headers: { cookie: cookies.get(person) ?? '' }, signal });
      return await answer.text();
    } catch (error) {
      if (signal?.aborted) return undefined;
      throw error;
    }
  }

  /** The database refuses what is sent, in the middle of a transaction. */
  const failingNote = (person: Person, path: string): Promise<Response> =>
    fetch(`${base}${path}/notities`, {
      method: 'POST', redirect: 'manual', headers: { cookie: cookies.get(person) ?? '', origin: new URL(base).origin }, body: new URLSearchParams({ keuze: 'spoken', notitie: 'nul \0' }),
    });

  it('shows nobody a name that is not theirs to see, also when visitors leave and pages fail', async () => {
    const leaks: string[] = [];
    const shown = new Set<Person>();
    const failed = new Set<number>();
    let next = 0;
    const visit = async (): Promise<void> => {
      for (let turn = next++; turn < REQUESTS; turn = next++) {
        const person = PEOPLE[turn % PEOPLE.length] ?? 'fatima';
        const path = addresses[(turn * 7 + Math.floor(turn / PEOPLE.length)) % addresses.length] ?? '/';
        const html = await page(person, path, turn % 20 === 3 ? 2 + (turn % 5) : undefined);
        if (turn % 10 === 5 && path.startsWith('/leerlingen/')) failed.add((await failingNote(person, path)).status);
        const seen = everyName.filter((name) => html?.includes(name));
        if (seen.length) shown.add(person);
        leaks.push(...seen.filter((name) => !namesFor(person).has(name)).map((name) => `${person} ${path} ${name}`));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, visit));
    expect(leaks).toEqual([]);
    expect([...failed].toSorted((a, b) => a - b)).toEqual([400, 404]);
    expect([...shown].toSorted()).toEqual([...PEOPLE].toSorted());
  });
});
