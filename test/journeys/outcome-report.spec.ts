import { keepTerms } from '#dossiers';
import { Clock } from '#platform';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

interface Life {
  readonly name: string;
  readonly born: string;
  readonly town?: string;
  readonly kind: string;
  readonly opened: string;
  readonly approached?: string;
  readonly intake?: string;
  readonly trajectory?: string;
  readonly ended?: string;
  readonly closed?: string;
  readonly outcome?: string | null;
  readonly desk?: string;
  /** The desk that did the steps, before it went to the other. */
  readonly before?: string;
}

/** School year 2025-2026, as people lived it. Ada and Bob are one person each, with more than one case. */
const LIVES: readonly Life[] = [
  { name: 'Ada', born: '2006-03-01', town: 'Zwolle', kind: 'no-show', opened: '2024-09-10', closed: '2024-12-01', outcome: 'work' },
  { name: 'Ada', born: '2006-03-01', town: 'Zwolle', kind: 'no-show', opened: '2025-09-10', approached: '2025-09-11', intake: '2025-09-23', trajectory: '2025-10-01', ended: '2026-01-10', closed: '2026-01-10', outcome: 'full-time' },
  { name: 'Bob', born: '2005-01-01', town: 'Zwolle', kind: 'no-place-at-start', opened: '2025-07-31', approached: '2025-08-01', intake: '2025-08-28', closed: '2026-07-31', outcome: 'bbl' },
  { name: 'Cas', born: '2008-09-10', town: 'Zwolle', kind: 'dropped-out', opened: '2025-09-10', approached: '2025-09-12', intake: '2025-09-24', closed: '2025-11-01', outcome: 'care' },
  { name: 'Dina', born: '2008-09-11', town: 'Zwolle', kind: 'no-show', opened: '2025-09-10', approached: '2025-09-12', intake: '2025-10-08', closed: '2026-08-01', outcome: 'work' },
  { name: 'Eva', born: '2007-09-10', town: 'Kampen', kind: 'start-unconfirmed', opened: '2025-09-10', approached: '2025-09-15', intake: '2025-10-09', trajectory: '2025-11-01', before: 'DSP-10', desk: 'LPA-Kampen' },
  { name: 'Fay', born: '2007-09-11', town: 'Kampen', kind: 'start-unconfirmed', opened: '2025-08-01', closed: '2025-08-02', outcome: 'signal-gone', desk: 'LPA-Kampen' },
  { name: 'Guus', born: '2004-05-05', town: 'Kampen', kind: 'no-place-at-start', opened: '2026-07-31', desk: 'LPA-Kampen' },
  { name: 'Hugo', born: '2004-05-05', town: 'Zwolle', kind: 'no-show', opened: '2026-08-01' },
  { name: 'Ilse', born: '2004-05-06', town: 'Zwolle', kind: 'no-show', opened: '2025-10-01', approached: '2025-10-02', closed: '2025-12-01', outcome: 'moved' },
  { name: 'Jort', born: '2004-05-07', town: 'Zwolle', kind: 'no-show', opened: '2025-10-01', closed: '2025-12-02', outcome: 'other' },
  { name: 'Kiki', born: '2004-05-08', town: 'Zwolle', kind: 'no-show', opened: '2025-10-01', closed: '2025-10-05', outcome: null },
  { name: 'Lex', born: '2004-05-09', town: 'Ermelo', kind: 'no-show', opened: '2025-10-01', desk: 'DSP-11' },
  { name: 'Mia', born: '2004-05-10', kind: 'no-show', opened: '2025-10-01', closed: '2026-02-01', outcome: 'no-day-activity' },
];

