import type { Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';
import type { Person } from '../personas/people.ts';

const NOTE = 'Ik sprak haar moeder. Ze begint in oktober & belt ons <maandag>.';
const SAVE_NOW = 'Je was uitgelogd. Je tekst staat er nog. Sla nu op.';

describe('text typed while the session ended', () => {
  let site: TestApp;
  let abdi: string;
  let fatima: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    abdi = `/leerlingen/${row?.id}`;
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.database.asSuperuser('delete from app.session');
    fatima = await site.signedIn('fatima');
  });

  const end = () => site.database.asSuperuser("update app.session set last_seen_at = clock_timestamp() - interval '3 hours'");
  const save = (browser: TestAgent) => browser.post(`${abdi}/notities`).type('form').send({ keuze: 'spoken', notitie: NOTE });
  const signInAs = async (browser: TestAgent, person: Person) =>
    browser.post('/inloggen/als').type('form').send({ member: await memberOf(site.database, person), naar: '/verder' }).expect(303);
  const kept = async (): Promise<number> => (await site.database.asSuperuser('select from app.parked_form')).length;
  const notes = async (): Promise<number> => (await site.database.asSuperuser("select from app.attempt where note like 'Ik sprak%'")).length;
  const cookieOf = ({ headers }: Response): string => [headers['set-cookie']].flat().map(String).find((cookie) => cookie.startsWith('overstap-tekst='))?.split(';')[0] ?? '';

  it('stands there again after signing in, and is saved only when the button is pressed', async () => {
    await end();
    await save(fatima).expect(303).expect('location', '/inloggen?naar=%2Fverder');
    expect((await fatima.get('/inloggen').expect(200)).text).toContain('Je tekst is bewaard');
    await signInAs(fatima, 'fatima');
    await fatima.get('/').expect(303).expect('location', '/verder');
    const { text } = await fatima.get('/verder').expect(200);
    expect(text).toContain(SAVE_NOW);
    expect(text).toContain('Ik sprak haar moeder. Ze begint in oktober &amp; belt ons &lt;maandag&gt;.');
    expect(text).toContain(`action="${abdi}/notities"`);
    expect(text).not.toContain('<title>Fout:');
    expect([await notes(), await kept()]).toEqual([0, 1]);
    await fatima.get('/').expect(303).expect('location', '/leerlingen');
    await save(fatima).expect(303);
    expect([await notes(), await kept()]).toEqual([1, 0]);
    await fatima.get('/verder').expect(303).expect('location', '/');
  });

  it('is never shown to somebody else on the same computer, and is thrown away', async () => {
    await end();
    await save(fatima).expect(303);
    await signInAs(fatima, 'hanna');
    const { text } = await fatima.get('/verder').expect(303).expect('location', '/');
    expect(text).not.toContain('Ik sprak');
    expect(await kept()).toBe(0);
    await signInAs(fatima, 'fatima');
    await fatima.get('/verder').expect(303).expect('location', '/');
  });

  it('is gone after half an hour', async () => {
    await end();
    await save(fatima).expect(303);
    const [row] = await site.database.asSuperuser<{ minutes: number }>('select extract(epoch from expires_at - clock_timestamp())::float8 / 60 as minutes from app.parked_form');
    expect(Math.round(row?.minutes ?? 0)).toBe(30);
    await site.database.asSuperuser("update app.parked_form set expires_at = expires_at - interval '31 minutes'");
    await signInAs(fatima, 'fatima');
    await fatima.get('/verder').expect(303).expect('location', '/');
    expect(await kept()).toBe(0);
  });

  it('opens with no other cookie, and reads as nothing in the database', async () => {
    await end();
    const cookie = cookieOf(await save(fatima).expect(303));
    const [row] = await site.database.asSuperuser<{ text: string }>("select encode(sealed, 'escape') as text from app.parked_form");
    expect(row?.text).not.toContain('sprak');
    const elsewhere = await site.signedIn('fatima');
    for (const tampered of [cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')), 'overstap-tekst=x', 'overstap-tekst=']) {
      await elsewhere.get('/verder').set('cookie', tampered).expect(303).expect('location', '/');
    }
    await site.database.asSuperuser("update app.parked_form set sealed = sealed || '\\x00'");
    await signInAs(fatima, 'fatima');
    await fatima.get('/verder').expect(303).expect('location', '/');
  });

  it('comes back in the role in which it was typed', async () => {
    const [dean] = await site.database.asSuperuser<{ id: string }>(`insert into app.membership (account_id, organisation_id, role, accepted_at)
      select m.account_id, m.organisation_id, 'careers-dean', now() from app.membership m where m.id = $1 returning id`, [await memberOf(site.database, 'joost')]);
    const joost = await site.signedIn('joost');
    await joost.post('/account').type('form').send({ member: dean?.id }).expect(303);
    await end();
    await save(joost).expect(303);
    await signInAs(joost, 'joost');
    await joost.get('/verder').expect(303).expect('location', '/verder');
    expect((await joost.get('/verder').expect(200)).text).toContain(SAVE_NOW);
  });

  it('is told when its page is gone', async () => {
    await end();
    await save(fatima).expect(303);
    await site.database.asSuperuser("update app.leaver set mentor_id = (select id from app.membership where role = 'mentor' and id <> mentor_id limit 1) where email = 'abdi@leerling.example'");
    await signInAs(fatima, 'fatima');
    const { text } = await fatima.get('/verder').expect(200);
    expect(text).toContain('is er niet meer');
    expect(text).toContain('Ik sprak haar moeder');
    await site.database.asSuperuser("update app.leaver set mentor_id = $1 where email = 'abdi@leerling.example'", [await memberOf(site.database, 'fatima')]);
  });

  it('is not kept after signing out, of a stranger, of a file, when it is long, or of a form that keeps nothing', async () => {
    const before = await kept();
    await save(site.visitor()).set('cookie', 'overstap=verzonnen').expect(303).expect('location', '/inloggen');
    await end();
    await fatima.post(`${abdi}/notities`).field('notitie', NOTE).expect(303).expect('location', '/inloggen');
    await fatima.post(`${abdi}/notities`).type('form').send({ notitie: 'a'.repeat(101 * 1024) }).expect(303).expect('location', '/inloggen');
    await fatima.post('/account').type('form').send({ member: NOTE }).expect(303).expect('location', '/inloggen');
    await site.database.asSuperuser('delete from app.session');
    await save(fatima).expect(303).expect('location', '/inloggen');
    expect(await kept()).toBe(before);
  });

  it('is forgotten when its writer signs out', async () => {
    await end();
    await save(fatima).expect(303);
    await signInAs(fatima, 'fatima');
    await fatima.get('/verder').expect(200);
    const before = await kept();
    await fatima.post('/uitloggen').expect(303);
    expect(await kept()).toBe(before - 1);
  });

  const caseOf = (key: string) => `select id from app.desk_case where leaver_id = (select id from app.leaver where email = '${key}@leerling.example')`;

  it.each([
    ['an outcome of a case', 'ingrid', caseOf('abdi'), '/niet-gestart/:id', { uitkomst: 'no-contact', notitie: NOTE }, 'Ik sprak haar moeder.'],
    ['a desk that was chosen', 'gijs', caseOf('daan'), '/regio/wachtrij/:id', { bureau: 'x' }, 'name="bureau"'],
    ['days of a calendar', 'gijs', 'select 1 as id', '/beheer/periodes/controleren', { schooljaar: '2025-2026', start: '2026-09-20' }, 'value="2026-09-20"'],
    ['who started', 'sanne', "select '25001-bol-2026-08-24' as id", '/intake/start/:id/doorgeven', { doen: 'gestart', datum: '2026-09-10' }, 'Timmerman'],
    ['who was ticked', 'sanne', "select '25001-bol-2026-08-24' as id", '/intake/start/:id/controleren', { doen: 'gestart' }, '<h1'],
  ] as const)('stands there again and changes nothing: %s', async (_what, person, of, path, body, shown) => {
    const [row] = await site.database.asSuperuser<{ id: string }>(of);
    const browser = await site.signedIn(person);
    await end();
    await browser.post(path.replace(':id', String(row?.id))).type('form').send(body).expect(303).expect('location', '/inloggen?naar=%2Fverder');
    await signInAs(browser, person);
    const events = (): Promise<object[]> => site.database.asSuperuser('select (select count(*) from app.event) as events, (select count(*) from app.attempt) as attempts, (select count(*) from app.desk_case where closed_on is null) as open');
    const before = await events();
    const { text } = await browser.get('/verder').expect(200);
    expect(text).toContain(SAVE_NOW);
    expect(text).toContain(shown);
    expect(await events()).toEqual(before);
  });

  it('cannot be passed off as kept by a header', async () => {
    await save(fatima).set('x-overstap-shown-again', 'ja').expect(303).expect('location', abdi);
  });

  it('is an invitation too', async () => {
    const lars = await site.signedIn('lars');
    await end();
    await lars.post('/beheer/mensen/uitnodigen').type('form').send({ email: 'kim@10ko00.example', roepnaam: 'Kim', achternaam: 'Aarts', rol: 'mentor' }).expect(303);
    await signInAs(lars, 'lars');
    const { text } = await lars.get('/verder').expect(200);
    expect(text).toContain('value="kim@10ko00.example"');
    expect(text).toContain(SAVE_NOW);
    expect(await site.database.asSuperuser("select from app.account where email = 'kim@10ko00.example'")).toEqual([]);
  });
});
