import { KEEP_EXAMPLE_PERSONS } from '#people';
import { testApp, type TestApp } from '../support/test-app.ts';

interface Queued {
  page: { link: string };
  to_address: string;
}

describe('signing in', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const mails = (): Promise<Queued[]> =>
    site.database.asSuperuser<Queued>("select page, to_address from app.mail where template = 'sign-in' order by queued_at desc");

  it('asks who comes without a session to sign in first, and brings them where they wanted to be', async () => {
    await site.visitor().get('/account').expect(303).expect('location', '/inloggen?naar=%2Faccount');
  });

  it('mails a link that works once', async () => {
    const browser = site.visitor();
    await browser.post('/inloggen').type('form').send({ email: 'Fatima@10KO00.example' }).expect(303).expect('location', '/inloggen/verstuurd');
    const [mail] = await mails();
    expect(mail?.to_address).toBe('fatima@10ko00.example');
    const { pathname } = new URL(String(mail?.page.link));
    await browser.get(pathname).expect(200);
    await browser.post(pathname).expect(303).expect('location', '/');
    await browser.get('/').expect(303).expect('location', '/leerlingen');
    expect((await browser.get('/account').expect(200)).text).toContain('Fatima el Amrani');
    await site.visitor().post(pathname).expect(410);
  });

  it('forgets that mail once bounced, for who gets it again', async () => {
    const bounced = "select mail_bounced_on::text as day from app.account where email = 'hanna@11br00.example'";
    await site.database.asSuperuser("update app.account set mail_bounced_on = '2026-09-01' where email = 'hanna@11br00.example'");
    const browser = site.visitor();
    await browser.post('/inloggen').type('form').send({ email: 'hanna@11br00.example' }).expect(303);
    expect(await site.database.asSuperuser(bounced)).toEqual([{ day: '2026-09-01' }]);
    const [mail] = await mails();
    await browser.post(new URL(String(mail?.page.link)).pathname).expect(303);
    expect(await site.database.asSuperuser(bounced)).toEqual([{ day: null }]);
  });

  it('answers the same for an address that nobody has, and sends nothing', async () => {
    const before = await mails();
    await site.visitor().post('/inloggen').type('form').send({ email: 'niemand@nergens.example' }).expect(303).expect('location', '/inloggen/verstuurd');
    expect(await mails()).toHaveLength(before.length);
  });

  it('keeps what was typed when it is no address', async () => {
    const { text } = await site.visitor().post('/inloggen').type('form').send({ email: 'fatima@' }).expect(422);
    expect(text).toContain('<title>Fout: Inloggen');
    expect(text).toContain('value="fatima@"');
    expect(text).toContain('Vul je e-mailadres in');
  });

  it('offers the same people of an example as long as it stands on a day, whatever they do; another for who left', async () => {
    const offered = async (): Promise<string[]> => [...(await site.visitor().get('/inloggen').expect(200)).text.matchAll(/name="member" value="([^"]+)"/g)].map(([, id]) => String(id)).toSorted();
    const run = (sql: string) => site.database.asSuperuser<{ id: string }>(sql);
    await run(KEEP_EXAMPLE_PERSONS);
    const before = await offered();
    expect(before.length).toBeGreaterThan(8);
    const [chosen] = await run(`select m.id from app.membership m where m.role = 'attendance-officer' and m.id in (${before.map((id) => `'${id}'`).join(', ')})`);
    await run(`update app.desk_case set closed_on = '2026-09-14', outcome = 'other' where desk_id = (select organisation_id from app.membership where id = '${chosen?.id}')`);
    await run("update app.card set work_group = 'wait'");
    expect(await offered()).toEqual(before);
    await run(`update app.membership set ended_on = '2026-09-14' where id = '${chosen?.id}'`);
    const after = await offered();
    expect(after).toHaveLength(before.length);
    expect(after).not.toContain(chosen?.id);
    await run(`update app.membership set ended_on = null where id = '${chosen?.id}'`);
    await run('update app.installation set example_persons = null');
    expect(await offered()).not.toEqual(before);
  });

  it('forgets who signs out', async () => {
    const browser = await site.signedIn('fatima');
    await browser.post('/uitloggen').expect(303);
    await browser.get('/account').expect(303);
  });

  it('ends at once for who has left', async () => {
    const browser = await site.signedIn('joost');
    await browser.get('/account').expect(200);
    await site.database.asSuperuser("update app.membership set ended_on = '2026-09-14' where account_id = (select id from app.account where email like 'joost@%')");
    await browser.get('/account').expect(303);
  });

  it('offers one click only on this machine', async () => {
    const { text } = await site.visitor().get('/inloggen').expect(200);
    expect(text).toContain('als iemand uit het voorbeeld');
    const far = await site.visitor().get('/inloggen').set('x-forwarded-for', '203.0.113.9').expect(200);
    expect(far.text).not.toContain('als iemand uit het voorbeeld');
  });
});
