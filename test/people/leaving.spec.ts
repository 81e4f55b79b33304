import type TestAgent from 'supertest/lib/agent.js';
import { freezeUnused } from '#people';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';
import type { Person } from '../personas/people.ts';

describe('people who come and go', () => {
  let site: TestApp;
  let lars: TestAgent;
  const id = (person: Person): Promise<string> => memberOf(site.database, person);
  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const post = (browser: TestAgent, address: string, form: object = {}) => browser.post(address).type('form').send(form);
  const inbox = async (template: string, email: string): Promise<string> => {
    const [mail] = await site.database.asSuperuser<{ page: { link: string } }>('select page from app.mail where template = $1 and to_address = $2 order by queued_at desc limit 1', [template, email]);
    return new URL(String(mail?.page.link)).pathname;
  };
  const hearers = async (leaver: string): Promise<string[]> => {
    const rows = await site.database.asSuperuser<{ email: string }>(
      `select distinct r.email from app.recipients_on('2026-09-14') r join app.signal s on s.id = r.signal_id join app.leaver l on l.id = s.leaver_id
       where l.email = $1 and r.reason in ('mentor', 'instead-of-mentor') order by 1`, [`${leaver}@leerling.example`]);
    return rows.map(({ email }) => email);
  };

  beforeEach(async () => {
    site = await testApp();
    lars = await site.signedIn('lars');
  });
  afterEach(() => site.close());

  it('ends at the next click, and comes back when it was a slip', async () => {
    const [thijs, of] = [await site.signedIn('thijs'), await id('thijs')];
    await html(thijs, '/leerlingen');
    await post(lars, `/beheer/mensen/${of}/weg`, { alles: 'ja' }).expect(303);
    await thijs.get('/leerlingen').expect(303);
    const page = await html(lars, `/beheer/mensen/${of}`);
    expect(page).toMatch(/Deze rol werkt vanaf de volgende klik niet meer[^]*Toch niet weg[^]*Werkt hier niet meer\. <span class="o-sub">Rol: teamleider, door Lars de Vries/);
    expect(await html(lars, '/beheer/mensen')).not.toContain('Thijs');
    await post(lars, `/beheer/mensen/${of}/terug`).expect(303);
    await html(await site.signedIn('thijs'), '/leerlingen');
  });

  it('asks who takes the leavers of a mentor over, and mails the dean when nobody does', async () => {
    const [fatima, joost] = [await id('fatima'), await id('joost')];
    const asked = await post(lars, `/beheer/mensen/${fatima}/weg`, { alles: 'ja' }).expect(200);
    expect(asked.text).toContain('6 leerlingen hebben deze mentor. Wie neemt ze over?');
    expect(await hearers('abdi')).toEqual(['fatima@10ko00.example']);
    await post(lars, `/beheer/mensen/${fatima}/weg`, { alles: 'ja', opvolger: 'niemand' }).expect(303);
    expect(await hearers('abdi')).toEqual(['lars@10ko00.example']);
    await post(lars, `/beheer/mensen/${fatima}/terug`).expect(303);
    expect(await hearers('abdi')).toEqual(['fatima@10ko00.example']);
    await post(lars, `/beheer/mensen/${fatima}/weg`, { alles: 'ja', opvolger: joost }).expect(303);
    expect(await hearers('abdi')).toEqual(['joost@10ko00.example']);
    await (await site.signedIn('joost')).get('/leerlingen').expect(200);
  });

  it('always leaves somebody who looks after the people', async () => {
    const [dean, office] = [await id('lars'), await id('soraya')];
    await post(lars, `/beheer/mensen/${dean}/weg`, { alles: 'ja' }).expect(303);
    expect(await html(lars, `/beheer/mensen/${dean}`)).toContain('Laat eerst een collega beheren.');
    await post(lars, `/beheer/mensen/${office}/weg`, { alles: 'ja' }).expect(303);
    expect(await html(lars, `/beheer/mensen/${office}`)).toContain('Toch niet weg');
  });

  it('lets a colleague look after people too, until it is taken back', async () => {
    const [thijs, of] = [await site.signedIn('thijs'), await id('thijs')];
    await thijs.get('/beheer').expect(404);
    await post(lars, `/beheer/mensen/${of}/beheer`, { mag: 'ja' }).expect(303);
    expect(await html(thijs, '/beheer/mensen')).toContain('mag mensen beheren');
    await html(thijs, '/beheer/klassen');
    await post(lars, `/beheer/mensen/${of}/beheer`, { mag: 'nee' }).expect(303);
    await thijs.get('/beheer').expect(404);
  });

  it('mails the dean instead of who let an invitation run out, and the invited while it runs', async () => {
    const set = (sql: string) => site.database.asSuperuser(`update app.membership set accepted_at = null, ${sql} where id = $1`, [fatima]);
    const fatima = await id('fatima');
    await set('invited_at = null');
    expect(await hearers('abdi')).toEqual(['fatima@10ko00.example']);
    await set("invited_at = clock_timestamp(), invitation_ends_at = clock_timestamp() + interval '1 day'");
    expect(await hearers('abdi')).toEqual(['fatima@10ko00.example']);
    await set("invitation_ends_at = clock_timestamp() - interval '1 day'");
    expect(await hearers('abdi')).toEqual(['lars@10ko00.example']);
  });

  it('freezes what nobody used for a year, says so, and opens again with one click', async () => {
    const [fatima, of] = [await site.signedIn('fatima'), await id('fatima')];
    await site.database.asSuperuser("update app.account set last_used_at = clock_timestamp() - interval '366 days' where email like 'fatima@%'");
    expect(await freezeUnused(site.worker, site.clock)).toBe(1);
    expect(await freezeUnused(site.worker, site.clock)).toBe(0);
    await fatima.get('/leerlingen').expect(303);
    expect(await hearers('abdi')).toEqual(['lars@10ko00.example']);
    const browser = site.visitor();
    await post(browser, '/inloggen', { email: 'fatima@10ko00.example' }).expect(303);
    const refused = await post(browser, await inbox('sign-in', 'fatima@10ko00.example')).expect(403);
    expect(refused.text).toMatch(/Daarom is je account bevroren\. Er is niets weg\.[^]*Vraag Lars de Vries of Soraya Klaver van Het Kompas/);
    expect(await html(lars, '/beheer')).toContain('1 account is bevroren');
    await post(lars, `/beheer/mensen/${of}/openen`).expect(303);
    expect(await html(lars, `/beheer/mensen/${of}`)).toMatch(/Account weer geopend\.[^]*door Lars de Vries/);
    await post(browser, '/inloggen', { email: 'fatima@10ko00.example' }).expect(303);
    await post(browser, await inbox('sign-in', 'fatima@10ko00.example')).expect(303);
  });

  it('lets the region invite the first person of a school, who invites the others', async () => {
    await site.database.asSuperuser("insert into app.organisation (code, name, kind, region) values ('13NI00', 'De Nieuwe School', 'vo', '10')");
    const [{ id: school } = { id: '' }] = await site.database.asSuperuser<{ id: string }>("select id from app.organisation where code = '13NI00'");
    const gijs = await site.signedIn('gijs');
    expect(await html(gijs, '/beheer/organisaties')).toMatch(/De Nieuwe School[^]*nog niemand/);
    const first = { email: 'eva@13ni00.example', roepnaam: 'Eva', tussenvoegsel: '', achternaam: 'Bos', rol: 'team-leader' };
    await post(gijs, `/beheer/organisaties/${school}`, { ...first, rol: 'intake-officer' }).expect(422);
    await post(gijs, `/beheer/organisaties/${school}`, first).expect(303);
    expect(await html(gijs, '/beheer/organisaties')).toMatch(/Eva Bos, uitgenodigd/);
    const eva = site.visitor();
    const link = await inbox('invitation', first.email);
    expect(await html(eva, link)).toContain('<strong>Gijs Idrissi</strong> nodigt je uit.');
    await post(eva, link).expect(303);
    await post(eva, '/beheer/mensen/uitnodigen', { ...first, email: 'mo@13ni00.example', roepnaam: 'Mo', rol: 'mentor' }).expect(303);
    await post(site.visitor(), await inbox('invitation', 'mo@13ni00.example')).expect(303);
    const pieter = await site.signedIn('pieter');
    await pieter.get(`/beheer/organisaties/${school}`).expect(404);
    await post(pieter, `/beheer/organisaties/${school}`, first).expect(404);
  });

  it('shows how people sign in, and no secret', async () => {
    const page = await html(lars, '/beheer/inloggen');
    expect(page).toMatch(/Met een link per mail[^]*14 dagen geldig/);
    await (await site.signedIn('fatima')).get('/beheer/inloggen').expect(404);
  });

  it.each(['niels', 'dirk', 'gijs', 'fatima', 'okan'] as const)('is not for %s', async (person: Person) => {
    const [browser, of] = [await site.signedIn(person), await id('joost')];
    await browser.get(`/beheer/mensen/${of}`).expect(404);
    for (const what of ['weg', 'terug', 'openen']) await post(browser, `/beheer/mensen/${of}/${what}`, { alles: 'ja', opvolger: 'niemand' }).expect(404);
    await post(browser, `/beheer/mensen/${of}/beheer`, { mag: 'ja' }).expect(404);
    const [row] = await site.database.asSuperuser('select ended_on, administers from app.membership where id = $1', [of]);
    expect(row).toEqual({ ended_on: null, administers: false });
  });
});
