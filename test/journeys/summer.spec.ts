import type TestAgent from 'supertest/lib/agent.js';
import { keepSummer } from '#alerts';
import { openPool, Tx, type Actor } from '#platform';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Zoë is the summer team of Het Kompas; today is 14 September 2026 and no signal of the personas is solved. */
describe('the summer action', () => {
  let site: TestApp;
  let zoe: TestAgent;
  let lars: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    zoe = await site.signedIn('zoe');
    lars = await site.signedIn('lars');
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const keep = (day: string) => keepSummer(site.worker, { today: () => day, time: () => '12:00' });
  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const post = (browser: TestAgent, address: string, form: object = {}) => browser.post(address).type('form').send(form);
  const organisation = async (code: string): Promise<string> => String((await run<{ id: string }>('select id from app.organisation where code = $1', [code]))[0]?.id);
  const member = async (key: string): Promise<string> => String((await run<{ id: string }>('select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like $1', [`${key}@%`]))[0]?.id);
  const leaver = async (name: string): Promise<string> => String((await run<{ id: string }>('select id from app.leaver where given_name = $1', [name]))[0]?.id);
  const onList = async (name: string): Promise<string> => `/zomer/${(await run<{ id: string }>('select s.id from app.summer_list s join app.leaver l on l.id = s.leaver_id where l.given_name = $1', [name]))[0]?.id}`;
  const namesOn = (page: string): string[] => [...page.matchAll(/zomer\/[\da-f-]{36}"><strong>([^<]+)</g)].map(([, name]) => String(name)).toSorted();

  /** What the database shows of leavers to somebody on a day, to a query without WHERE. */
  async function seenOn(person: Person, day: string): Promise<string[]> {
    const [row] = await run<{ id: string; organisation: string; region: string }>(
      'select m.id, m.organisation_id as organisation, o.region from app.membership m join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id where a.email like $1', [`${person}@%`]);
    const actor: Actor = { kind: 'mentor', memberId: row?.id, organisationId: row?.organisation, region: row?.region, day };
    const pool = openPool(site.database.webUrl, { max: 1, pipeline: true });
    try {
      const rows = await new Tx(pool, site.database.rolePrefix).read<{ name: string }>(actor, { text: 'select l.given_name as name from app.leaver l join app.card c on c.leaver_id = l.id order by 1' });
      return rows.map(({ name }) => name);
    } finally {
      await pool.end();
    }
  }

  it('passes nobody while there is no team', async () => {
    await zoe.get('/').expect(303).expect('location', '/leerlingen');
    expect(await keep('2026-09-14')).toMatchObject({ passed: 0 });
    expect(await html(zoe, '/zomer')).toContain('Niemand op de lijst.');
    expect(await html(zoe, '/zomer')).not.toContain('Iedereen heeft een plek');
  });

  it('begins when the dean names a team of the school, and of no other', async () => {
    expect(await html(lars, '/beheer/zomerteam')).toContain('Zoë Peters');
    const [kompas, brug] = [await organisation('10KO00'), await organisation('11BR00')];
    await post(lars, '/beheer/zomerteam', { organisatie: brug, wie: await member('zoe') }).expect(404);
    await post(lars, '/beheer/zomerteam', { organisatie: kompas, wie: [await member('fatima'), await member('hanna')] }).expect(303);
    expect(await run('select from app.summer_team')).toEqual([]);
    await post(lars, '/beheer/zomerteam', { organisatie: kompas, wie: await member('zoe') }).expect(303);
    for (const person of ['fatima', 'zoe', 'soraya', 'sanne', 'ingrid', 'petra'] as const) await (await site.signedIn(person)).get('/beheer/zomerteam').expect(404);
  });

  it('passes from the last school day who is open, and nobody who is fine', async () => {
    expect(await keep('2026-06-01')).toMatchObject({ passed: 0 });
    await run("insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at) select distinct region, '2025-2026', h || '-summer', '2026-09-26/2026-09-29', '2026-05-01'::date, now() from app.organisation, unnest(array['noord', 'midden', 'zuid']) h where region is not null");
    expect(await keep('2026-09-14')).toMatchObject({ passed: 0 });
    await run('delete from app.calendar_change');
    expect((await keep('2026-09-14')).passed).toBeGreaterThan(3);
    await zoe.get('/').expect(303).expect('location', '/zomer');
    const page = await html(zoe, '/zomer');
    expect(namesOn(page)).toEqual(['Abdi Hassan', 'Daan Bakker', 'Elif Çelik', 'Finn de Jong', 'Isa Smit', 'Noor de Boer']);
    expect(page).toContain('Nog niet gebeld');
    expect(await keep('2026-09-14')).toMatchObject({ passed: 0, back: 0 });
  });

  it('never shows the team a passport, nor a student of another school', async () => {
    expect(await seenOn('zoe', '2026-09-14')).toEqual(['Abdi', 'Daan', 'Elif', 'Finn', 'Isa', 'Noor']);
    const abdi = await leaver('Abdi');
    expect(await html(zoe, `/leerlingen/${abdi}`)).toContain('Abdi Hassan');
    for (const part of ['paspoort', 'mentordeel', 'warme-overdracht', 'verbeteringen']) await zoe.get(`/leerlingen/${abdi}/${part}`).expect(404);
    for (const name of ['Roos', 'Luuk', 'Mila', 'Sem']) await zoe.get(`/leerlingen/${await leaver(name)}`).expect(404);
  });

  it('says who is calling, so that nobody calls twice', async () => {
    const abdi = await onList('Abdi');
    await post(zoe, `${abdi}/bellen`).expect(303).expect('location', abdi);
    expect(await html(lars, '/zomer')).toContain('Wordt nu gebeld door Zoë Peters.');
    await post(lars, `${abdi}/bellen`).expect(303);
    expect(await html(lars, abdi)).toContain('Wordt nu gebeld door Zoë Peters.');
    expect(await html(zoe, abdi)).not.toContain('Wordt nu gebeld');
    await run("update app.summer_list set claimed_at = claimed_at - interval '31 minutes'");
    expect(await html(lars, '/zomer')).not.toContain('Wordt nu gebeld');
  });

  it('takes one tap for an outcome, plans the next try, and counts a double tap once', async () => {
    const abdi = await onList('Abdi');
    await post(zoe, abdi, { uitkomst: 'no-answer', notitie: 'Niet thuis, belt zelf' }).expect(303);
    await post(zoe, abdi, { uitkomst: 'no-answer', notitie: 'Niet thuis, belt zelf' }).expect(303);
    const list = await html(zoe, '/zomer');
    expect(list).toMatch(/Later weer[^]*Abdi Hassan[^]*Geen gehoor, 14 september, Zoë Peters[^]*Weer op 17 september/);
    expect(await run('select from app.summer_attempt')).toHaveLength(1);
    const fatima = await site.signedIn('fatima');
    const page = await html(fatima, `/leerlingen/${await leaver('Abdi')}`);
    expect(page).toContain('Zomerteam: geen gehoor.');
    expect(page).toContain('Niet thuis, belt zelf');
    expect(page).toContain('1 keer gebeld, 0 keer gesproken. Het laatst: geen gehoor.');
    await post(zoe, abdi, { uitkomst: 'iets', notitie: '' }).expect(422);
  });

  it('undoes a wrong tap of oneself, with what it made known', async () => {
    const abdi = await onList('Abdi');
    const asked = await post(zoe, abdi, { uitkomst: 'goes-working', notitie: 'Bij de bakker' }).expect(200);
    expect(await run("select destination from app.leaver where given_name = 'Abdi'")).toEqual([{ destination: null }]);
    const akkoord = /name="akkoord" value="([^"]+)"/.exec(asked.text)?.[1];
    await post(zoe, abdi, { uitkomst: 'goes-working', notitie: 'Bij de bakker', akkoord }).expect(303);
    expect(await run("select destination from app.leaver where given_name = 'Abdi'")).toEqual([{ destination: 'work' }]);
    await post(lars, `${abdi}/ongedaan`).expect(303);
    expect(await run("select destination from app.leaver where given_name = 'Abdi'")).toEqual([{ destination: 'work' }]);
    await post(zoe, `${abdi}/ongedaan`).expect(303);
    expect(await run("select destination from app.leaver where given_name = 'Abdi'")).toEqual([{ destination: null }]);
    expect(await html(zoe, abdi)).toContain('<s>Gesproken: gaat werken</s>');
    await post(zoe, abdi, { uitkomst: 'wants-help', notitie: '' }).expect(303);
    expect(await html(lars, '/zomer')).toContain('Gesproken: wil hulp');
  });

  it('says to mentor and team alike whose turn it is: the team’s in the holiday, the mentor’s once school began', async () => {
    const fatima = await site.signedIn('fatima');
    const isa = await leaver('Isa');
    await run("update app.attempt set choice = 'no-contact' where leaver_id = $1", [isa]);
    expect(await html(fatima, '/leerlingen')).toMatch(/Isa Smit[^]*?Jij: /);
    expect(await html(zoe, '/zomer')).toContain('De school is begonnen: de mentor is weer aan zet.');
    expect(await html(zoe, await onList('Isa'))).toContain('Aan zet: de mentor.');
    const [kept] = await run<{ from: string }>("select from_on::text as from from app.summer_list limit 1");
    await run("update app.summer_list set from_on = '2026-07-18'");
    site.clock.standStill('2026-07-20');
    const [mentor, team] = [await site.signedIn('fatima'), await site.signedIn('zoe')];
    expect(await html(mentor, '/leerlingen')).toMatch(/Isa Smit[^]*?Zomerteam/);
    expect(await html(mentor, `/leerlingen/${isa}`)).toContain('Aan zet: Zomerteam');
    expect(await html(mentor, '/leerlingen?beurt=zomerteam')).toContain('Isa Smit');
    expect(await html(team, '/zomer')).toContain('Het zomerteam is aan zet.');
    expect(await html(team, await onList('Isa'))).toContain('Aan zet: het zomerteam, tot de eerste schooldag.');
    site.clock.standStill('2026-09-14');
    await run('update app.summer_list set from_on = $1', [kept?.from]);
  });

  it('keeps a number that the team found, and wipes it when it passes back', async () => {
    const noor = await onList('Noor');
    await post(zoe, `${noor}/nummer`, { nummer: 'bel mij' }).expect(422);
    await post(zoe, `${noor}/nummer`, { nummer: '06 12 34 56 78' }).expect(303);
    expect(await html(zoe, noor)).toContain('href="tel:+31612345678"');
    await run("update app.leaver set destination = 'havo' where given_name = 'Noor'");
    await run("select app.settle('2026-09-14', array[id]) from app.leaver where given_name = 'Noor'");
    expect(await keep('2026-09-15')).toMatchObject({ back: 1 });
    expect(await run("select phone, ended_because from app.summer_list s join app.leaver l on l.id = s.leaver_id where given_name = 'Noor'")).toEqual([{ phone: null, ended_because: 'destination-known' }]);
    await zoe.get(noor).expect(404);
  });

  it.each(['fatima', 'joost', 'hanna', 'niels', 'soraya', 'okan', 'sanne', 'ingrid', 'gijs', 'petra', 'abdi'] as const)('is not there for %s', async (person) => {
    const browser = await site.signedIn(person);
    const abdi = await onList('Abdi');
    const rows = async () => (await run('select from app.summer_attempt')).length;
    const before = await rows();
    await browser.get(abdi).expect(404);
    await post(browser, abdi, { uitkomst: 'no-answer', notitie: '' }).expect(404);
    await post(browser, `${abdi}/bellen`).expect(404);
    await post(browser, `${abdi}/ongedaan`).expect(404);
    expect(await rows()).toBe(before);
  });

  it('lets a region name a team of a municipality, which gets who has no team at school', async () => {
    const gijs = await site.signedIn('gijs');
    const zwolle = await organisation('GEM-Zwolle');
    const wil = await member('wil');
    await post(gijs, '/beheer/zomerteam', { organisatie: await organisation('10KO00'), wie: wil }).expect(404);
    await run(`insert into app.membership (account_id, organisation_id, role, accepted_at) select account_id, organisation_id, 'summer-team', now() from app.membership where id = $1`, [wil]);
    const [helper] = await run<{ id: string }>("select id from app.membership where role = 'summer-team' and organisation_id = $1", [zwolle]);
    await post(gijs, '/beheer/zomerteam', { organisatie: zwolle, wie: helper?.id }).expect(303);
    await keep('2026-09-15');
    expect(await run('select l.given_name as name from app.summer_list s join app.leaver l on l.id = s.leaver_id where s.organisation_id = $1', [zwolle])).toEqual([{ name: 'Luuk' }]);
    await gijs.get('/zomer').expect(404);
    await run("update app.leaver set municipality = 'Kampen', municipality_folded = 'kampen' where given_name = 'Luuk'");
    await keep('2026-09-16');
    expect(await run('select ended_because as because from app.summer_list where organisation_id = $1', [zwolle])).toEqual([{ because: 'no-team' }]);
  });

  it('sees all until 30 September and nothing from 1 October, whatever the worker does', async () => {
    expect(await seenOn('zoe', '2026-09-30')).toEqual(['Abdi', 'Daan', 'Elif', 'Finn', 'Isa']);
    expect(await seenOn('zoe', '2026-10-01')).toEqual([]);
    await keep('2026-09-30');
    expect((await run('select from app.summer_list where ended_on is null')).length).toBeGreaterThan(4);
    await keep('2026-10-01');
    expect(await run('select from app.summer_list where ended_on is null')).toEqual([]);
    const fatima = await site.signedIn('fatima');
    const page = await html(fatima, `/leerlingen/${await leaver('Abdi')}`);
    expect(page).toContain('Terug bij de mentor: de zomeractie is voorbij.');
    expect(page).toContain('Terug bij de mentor na de zomeractie: de zomeractie is voorbij.');
    await keep('2026-10-02');
    expect(await run("select from app.event where kind = 'summer-ended' and leaver_id = $1", [await leaver('Abdi')])).toHaveLength(1);
  });
});
