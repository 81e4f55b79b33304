import type TestAgent from 'supertest/lib/agent.js';
import { pressedAgain } from '../support/pressed-again.ts';
import { addClassmates } from '../support/classmates.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const KOK = '/intake/start/25003-bol-2026-08-24';

/** What a browser would send for these names, as the page stands. */
function tick(html: string, names: readonly string[] | 'all', field = 'wie'): Record<string, string[]> {
  const picks = [...html.matchAll(/name="(\w+)" value="([\da-f-]{36})"[^]*?<strong>([^<]+)<\/strong>[^]*?name="stond" value="([^"]+)"/g)];
  const wanted = picks.filter(([, name, , person]) => name === field && (names === 'all' || names.includes(String(person))));
  return { [field]: wanted.map(([, , id]) => String(id)), stond: picks.map(([, , , , stood]) => String(stood)) };
}

/** The hidden fields of the page that asks whether it is right. */
const carried = (html: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {};
  for (const [, name, value] of html.matchAll(/type="hidden" name="(\w+)" value="([^"]+)"/g)) (fields[String(name)] ??= []).push(String(value));
  return fields;
};

describe('a college that says who started', () => {
  let site: TestApp;
  let milan: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    await addClassmates(site.database, { count: 60, mentor: 'hanna@11br00.example', college: '21ME', crebo: '25003' });
    milan = await site.signedIn('milan');
  });
  afterAll(() => site.close());

  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const post = (browser: TestAgent, address: string, form: object) => browser.post(address).type('form').send(form);
  const statuses = (): Promise<{ status: string; count: string }[]> =>
    site.database.asSuperuser("select status, count(*) from app.application where number like 'AK%' group by status order by status");

  it('sees what it expected, what it knows, and that DUO wants its own report', async () => {
    const page = await html(milan, '/intake/start');
    expect(page).toContain('Van 60 studenten weten wij nog niets.');
    expect(page).toContain('vervangt je melding aan DUO niet');
    expect(page).toMatch(/data-l="Verwacht">62<[^]*data-l="Gestart">1<[^]*data-l="Niet verschenen">1<[^]*<strong>60</);
  });

  it('sees its silent programmes first', async () => {
    const sanne = await site.signedIn('sanne');
    await site.database.asSuperuser(`insert into app.application (college_id, number, given_name, family_name, folded_given, folded_family, birth_date,
      crebo, pathway, starts_on, school_year, applied_on, status, status_on)
      select id, 'stil', 'Stille', 'Student', 'stille', 'student', '2009-01-01', '99999', 'bbl', '2026-08-24', '2025-2026', '2026-02-02', 'enrolled', '2026-06-01'
      from app.organisation where code = '20NO'`);
    const page = await html(sanne, '/intake/start');
    expect(page.indexOf('Opleiding 99999')).toBeLessThan(page.indexOf('Logistiek medewerker'));
    expect(page).toContain('Bij 1 opleiding is nog niemand doorgegeven.');
    expect(page).toMatch(/\d aanmeldingen? (is|zijn) nog niet gekoppeld/);
    expect(await html(sanne, '/intake/start/99999-bbl-2026-08-24')).toContain('Stille Student');
  });

  it('ticks many, sees them once more, and has reported them', async () => {
    const page = await html(milan, KOK);
    expect(page.indexOf('Genoot 1<')).toBeLessThan(page.indexOf('Genoot 2<'));
    const check = await post(milan, `${KOK}/controleren`, { ...tick(page, 'all'), doen: 'gestart' }).expect(200);
    expect(check.text).toContain('Je geeft door dat 60 studenten zijn gestart');
    expect(check.text).toContain('value="2026-09-14"');
    expect(await statuses()).toEqual([{ status: 'admitted', count: '60' }]);
    const form = { ...carried(check.text), datum: '2026-08-24' };
    await pressedAgain(() => post(milan, `${KOK}/doorgeven`, form).expect(303).expect('location', KOK));
    expect(await statuses()).toEqual([{ status: 'started', count: '60' }]);
    const [events] = await site.database.asSuperuser("select count(*) from app.event where source = 'page' and kind = 'status-reported'");
    expect(events).toEqual({ count: '60' });
    expect(await html(milan, '/intake/start')).toContain('Van iedereen is bekend wie er is gestart.');
  });

  it('takes the whole batch back within a day', async () => {
    const page = await html(milan, KOK);
    expect(page).toMatch(/Vandaag om \d\d\.\d\d uur: 60 gestart, door Milan Dorant\./);
    const moment = /name="moment" value="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#x3D;', '=') ?? '';
    await post(milan, `${KOK}/herstellen`, { moment }).expect(303);
    expect(await html(milan, KOK)).toContain('Hersteld.');
    expect(await statuses()).toEqual([{ status: 'admitted', count: '60' }]);
    await post(milan, `${KOK}/herstellen`, { moment }).expect(303);
    expect(await html(milan, KOK)).toContain('Dat was al gebeurd.');
  });

  it('takes one back, and not after a day', async () => {
    const check = await post(milan, `${KOK}/controleren`, { ...tick(await html(milan, KOK), ['Klas Genoot 1', 'Klas Genoot 2']), doen: 'niet-verschenen' });
    expect(check.text).toContain('Je geeft door dat 2 studenten niet zijn verschenen');
    await post(milan, `${KOK}/doorgeven`, { ...carried(check.text), datum: '2026-09-14' }).expect(303);
    await post(milan, `${KOK}/herstellen`, tick(await html(milan, KOK), ['Klas Genoot 1'], 'al')).expect(303);
    expect(await statuses()).toEqual([{ status: 'admitted', count: '59' }, { status: 'no-show', count: '1' }]);
    await post(milan, `${KOK}/herstellen`, tick(await html(milan, KOK), ['Roos Koster'], 'al')).expect(303);
    expect(await html(milan, KOK)).toContain('Herstellen kan niet meer');
  });

  it('hears what a colleague reported meanwhile, and overwrites nothing', async () => {
    const old = await html(milan, KOK);
    const colleague = await post(milan, `${KOK}/controleren`, { ...tick(old, ['Klas Genoot 3']), doen: 'niet-verschenen' });
    const mine = await post(milan, `${KOK}/controleren`, { ...tick(old, ['Klas Genoot 3', 'Klas Genoot 4']), doen: 'gestart' });
    await post(milan, `${KOK}/doorgeven`, { ...carried(colleague.text), datum: '2026-09-14' }).expect(303);
    const late = await post(milan, `${KOK}/controleren`, { ...tick(old, ['Klas Genoot 3', 'Klas Genoot 4']), doen: 'gestart' });
    expect(late.text).toContain('Je geeft door dat 1 student is gestart');
    expect(late.text).toContain('Klas Genoot 3: niet verschenen sinds 14 september 2026');
    await post(milan, `${KOK}/doorgeven`, { ...carried(mine.text), datum: '2026-09-14' }).expect(303);
    expect(await html(milan, KOK)).toContain('Een deel was intussen veranderd');
    const rows = await site.database.asSuperuser("select status from app.application where family_name in ('Genoot 3', 'Genoot 4') order by family_name");
    expect(rows).toEqual([{ status: 'no-show' }, { status: 'started' }]);
  });

  it('is told what to do when nobody is ticked or the day is wrong', async () => {
    const empty = await post(milan, `${KOK}/controleren`, { doen: 'gestart' }).expect(422);
    expect(empty.text).toContain('<title>Fout: Kok');
    expect(empty.text).toContain('href="#wie">Kies eerst 1 of meer studenten.');
    await post(milan, `${KOK}/herstellen`, {}).expect(422);
    const check = await post(milan, `${KOK}/controleren`, { ...tick(await html(milan, KOK), ['Klas Genoot 9']), doen: 'gestart' });
    for (const datum of ['2026-09-15', '2026-02-31', '', '2020-01-01']) {
      const again = await post(milan, `${KOK}/doorgeven`, { ...carried(check.text), datum }).expect(422);
      expect(again.text).toContain('Vul een dag in: vandaag of eerder.');
      expect(again.text).toContain('Klas Genoot 9');
    }
    await post(milan, `${KOK}/doorgeven`, { wie: 'x', doen: 'gestart', datum: '2026-09-14' }).expect(400);
  });

  it.each(['controleren', 'doorgeven', 'herstellen'])('sees the programme again at the address of %s', async (act) => {
    expect(await html(milan, `${KOK}/${act}`)).toContain('<h1 class="utrecht-heading-1">Kok</h1>');
  });

  it('sees that all have started', async () => {
    const tess = await site.signedIn('tess');
    const address = '/intake/start/25004-bol-2026-08-24';
    await site.database.asSuperuser("update app.application set status = 'enrolled' where starts_on = '2026-08-24' and college_id = (select id from app.organisation where code = '40VE') and leaver_id is not null");
    const check = await post(tess, `${address}/controleren`, { ...tick(await html(tess, address), 'all'), doen: 'gestart' });
    await post(tess, `${address}/doorgeven`, { ...carried(check.text), datum: '2026-09-14' }).expect(303);
    expect(await html(tess, address)).toContain('Alle 2 studenten zijn gestart.');
  });

  it.each(['sanne', 'fatima', 'lars', 'hanna', 'ingrid', 'gijs'] as const)('keeps its programme from %s', async (person) => {
    const browser = await site.signedIn(person);
    const before = await statuses();
    for (const address of ['', '/controleren', '/doorgeven', '/herstellen']) await browser.get(`${KOK}${address}`).expect(404);
    const ids = tick(await html(milan, KOK), 'all');
    for (const act of ['controleren', 'doorgeven', 'herstellen']) await post(browser, `${KOK}/${act}`, { ...ids, doen: 'gestart', datum: '2026-09-14' }).expect(404);
    expect(await statuses()).toEqual(before);
    if (person !== 'sanne') await browser.get('/intake/start').expect(404);
  });

  it.each(['25003-bol-2026-02-31', 'x', '25003-bol-2027-08-24'])('has no programme %s', (key) => milan.get(`/intake/start/${key}`).expect(404));
});
