import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('letting a parent read along', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const idOf = async (given: string): Promise<string> => String((await run<{ id: string }>('select id from app.leaver where given_name = $1', [given]))[0]?.id);
  const codeOn = (text: string): string => String(/<p class="o-code">([^<]+)</.exec(text)?.[1]);

  async function linkFor(browser: TestAgent, email: string): Promise<string> {
    await browser.post('/inloggen').type('form').send({ email }).expect(303);
    const [mail] = await run<{ page: { link: string } }>("select page from app.mail where template = 'sign-in' and to_address = $1 order by queued_at desc limit 1", [email]);
    return new URL(String(mail?.page.link)).pathname;
  }

  it('needs the mentor under 16, and a code that stands in no mail', async () => {
    const { text } = await (await site.signedIn('joost')).post(`/leerlingen/${await idOf('Noor')}/ouders`).type('form').send({ doe: 'laat-meelezen', naam: 'Karim de Boer', adres: 'karim@thuis.example' }).expect(200);
    const code = codeOn(text);
    const karim = site.visitor();
    const link = await linkFor(karim, 'karim@thuis.example');
    expect((await karim.get(link).expect(200)).text).toContain('Code van uw kind of de school');
    await karim.post(link).type('form').send({ code: 'AAAA-AAAA' }).expect(422);
    await karim.post(link).type('form').send({ code }).expect(303);
    expect((await karim.get('/aanmeldingen').expect(200)).text).toContain('Aanmeldingen van Noor');
    const mails = await run<{ page: object }>("select page from app.mail where to_address = 'karim@thuis.example'");
    expect(JSON.stringify(mails)).not.toContain(code);
    await karim.post('/uitloggen').expect(303);
    await karim.post(await linkFor(karim, 'karim@thuis.example')).expect(303).expect('location', '/');
  });

  it('does not let in with the mail alone', async () => {
    await (await site.signedIn('joost')).post(`/leerlingen/${await idOf('Noor')}/ouders`).type('form').send({ doe: 'laat-meelezen', adres: 'vals@thuis.example' }).expect(200);
    const finder = site.visitor();
    const link = await linkFor(finder, 'vals@thuis.example');
    const [mail] = await run<{ page: { code: string } }>("select page from app.mail where template = 'sign-in' and to_address = 'vals@thuis.example'");
    expect((await finder.post('/inloggen/verstuurd').type('form').send({ code: mail?.page.code }).expect(422)).text).toContain('Open de eerste keer de link in de mail');
    for (let n = 0; n < 5; n++) await finder.post(link).type('form').send({ code: 'AAAA-AAAA' }).expect(422);
    await finder.get('/aanmeldingen').expect(303);
  });

  it('is for the student to decide from 16 on, and to stop', async () => {
    await (await site.signedIn('fatima')).post(`/leerlingen/${await idOf('Abdi')}/ouders`).type('form').send({ doe: 'laat-meelezen', adres: 'omar@thuis.example' }).expect(422);
    const abdi = await site.signedIn('abdi');
    const omar = await site.signedIn('omar');
    expect((await omar.get('/aanmeldingen').expect(200)).text).toContain('U hoeft nu niets te doen');
    const { text } = await abdi.post('/ouder-uitnodigen').type('form').send({ naam: 'Omar', adres: 'omar@thuis.example' }).expect(200);
    expect(codeOn(text)).toMatch(/^.{4}-.{4}$/);
    expect((await omar.get('/aanmeldingen').expect(200)).text).toContain('Aanmeldingen van Abdi');
    const [row] = await run<{ id: string }>("select id from app.guardian where email = 'omar@thuis.example'");
    await (await site.signedIn('sem')).post('/ouder-uitnodigen').type('form').send({ doe: 'stop', id: row?.id }).expect(404);
    await abdi.post('/ouder-uitnodigen').type('form').send({ doe: 'stop', id: row?.id }).expect(303);
    await omar.get('/aanmeldingen').expect(303);
  });

  it('is not for a student under 16, nor with an address of the student', async () => {
    await (await site.signedIn('noor')).post('/ouder-uitnodigen').type('form').send({ adres: 'wie@thuis.example' }).expect(422);
    await (await site.signedIn('sem')).post('/ouder-uitnodigen').type('form').send({ adres: 'sem@leerling.example' }).expect(422);
  });

  it('mails a few parents an hour at most, and says from when it works again', async () => {
    const sem = await site.signedIn('sem');
    for (const n of [1, 2, 3, 4, 5]) await sem.post('/ouder-uitnodigen').type('form').send({ adres: `oom${n}@thuis.example` }).expect(200);
    expect((await sem.post('/ouder-uitnodigen').type('form').send({ adres: 'oom6@thuis.example' }).expect(429)).text).toMatch(/Vanaf .* uur werkt het weer/);
    expect(await run("select from app.mail where to_address = 'oom6@thuis.example'")).toEqual([]);
  });

  it('never again after "geen contact", also when the student or a colleague asks', async () => {
    const samira = await site.signedIn('samira');
    const joost = await site.signedIn('joost');
    await joost.post(`/leerlingen/${await idOf('Noor')}/ouders`).type('form').send({ doe: 'geen-contact', adres: 'samira@thuis.example' }).expect(303);
    await samira.get('/aanmeldingen').expect(303);
    await joost.post(`/leerlingen/${await idOf('Noor')}/ouders`).type('form').send({ doe: 'laat-meelezen', adres: 'Samira@thuis.example' }).expect(422);
    await site.visitor().post('/inloggen').type('form').send({ email: 'samira@thuis.example' }).expect(303);
    expect(await run("select from app.mail where to_address = 'samira@thuis.example'")).toEqual([]);
    expect((await (await site.signedIn('noor')).get('/ouder-uitnodigen').expect(200)).text).not.toContain('samira@thuis.example');
  });

  describe('a parent whom a student under 16 names', () => {
    const NAMED = { doe: 'noem', naam: 'Yara de Boer', adres: 'Yara@thuis.example' };
    const toYara = () => run("select template from app.mail where to_address = 'yara@thuis.example'");
    const ask = async (person: 'joost' | 'fatima' | 'hanna', form: object) => (await site.signedIn(person)).post(`/leerlingen/${await idOf('Noor')}/ouders`).type('form').send(form);
    const named = async () => String((await run<{ id: string }>("select id from app.guardian where email = 'yara@thuis.example'"))[0]?.id);

    it('waits for the mentor: nobody is mailed and nothing is counted as a parent', async () => {
      const noor = await site.signedIn('noor');
      for (const _ of [1, 2]) await noor.post('/ouder-uitnodigen').type('form').send(NAMED).expect(303);
      expect((await noor.get('/ouder-uitnodigen').expect(200)).text).toContain('Wacht op je mentor. Er is nog niets verstuurd.');
      expect(await toYara()).toEqual([]);
      expect(await run("select from app.guardian where email = 'yara@thuis.example' and confirmed_at is null and membership_id is null")).toHaveLength(1);
      await site.visitor().post('/inloggen').type('form').send({ email: 'yara@thuis.example' }).expect(303);
      expect(await toYara()).toEqual([]);
      expect(await run("select from app.mentor_todos('2026-06-01', array(select mentor_id from app.leaver where given_name = 'Noor')) t where t.kind = 'parent-address'")).toHaveLength(1);
    });

    it('can be taken away by the student, and by no other student', async () => {
      const id = await named();
      await (await site.signedIn('mila')).post('/ouder-uitnodigen').type('form').send({ doe: 'toch-niet', id }).expect(303);
      expect(await named()).toBe(id);
      const noor = await site.signedIn('noor');
      await noor.post('/ouder-uitnodigen').type('form').send({ doe: 'toch-niet', id }).expect(303);
      expect(await run("select from app.guardian where email = 'yara@thuis.example'")).toEqual([]);
      await noor.post('/ouder-uitnodigen').type('form').send(NAMED).expect(303);
    });

    it('is turned down by the mentor only, which the student reads; the mentor may think better of it', async () => {
      const id = await named();
      expect((await ask('fatima', { doe: 'niet-bevestigen', id })).status).toBe(404);
      expect((await ask('joost', { doe: 'niet-bevestigen', id })).status).toBe(303);
      const noor = await site.signedIn('noor');
      expect((await noor.get('/ouder-uitnodigen').expect(200)).text).toContain('Niet bevestigd. Praat erover met je mentor.');
      expect((await noor.post('/ouder-uitnodigen').type('form').send(NAMED).expect(422)).text).toContain('Je mentor heeft dit adres niet bevestigd.');
      await noor.post('/ouder-uitnodigen').type('form').send({ doe: 'toch-niet', id }).expect(303);
      expect(await named()).toBe(id);
    });

    it('gets one mail once the mentor confirms, with the code apart', async () => {
      const { text } = await ask('joost', { doe: 'laat-meelezen', naam: 'Yara de Boer', adres: 'yara@thuis.example' });
      expect(codeOn(text)).toMatch(/^.{4}-.{4}$/);
      expect(await toYara()).toEqual([{ template: 'guardian-invited' }]);
      expect((await (await site.signedIn('noor')).post('/ouder-uitnodigen').type('form').send(NAMED).expect(422)).text).toContain('Dit adres staat er al.');
    });

    it('is never the student’s own address, and at most four wait', async () => {
      const noor = await site.signedIn('noor');
      await noor.post('/ouder-uitnodigen').type('form').send({ ...NAMED, adres: 'noor@leerling.example' }).expect(422);
      for (const n of [1, 2, 3, 4]) await noor.post('/ouder-uitnodigen').type('form').send({ ...NAMED, adres: `tante${n}@thuis.example` }).expect(303);
      expect((await noor.post('/ouder-uitnodigen').type('form').send({ ...NAMED, adres: 'tante5@thuis.example' }).expect(422)).text).toContain('Er wachten al 4 adressen op je mentor.');
    });

    it('is not for who turned 16: then the student decides alone', async () => {
      expect((await (await site.signedIn('sem')).post('/ouder-uitnodigen').type('form').send(NAMED).expect(422)).text).toContain('Dit adres kan niet.');
    });
  });

  it('is arranged by nobody of another class', async () => {
    await (await site.signedIn('fatima')).get(`/leerlingen/${await idOf('Noor')}/ouders`).expect(404);
    await (await site.signedIn('fatima')).post(`/leerlingen/${await idOf('Noor')}/ouders`).type('form').send({ doe: 'geen-contact', adres: 'karim@thuis.example' }).expect(404);
  });
});
