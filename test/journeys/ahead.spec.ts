import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('what happened and what comes', () => {
  let site: TestApp;
  let fatima: TestAgent;
  let lars: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    fatima = await site.signedIn('fatima');
    lars = await site.signedIn('lars');
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const page = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  /** So much that nothing of the past is new to anybody. */
  const readAll = () => run("insert into app.mail_setting (member_id, news_read_to) select m.id, (select max(id) from app.event) from app.membership m on conflict (member_id) do update set news_read_to = excluded.news_read_to");
  const happens = (key: string, kind: string, became: string, audience = 'all') => run(`insert into app.event (leaver_id, kind, became, as_of, source, audience)
    select id, $2, $3, '2026-09-14', 'sweep', $4 from app.leaver where email = $1`, [`${key}@leerling.example`, kind, became, audience]);

  it('tells a mentor what happened to own students and nobody else’s, until it was read', async () => {
    await readAll();
    expect(await page(fatima, '/meldingen')).toContain('Geen nieuwe meldingen.');
    await happens('abdi', 'signal-opened', 'no-show');
    await happens('noor', 'signal-opened', 'not-applied');
    await happens('isa', 'case-planned', '', 'desk');
    const text = await page(fatima, '/meldingen');
    expect(text).toContain('1 nieuw bericht over jouw leerlingen.');
    expect(text).toMatch(/Abdi Hassan<\/a>, klas 4B: [^<]*iet verschenen/);
    expect(text).not.toMatch(/Noor de Boer|Isa Smit/);
    expect(await page(lars, '/meldingen')).toMatch(/Noor de Boer[^]*Abdi Hassan/);
    const tot = String(/name="tot" value="(\d+)"/.exec(text)?.[1]);
    for (let press = 0; press < 2; press++) await fatima.post('/meldingen/gelezen').type('form').send({ tot }).expect(303).expect('location', '/meldingen');
    expect(await page(fatima, '/meldingen')).toContain('Geen nieuwe meldingen.');
    expect(await page(lars, '/meldingen')).toContain('Abdi Hassan');
    expect(await run("select r.what from app.reading r join app.leaver l on l.id = r.leaver_id where l.email like 'abdi@%' and r.person like 'Fatima%'")).toContainEqual({ what: 'news-opened' });
    await fatima.post('/meldingen/gelezen').type('form').send({ tot: 'alles' }).expect(303);
  });

  it('says nothing of what somebody did themselves, nor of who died', async () => {
    await readAll();
    const [row] = await run<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    await fatima.post(`/leerlingen/${row?.id}/notities`).type('form').send({ keuze: 'spoken', notitie: 'Gebeld' }).expect(303);
    await happens('isa', 'signal-opened', 'no-show');
    expect(await page(fatima, '/meldingen')).toContain('1 nieuw bericht');
    await run("update app.card set destination = 'deceased' where leaver_id = (select id from app.leaver where email = 'isa@leerling.example')");
    expect(await page(fatima, '/meldingen')).toContain('Geen nieuwe meldingen.');
    await run("update app.card set destination = null where leaver_id = (select id from app.leaver where email = 'isa@leerling.example')");
  });

  it('says that the mail of Monday is off', async () => {
    expect(await page(fatima, '/meldingen')).not.toContain('staat bij jou uit');
    await fatima.post('/account/mail').type('form').send({ maandag: 'never', nieuws: 'always' }).expect(303);
    expect(await page(fatima, '/meldingen')).toContain('De mail van maandag staat bij jou uit.');
  });

  it('shows the days that come, as the own region has them, with counts and no names', async () => {
    const text = await page(fatima, '/planning');
    expect(text).toMatch(/oktober 2026<\/h2>[^]*Laatste dag waarop vroeg stoppen telt<\/strong>: \d+ gestart of geplaatst[^]*1 oktober 2026<\/time>, over 17 dagen/);
    expect(text).not.toMatch(/Abdi|Sem van/);
    await run("insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at) values ('10', '2025-2026', 'early-leaver-until', '2026-10-15', '2026-09-14', now())");
    expect(await page(fatima, '/planning')).toContain('15 oktober 2026</time>, over 31 dagen');
    await run("update app.organisation set holiday_region = 'Noord' where code = '10KO00'");
    expect(await page(lars, '/planning')).toContain('Schoolvakantie: geen herinneringen');
  });

  it('says why it counts less than the tabs of the list', async () => {
    const counted = async (browser: TestAgent): Promise<number> => Number(/Laatste dag waarop vroeg stoppen telt<\/strong>: (\d+) gestart/.exec(await page(browser, '/planning'))?.[1] ?? 0);
    const before = await counted(lars);
    expect(await page(lars, '/planning')).not.toContain('Op de tabs');
    const [one] = await run<{ id: string }>("select c.leaver_id as id from app.card c join app.organisation o on o.id = c.school_id where o.code = '10KO00' and c.phase in ('admitted', 'started') and c.destination is null limit 1");
    await run("update app.card set destination = 'havo' where leaver_id = $1", [one?.id]);
    expect(await counted(lars)).toBe(before - 1);
    const tabs = await page(lars, '/leerlingen');
    const tab = (name: string): number => Number(new RegExp(`<b>(\\d+)</b> ${name}<`).exec(tabs)?.[1]);
    expect(tab('Toegelaten') + tab('Gestart')).toBe(before);
    expect(await page(lars, '/planning')).toContain(`Op de tabs bij Leerlingen staan er ${before}. 1 van hen gaat niet naar het mbo.`);
    await run('update app.card set destination = null where leaver_id = $1', [one?.id]);
  });

  it('is nobody’s who has no students', async () => {
    for (const person of ['ingrid', 'sanne', 'gijs', 'soraya', 'sem'] as const) {
      const other = await site.signedIn(person);
      for (const address of ['/meldingen', '/planning']) await other.get(address).expect(404);
      await other.post('/meldingen/gelezen').type('form').send({ tot: '1' }).expect(404);
    }
  });
});
