import type TestAgent from 'supertest/lib/agent.js';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('inviting colleagues', () => {
  let site: TestApp;
  let lars: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    lars = await site.signedIn('lars');
  });
  afterAll(() => site.close());

  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const lastLink = async (email: string): Promise<string> => {
    const [mail] = await site.database.asSuperuser<{ page: { link: string } }>("select page from app.mail where template = 'invitation' and to_address = $1 order by queued_at desc limit 1", [email]);
    return new URL(String(mail?.page.link)).pathname;
  };
  const samira = { email: 'samira@10ko00.example', roepnaam: 'Samira', tussenvoegsel: '', achternaam: 'Haddad', rol: 'mentor' };
  const invite = (browser: TestAgent, form: object) => browser.post('/beheer/mensen/uitnodigen').type('form').send(form);

  it('begins with who works here, by name, and how each stands', async () => {
    expect(await html(lars, '/beheer')).toContain('href="/beheer/mensen"');
    const list = await html(lars, '/beheer/mensen');
    expect(list).toMatch(/Fatima el Amrani<\/a><span class="o-sub">fatima@10ko00\.example[^]*mentor[^]*werkt mee[^]*Joost Bakker/);
    expect(list).not.toContain('Hanna van Beek');
  });

  it('finds a name without putting it in the address', async () => {
    const found = await lars.post('/beheer/mensen/zoeken').type('form').send({ naam: 'zoe pet' }).expect(303);
    expect(found.headers.location).toMatch(/^\/beheer\/mensen\?zoek=[\da-f-]{36}$/);
    const list = await html(lars, String(found.headers.location));
    expect(list).toContain('Zoë Peters');
    expect(list).not.toContain('Fatima');
    expect(await html(lars, '/beheer/mensen?rol=mentor')).not.toContain('Zoë');
  });

  it('says beside the field what is missing and keeps what was typed', async () => {
    const { text } = await invite(lars, { ...samira, email: 'samira@', rol: 'intake-officer' }).expect(422);
    expect(text).toContain('value="samira@"');
    expect(text).toContain('Vul het mailadres van het werk in');
    expect((await invite(lars, { ...samira, rol: 'intake-officer' }).expect(422)).text).toContain('Kies minstens één rol.');
  });

  it('mails a link that lets a mentor in, once', async () => {
    await invite(lars, samira).expect(303).expect('location', '/beheer/mensen');
    expect(await html(lars, '/beheer/mensen')).toMatch(/De uitnodiging is verstuurd[^]*Samira Haddad[^]*uitgenodigd/);
    const link = await lastLink(samira.email);
    const browser = site.visitor();
    const page = await html(browser, link);
    expect(page).toContain('<strong>Lars de Vries</strong> nodigt je uit.');
    expect(page).toMatch(/Samira Haddad[^]*mentor[^]*Het Kompas/);
    await html(site.visitor(), link);
    await browser.post(link).expect(303).expect('location', '/');
    expect(await html(browser, '/account')).toContain('Samira Haddad');
    expect((await site.visitor().post(link).expect(410)).text).toContain('Deze uitnodiging is al gebruikt.');
    expect(await html(lars, '/beheer/mensen?staat=werkt-mee')).toContain('Samira Haddad');
  });

  it('gives a colleague who is in already another role at once', async () => {
    await invite(lars, { ...samira, rol: 'team-leader' }).expect(303);
    expect(await html(lars, '/beheer/mensen')).toMatch(/Deze collega werkt al mee[^]*Samira Haddad[^]*mentor, teamleider/);
    await invite(lars, { ...samira, rol: 'team-leader' }).expect(303);
    expect(await html(lars, '/beheer/mensen')).toContain('Dat was al gebeurd.');
  });

  it('shows a new mentor at once whom the file of the school named, and nobody of another school', async () => {
    const kim = { ...samira, email: 'kim@10ko00.example', roepnaam: 'Kim', achternaam: 'Aarts' };
    await site.database.asSuperuser("update app.leaver set mentor_email = 'Kim@10KO00.example', mentor_id = null where given_name in ('Elif', 'Roos')");
    await invite(lars, kim).expect(303);
    const browser = site.visitor();
    await browser.post(await lastLink(kim.email)).expect(303);
    const list = await html(browser, '/leerlingen');
    expect(list).toContain('Elif');
    expect(list).not.toContain('Roos');
  });

  it('ends after fourteen days, says whom to ask, and begins anew with a new letter', async () => {
    const form = { ...samira, email: 'tim@10ko00.example', roepnaam: 'Tim' };
    await invite(lars, form).expect(303);
    const old = await lastLink(form.email);
    await site.database.asSuperuser("update app.invitation set ends_at = clock_timestamp() - interval '1 minute' where used_at is null");
    await site.database.asSuperuser("update app.membership set invitation_ends_at = clock_timestamp() - interval '1 minute' where invitation_ends_at is not null and accepted_at is null");
    expect(await html(site.visitor(), old)).toMatch(/Deze uitnodiging is verlopen\.<\/strong> Vraag (Lars de Vries|Soraya)[^<]* om een nieuwe uitnodiging voor Het Kompas/);
    await site.visitor().post(old).expect(410);
    expect(await html(lars, '/beheer/mensen')).toContain('1 uitnodiging is verlopen');
    await site.visitor().post('/inloggen').type('form').send({ email: form.email }).expect(303);
    const [mail] = await site.database.asSuperuser<{ page: { link: string } }>("select page from app.mail where template = 'sign-in' and to_address = $1", [form.email]);
    expect((await site.visitor().post(new URL(String(mail?.page.link)).pathname).expect(403)).text).toContain('Je uitnodiging voor Het Kompas is verlopen.');
    await invite(lars, form).expect(303);
    await site.visitor().post(old).expect(410);
    await site.visitor().post(await lastLink(form.email)).expect(303);
  });

  it('goes to many at once, after a page that says to whom', async () => {
    await site.database.asSuperuser(`with made as (insert into app.account (email, given_name, family_name)
        select 'collega' || n || '@10ko00.example', 'Collega', 'Nummer' || n from generate_series(1, 80) n returning id)
      insert into app.membership (account_id, organisation_id, role) select made.id, o.id, 'mentor' from made, app.organisation o where o.code = '10KO00'`);
    expect(await html(lars, '/beheer/mensen')).toContain('80 mensen zijn nog niet uitgenodigd');
    const check = await lars.post('/beheer/mensen/uitnodigen/kiezen').type('form').send({ nieuw: 'alle' }).expect(200);
    expect(check.text).toContain('Deze 80 mensen krijgen een mail');
    const chosen = [...check.text.matchAll(/name="wie" value="([\da-f-]+)"/g)].map(([, id]) => id);
    const body = chosen.map((id) => `wie=${id}`).join('&');
    await lars.post('/beheer/mensen/uitnodigen/versturen').type('form').send(body).expect(303);
    expect(await html(lars, '/beheer/mensen')).toContain('De uitnodigingen zijn verstuurd.');
    const [sent] = await site.database.asSuperuser<{ n: number }>("select count(*)::int as n from app.mail where template = 'invitation' and to_address like 'collega%'");
    expect(sent?.n).toBe(80);
  });

  it('lets in who is only noted and asks for a link by mail', async () => {
    await site.database.asSuperuser(`with made as (insert into app.account (email, given_name, family_name) values ('noa@10ko00.example', 'Noa', 'Post') returning id)
      insert into app.membership (account_id, organisation_id, role) select made.id, o.id, 'mentor' from made, app.organisation o where o.code = '10KO00'`);
    await site.visitor().post('/inloggen').type('form').send({ email: 'noa@10ko00.example' }).expect(303);
    const [mail] = await site.database.asSuperuser<{ page: { link: string } }>("select page from app.mail where template = 'sign-in' and to_address = 'noa@10ko00.example'");
    const browser = site.visitor();
    await browser.post(new URL(String(mail?.page.link)).pathname).expect(303);
    expect(await html(browser, '/account')).toContain('Noa Post');
  });

  it.each(['fatima', 'zoe', 'thijs', 'petra', 'sanne', 'ingrid', 'cora'] as const)('is not for %s', async (person: Person) => {
    const browser = await site.signedIn(person);
    await browser.get('/beheer/mensen').expect(404);
    await invite(browser, samira).expect(404);
    await browser.post('/beheer/mensen/uitnodigen/versturen').type('form').send({}).expect(404);
  });

  it('never reaches into another school, not even with ids from there', async () => {
    const niels = await site.signedIn('niels');
    const [noted] = await site.database.asSuperuser<{ id: string }>("update app.membership set accepted_at = null where id = (select m.id from app.membership m join app.account a on a.id = m.account_id where a.email = 'joost@10ko00.example') returning id");
    const before = await site.database.asSuperuser('select id from app.mail');
    await niels.post('/beheer/mensen/uitnodigen/versturen').type('form').send({ wie: noted?.id }).expect(303);
    expect(await site.database.asSuperuser('select id from app.mail')).toHaveLength(before.length);
    expect(await html(niels, '/beheer/mensen')).not.toContain('Joost');
  });
});
