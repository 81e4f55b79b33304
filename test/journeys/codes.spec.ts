import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

const OTHER = 'ABC-DEF';

describe('a code to sign in with', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  beforeEach(async () => {
    for (const table of ['attempt_count', 'mailed_code', 'handed_code', 'session']) await run(`delete from app.${table}`);
    await run("delete from app.mail where template = 'sign-in'");
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const idOf = async (key: string): Promise<string> => String((await run<{ id: string }>('select id from app.leaver where email = $1', [`${key}@leerling.example`]))[0]?.id);
  const type = (browser: TestAgent, page: string, code: string) => browser.post(page).type('form').send({ code });

  /** What somebody reads on a phone. */
  async function asked(browser: TestAgent, email: string): Promise<string> {
    await browser.post('/inloggen').type('form').send({ email }).expect(303).expect('location', '/inloggen/verstuurd');
    const [mail] = await run<{ page: { code: string } }>("select page from app.mail where template = 'sign-in' and to_address = $1 order by queued_at desc limit 1", [email]);
    return String(mail?.page.code);
  }

  const lettersLogged = async (): Promise<number> =>
    Number((await run<{ count: string }>("select count(*) from app.reading where what = 'letting-in-opened' and person = 'Fatima el Amrani'"))[0]?.count);

  async function given(who: 'fatima', key: string): Promise<string> {
    const { text } = await (await site.signedIn(who)).post(`/leerlingen/${await idOf(key)}/laat-inloggen`).expect(200);
    return String(/<p class="o-code">([^<]+)</.exec(text)?.[1]);
  }

  describe('from a mail', () => {
    it('works on a shared computer, typed from a phone, and for a shorter time', async () => {
      const computer = site.visitor();
      const code = await asked(computer, 'sem@leerling.example');
      await computer.post('/inloggen/verstuurd').type('form').send({ code: code.toLowerCase().replace('-', ' '), schoolcomputer: 'ja' }).expect(303).expect('location', '/');
      expect((await computer.get('/aanmeldingen').expect(200)).text).toContain('Hallo Sem');
      expect(await run("select idle_seconds <= 600 as idle, expires_at < clock_timestamp() + interval '61 minutes' as short from app.session")).toEqual([{ idle: true, short: true }]);
      const out = await computer.post('/uitloggen').expect(303);
      expect(out.headers['clear-site-data']).toBe('"storage"');
      await computer.get('/aanmeldingen').expect(303);
    });

    it('works once, and takes the link along', async () => {
      const computer = site.visitor();
      const code = await asked(computer, 'sem@leerling.example');
      await type(computer, '/inloggen/verstuurd', code).expect(303);
      await type(computer, '/inloggen/verstuurd', code).expect(422);
      const [mail] = await run<{ page: { link: string } }>("select page from app.mail where template = 'sign-in'");
      await site.visitor().post(new URL(String(mail?.page.link)).pathname).expect(410);
    });

    it('is worth nothing in another browser', async () => {
      const code = await asked(site.visitor(), 'sem@leerling.example');
      const { text } = await type(site.visitor(), '/inloggen/verstuurd', code).expect(422);
      expect(text).toContain('Deze code werkt niet meer. Vraag een nieuwe mail.');
    });

    it('is over after 15 minutes', async () => {
      const computer = site.visitor();
      const code = await asked(computer, 'sem@leerling.example');
      await run("update app.mailed_code set expires_at = clock_timestamp() - interval '1 second'");
      await type(computer, '/inloggen/verstuurd', code).expect(422);
    });

    it('may be typed wrong four times, not five', async () => {
      const computer = site.visitor();
      const code = await asked(computer, 'sem@leerling.example');
      for (let n = 0; n < 4; n++) expect((await type(computer, '/inloggen/verstuurd', OTHER).expect(422)).text).toContain('Deze code klopt niet');
      expect((await type(computer, '/inloggen/verstuurd', OTHER).expect(422)).text).toContain('Vraag een nieuwe mail');
      await type(computer, '/inloggen/verstuurd', code).expect(422);
    });

    it('is answered the same for an address that nobody has', async () => {
      const computer = site.visitor();
      await computer.post('/inloggen').type('form').send({ email: 'niemand@nergens.example' }).expect(303);
      expect((await type(computer, '/inloggen/verstuurd', OTHER).expect(422)).text).toContain('Deze code klopt niet');
    });

    it('lets staff in too', async () => {
      const computer = site.visitor();
      await type(computer, '/inloggen/verstuurd', await asked(computer, 'fatima@10ko00.example')).expect(303);
      await computer.get('/').expect(303);
    });
  });

  describe('from the mentor', () => {
    it('lets in a student without mail, once, and the student sees who gave it', async () => {
      await run("update app.leaver set email = null where email = 'daan@leerling.example'");
      const [daan] = await run<{ id: string }>("select id from app.leaver where given_name = 'Daan'");
      const { text } = await (await site.signedIn('joost')).post(`/leerlingen/${daan?.id}/laat-inloggen`).expect(200);
      const code = String(/<p class="o-code">([^<]+)</.exec(text)?.[1]);
      const computer = site.visitor();
      await type(computer, '/inloggen/code', code).expect(303);
      const { text: own } = await computer.get('/aanmeldingen').expect(200);
      expect(own).toContain('Hallo Daan');
      expect(own).toContain('Geef je mailadres op');
      const { text: readers } = await computer.get('/paspoort/wie-leest-mee').expect(200);
      expect(readers).toContain('Code gegeven om in te loggen.');
      expect(readers).toContain('Joost Bakker');
      expect((await type(site.visitor(), '/inloggen/code', code).expect(422)).text).toContain('Vraag je school om een nieuwe');
    });

    it('is over after 15 minutes, and when a new one was given', async () => {
      const code = await given('fatima', 'isa');
      const newer = await given('fatima', 'isa');
      await type(site.visitor(), '/inloggen/code', code).expect(422);
      await run("update app.handed_code set expires_at = clock_timestamp() - interval '1 second'");
      await type(site.visitor(), '/inloggen/code', newer).expect(422);
    });

    it('is never kept as it is', async () => {
      const code = (await given('fatima', 'isa')).replace('-', '');
      const rows = await run<{ row: string }>('select handed_code::text as row from app.handed_code');
      expect(JSON.stringify(rows)).not.toContain(code);
      expect(rows[0]?.row).not.toContain(Buffer.from(code).toString('hex'));
    });

    it('cannot be guessed for long', async () => {
      const guesser = site.visitor();
      for (let n = 0; n < 30; n++) await type(guesser, '/inloggen/code', `AAAA-AA${String(n + 20).replaceAll(/[0158]/g, 'B')}`).expect(422);
      await type(guesser, '/inloggen/code', 'AAAA-AAAA').expect(429);
    });

    it('is not given by a mentor of others, nor for who died', async () => {
      await (await site.signedIn('joost')).post(`/leerlingen/${await idOf('isa')}/laat-inloggen`).expect(404);
      await run("update app.leaver set destination = 'deceased' where email = 'isa@leerling.example'");
      await (await site.signedIn('fatima')).post(`/leerlingen/${await idOf('isa')}/laat-inloggen`).expect(404);
      expect(await run('select from app.handed_code')).toEqual([]);
    });
  });

  describe('in a letter', () => {
    it('is on paper for the whole class, each with a code of their own that works for 14 days', async () => {
      const { text } = await (await site.signedIn('fatima')).post('/leerlingen/inlogbrieven').type('form').send({ klas: '4B' }).expect(200);
      const letters = [...text.matchAll(/<p>Voor ([^<]+)<\/p>[^]*?<p class="o-code">([^<]+)</g)].map(([, name, code]) => ({ name, code }));
      expect(letters.map(({ name }) => name)).toEqual(['Elif Çelik', 'Finn de Jong', 'Yara Kuipers']);
      expect(text).toContain('tot 28 september 2026');
      const yara = site.visitor();
      await type(yara, '/inloggen/code', String(letters.find(({ name }) => name === 'Yara Kuipers')?.code)).expect(303);
      expect((await yara.get('/aanmeldingen').expect(200)).text).toContain('Hallo Yara');
    });

    it('leaves a line in the log of reading for each on paper', async () => {
      const before = await lettersLogged();
      await (await site.signedIn('fatima')).post('/leerlingen/inlogbrieven').type('form').send({ klas: '4B' }).expect(200);
      expect(await lettersLogged()).toBeGreaterThan(before);
    });

    it('is not made of a class of others', async () => {
      await (await site.signedIn('joost')).post('/leerlingen/inlogbrieven').type('form').send({ klas: '4B' }).expect(404);
      await (await site.signedIn('joost')).post(`/leerlingen/${await idOf('isa')}/inlogbrief`).expect(404);
    });
  });
});