/** Counted by hand from the lives above: alle, 18 en ouder, 17, jonger. */
const TABLE: Readonly<Record<string, readonly [number, number, number, number]>> = {
  'Gemeld': [9, 6, 2, 1],
  'Benaderd': [6, 4, 1, 1],
  'Intake gehouden': [5, 3, 1, 1],
  'Begeleiding gestart': [2, 2, 0, 0],
  'Begeleiding klaar': [1, 1, 0, 0],
  'Zaak afgesloten': [7, 5, 2, 0],
  'Mbo-school: niet verschenen of uitgeschreven': [6, 4, 1, 1],
  'Overstap: geen plek of geen bericht van start': [3, 2, 1, 0],
  'Nieuw': [8, 5, 2, 1],
  'Opnieuw (recidiverend)': [1, 1, 0, 0],
  'Doorlopend (continuerend)': [1, 1, 0, 0],
  'Korter dan 2 weken': [1, 1, 0, 0],
  '2 tot en met 4 weken': [3, 1, 1, 1],
  'Langer dan 4 weken': [1, 1, 0, 0],
  'Voltijdopleiding': [1, 1, 0, 0],
  'Leren en werken (bbl)': [1, 1, 0, 0],
  'Werk zonder zicht op een startkwalificatie': [0, 0, 0, 0],
  'Zorg, opvang of detentie': [1, 0, 1, 0],
  'Afgesloten zonder dagbesteding': [1, 1, 0, 0],
  'Verhuisd of niet te vinden': [1, 1, 0, 0],
  'Melding vervallen': [1, 0, 1, 0],
};
const TOWNS: Readonly<Record<string, readonly number[]>> = { Kampen: [3, 1, 1, 1, 1], Zwolle: [5, 5, 4, 1, 5], onbekend: [1, 0, 0, 0, 1] };

describe('the yearly outcome report', () => {
  let site: TestApp;
  beforeAll(async () => {
    site = await testApp();
    for (const [number, life] of LIVES.entries()) await live(number, life);
  });
  afterAll(() => site.close());

  async function live(number: number, { name, born, town = '', kind, opened, approached, intake, trajectory, ended, closed, outcome, desk = 'DSP-10', before }: Life): Promise<void> {
    await site.database.asSuperuser(`with l as (insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date, municipality)
        select id, $1, '2024-2025', $2, 'Test', lower($2), 'test', $2, $3, $4 from app.organisation where code = '10KO00' returning id),
      s as (insert into app.signal (leaver_id, kind, route, opened_on, kind_since, closed_on, closed_because) select id, $5, 'doorstroompunt', $6, $6, '2026-09-01', 'corrected' from l returning id, leaver_id)
      insert into app.desk_case (leaver_id, signal_id, route, desk_id, opened_on, approached_on, intake_on, trajectory_on, trajectory_ended_on, closed_on, outcome)
      select s.leaver_id, s.id, 'doorstroompunt', o.id, $6, $7, $8, $9, $10, $11, $12 from s, app.organisation o where o.code = $13`,
    [`R${number}`, name, born, town, kind, opened, approached ?? null, intake ?? null, trajectory ?? null, ended ?? null, closed ?? null, outcome ?? null, before ?? desk]);
    if (before) await site.database.asSuperuser('update app.desk_case c set desk_id = o.id from app.organisation o, app.leaver l where o.code = $1 and l.id = c.leaver_id and l.number = $2', [desk, `R${number}`]);
  }

  const ask = async (person: Person, address: string) => (await site.signedIn(person)).get(address);
  const linesOf = (text: string): string[][] => text.replace('\uFEFF', '').trim().split('\r\n').slice(1).map((line) => line.split(';'));
  /** Of the page: each row of the tables as its words and figures. */
  const rowsOf = (html: string): string[][] => [...html.matchAll(/<tr><th scope="row">([^<]+)(?:<span[^>]*>[^<]*<\/span>)?<\/th>((?:<td>[^<]*<\/td>)+)/g)]
    .map(([, what = '', cells = '']) => [what, ...[...cells.matchAll(/<td>([^<]*)</g)].map(([, figure = '']) => figure)]);

  it('counts as the hand does, in the file for the minister', async () => {
    const { text, headers } = await ask('marloes', '/rapportage/minister.csv?schooljaar=2025-2026');
    expect(headers['content-disposition']).toContain('effectrapportage-2025-2026.csv');
    const lines = linesOf(text);
    const counted = Object.keys(TABLE).map((row) => [row, lines.filter(([, table, what]) => what === row && table !== 'Per gemeente').map((line) => Number(line[4]))]);
    expect(Object.fromEntries(counted)).toEqual(TABLE);
    const towns = Object.keys(TOWNS).map((town) => [town, lines.filter(([, table, , group]) => table === 'Per gemeente' && group === town).map((line) => Number(line[4]))]);
    expect(Object.fromEntries(towns)).toEqual(TOWNS);
    expect(text).not.toContain('Ermelo');
  });

  it('shows nobody a count of 1 to 4, nor what would give it away, on the page and in its file alike', async () => {
    for (const person of ['marloes', 'gijs', 'cora'] as Person[]) {
      const page = (await ask(person, '/rapportage?schooljaar=2025-2026')).text;
      const lines = linesOf((await ask(person, '/rapportage.csv?schooljaar=2025-2026')).text);
      const rows = rowsOf(page);
      expect(rows.flatMap((row) => row.slice(1)).filter((figure) => ['1', '2', '3', '4'].includes(figure))).toEqual([]);
      expect(page).toContain('Een streepje: minder dan 5 jongeren');
      const inFile = lines.map((line) => (line[4] === 'minder dan 5 of afgeschermd' ? '–' : line[4]));
      expect(rows.flatMap((row) => row.slice(1))).toEqual(inFile);
      for (const [what, total, ...ages] of rows.filter((row) => row.length === 5)) if (total !== '–') expect([what, ages.filter((figure) => figure === '–').length]).not.toEqual([what, 1]);
    }
  });

  it('is of this school year unless another is asked, and says when there is nothing', async () => {
    expect((await ask('cora', '/rapportage')).text).toContain('schooljaar 2026-2027');
    expect((await ask('cora', '/rapportage?schooljaar=1999-2000')).text).toContain('schooljaar 2026-2027');
    expect((await ask('cora', '/rapportage?schooljaar=2022-2023')).text).toContain('In dit schooljaar zijn er geen zaken.');
  });

  it('offers real numbers to a Doorstroompunt officer only, and the report to nobody else', async () => {
    expect((await ask('gijs', '/rapportage')).text).not.toContain('/rapportage/minister.csv');
    for (const person of ['gijs', 'cora'] as Person[]) expect((await ask(person, '/rapportage/minister.csv')).status).toBe(404);
    for (const person of ['ingrid', 'bas', 'wil', 'lars', 'fatima', 'sanne', 'petra', 'sem'] as Person[]) expect([person, (await ask(person, '/rapportage')).status]).toEqual([person, 404]);
    expect(linesOf((await ask('anna', '/rapportage/minister.csv?schooljaar=2025-2026')).text).find(([, , what, group]) => what === 'Gemeld' && group === 'Alle')?.[4]).toBe('1');
  });

  it('tells the same once the leavers became counts', async () => {
    const told = async () => Promise.all(['minister.csv', '.csv', ''].map(async (file) => {
      const { text, status } = await ask('marloes', `/rapportage${file.startsWith('m') ? '/' : ''}${file}?schooljaar=2025-2026`);
      expect(status).toBe(200);
      return file ? text : JSON.stringify(rowsOf(text));
    }));
    const before = await told();
    await keepTerms(site.worker, new Clock({ today: '2029-12-01' }));
    const counts = await site.database.asSuperuser("select from app.leaver where family_name = '' and anonymous_on is not null and school_year = '2024-2025'");
    expect(counts.length).toBeGreaterThanOrEqual(8);
    expect(await site.database.asSuperuser("select from app.leaver where given_name in ('Ada', 'Cas', 'Ilse')")).toEqual([]);
    expect(await told()).toEqual(before);
  });
});
