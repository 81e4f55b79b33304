import type TestAgent from 'supertest/lib/agent.js';
import { share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('the rights of a student', () => {
  let site: TestApp;
  let abdi: TestAgent;
  let fatima: TestAgent;
  let corrections: string;

  beforeAll(async () => {
    site = await testApp();
    [abdi, fatima] = [await site.signedIn('abdi'), await site.signedIn('fatima')];
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    corrections = `/leerlingen/${row?.id}/verbeteringen`;
  });
  afterAll(() => site.close());

  const ask = (browser: TestAgent, fields: object) => browser.post('/paspoort/rechten').type('form').send({ over: 'my-school', fout: 'Ik zit in 4C', goed: 'Ik zit in 4B', ...fields });
  const count = async (from: string): Promise<number> => Number((await site.database.asSuperuser<{ n: string }>(`select count(*) as n from ${from}`))[0]?.n);

  describe('to have something mended', () => {
    it('says what is missing, and keeps what was typed', async () => {
      const { text } = await ask(abdi, { over: '', goed: ' '.trim() }).expect(422);
      expect(text).toContain('Kies wat er niet klopt.');
      expect(text).toContain('Schrijf op wat er moet staan.');
      expect(text).toContain('>Ik zit in 4C</textarea>');
    });

    it('goes to the mentor, who answers with a reason that the student reads', async () => {
      await ask(abdi, {}).expect(303);
      expect((await abdi.get('/paspoort/rechten')).text).toContain('Je mentor heeft nog niet geantwoord.');
      expect((await fatima.get(corrections.replace('/verbeteringen', ''))).text).toMatch(/Vragen om verbetering<\/a>[^]{0,200}Wacht op jou/);
      const page = (await fatima.get(corrections).expect(200)).text;
      expect(page).toContain('Niet goed: Ik zit in 4C');
      const id = /name="verzoek" value="([^"]+)"/.exec(page)?.[1];
      const refused = await fatima.post(corrections).type('form').send({ verzoek: id, antwoord: 'not-done', reden: '' }).expect(422);
      expect(refused.text).toContain('Schrijf op waarom het zo blijft. De leerling leest dit.');
      await fatima.post(corrections).type('form').send({ verzoek: id, antwoord: 'not-done', reden: 'De klas klopt wel.' }).expect(303);
      expect((await abdi.get('/paspoort/rechten')).text).toMatch(/Antwoord: Niet verbeterd\.<\/strong> De klas klopt wel\./);
      await fatima.post(corrections).type('form').send({ verzoek: id, antwoord: 'done' }).expect(404);
    });

    it('is not there for another mentor, a dean or a summer team', async () => {
      for (const person of ['joost', 'lars', 'zoe', 'hanna'] as const) await (await site.signedIn(person)).get(corrections).expect(404);
    });

    it('shows a student nothing of what another asked', async () => {
      expect((await (await site.signedIn('sem')).get('/paspoort/rechten')).text).not.toContain('4C');
    });

    it('leaves a line for the student when the mentor looks', async () => {
      expect(await count("app.reading where what = 'corrections-opened' and person = 'Fatima el Amrani'")).toBeGreaterThan(0);
    });
  });

  describe('to have wiped what they chose', () => {
    const mine = "leaver_id = (select id from app.leaver where email = 'abdi@leerling.example')";
    let application: string;

    beforeAll(async () => {
      [application = ''] = (await site.database.asSuperuser<{ id: string }>(`select id from app.application where ${mine}`)).map(({ id }) => id);
      await site.database.asSuperuser("update app.application set status = 'admitted' where id = $1", [application]);
      await abdi.post('/paspoort/onderdelen/wie-ben-ik').type('form').send({ versie: '0', 'in-my-words': 'Geheim van Abdi', 'learns-best': 'Door te doen', 'for-me': 'Notitie van Abdi', klaar: 'nee' }).expect(303);
      await share(site.database, application, { 'who-am-i': 'Geheim van Abdi', 'home-and-health': 'Thuis van Abdi' }, '2026-09-10T10:00:00+02:00');
      await site.database.asSuperuser(`insert into app.section_text (leaver_id, section, version, answers, done, written_at)
        select id, s, 1, jsonb_build_object('q', jsonb_build_object('asked', 'Wat?', 'answer', 'Tekst van school')), true, now() from app.leaver, unnest(array['mentor-part', 'support']) s where email = 'abdi@leerling.example'`);
      await site.database.asSuperuser(`insert into app.attachment (leaver_id, section, question, asked, name, kind, size, sha256, contents, added_at)
        select id, 'what-i-can', 'files', 'Bestanden', 'cv.pdf', 'pdf', 3, '\\x01', '\\x414243', now() from app.leaver where email = 'abdi@leerling.example'`);
      await site.database.asSuperuser(`insert into app.share_choice (leaver_id, application_id, section, wish, chosen_at) select leaver_id, id, 'who-am-i', 'yes', now() from app.application where id = $1`, [application]);
    });

    it('first says exactly what goes and what stays, and asks to be sure', async () => {
      const { text } = await abdi.get('/paspoort/rechten/wissen').expect(200);
      expect(text).toContain('Alles wat je deelde. Geen school kan het nog lezen.');
      expect(text).toContain('Het deel van je mentor, je uitslag en je aanwezigheid.');
      expect(text).toContain('Dan blijft ook de reden die je schreef.');
      expect(text).toContain('Ook wat jij daarvan vond, met je reden.');
      expect((await abdi.post('/paspoort/rechten/wissen').type('form').send({}).expect(422)).text).toContain('Kruis aan dat je het zeker weet.');
      expect(await count(`app.private_note where ${mine}`)).toBe(1);
    });

    it('then it is gone, also from the copies that were shared', async () => {
      expect((await (await site.signedIn('sanne')).get(`/intake/${application}`)).text).toContain('Geheim van Abdi');
      await abdi.post('/paspoort/rechten/wissen').type('form').send({ zeker: 'ja' }).expect(303);
      for (const table of ['private_note', 'attachment', 'share_choice', 'opened_section']) expect({ table, rows: await count(`app.${table} where ${mine}`) }).toEqual({ table, rows: 0 });
      const tables = await site.database.asSuperuser<{ name: string }>("select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'");
      for (const { name } of tables) {
        expect({ name, rows: await count(`app.${name} x where x::text ~ 'Geheim van Abdi|Notitie van Abdi|Thuis van Abdi|cv\\.pdf'`) }).toEqual({ name, rows: 0 });
      }
      expect((await (await site.signedIn('sanne')).get(`/intake/${application}`)).text).not.toContain('Geheim van Abdi');
    });

    it('takes along a choice that the student noted and nobody else knows of, with its place in the timeline', async () => {
      const [noordrand] = await site.database.asSuperuser<{ id: string }>("select id from app.organisation where code = '20NO'");
      const note = (form: object) => abdi.post('/aanmeldingen/toevoegen').type('form').send({ mbo: noordrand?.id, opleiding: '', dag: '', ...form }).expect(303);
      await note({ anders: 'Stille droom', soort: 'planned' });
      await note({ anders: 'Slager', soort: 'submitted', dag: '2026-09-10' });
      await abdi.post('/paspoort/rechten/wissen').type('form').send({ zeker: 'ja' }).expect(303);
      expect(await site.database.asSuperuser(`select programme_text from app.noted_application where ${mine}`)).toEqual([{ programme_text: 'Slager' }]);
      expect(await count("app.event e where e::text like '%Stille droom%'")).toBe(0);
      expect((await abdi.get('/aanmeldingen').expect(200)).text).not.toContain('Stille droom');
      expect((await fatima.get('/leerlingen').expect(200)).text).not.toContain('Stille droom');
    });

    it('keeps what the law lets the school keep, and that something was shared', async () => {
      expect(await site.database.asSuperuser(`select section from app.section_text where ${mine}`)).toEqual([{ section: 'mentor-part' }]);
      expect(await site.database.asSuperuser(`select distinct state, contents, agreed_text from app.share where ${mine}`)).toEqual([{ state: 'withdrawn', contents: {}, agreed_text: 'Ik deel dit.' }]);
      expect(await count(`app.application where ${mine}`)).toBe(1);
      expect(await count(`app.reading where ${mine}`)).toBeGreaterThan(0);
    });

    it('touches nobody else, and leaves room to begin anew', async () => {
      await (await site.signedIn('sem')).post('/paspoort/onderdelen/wie-ben-ik').type('form').send({ versie: '0', 'in-my-words': 'Van Sem', klaar: 'nee' }).expect(303);
      await abdi.post('/paspoort/rechten/wissen').type('form').send({ zeker: 'ja' }).expect(303);
      expect(await count("app.section_text where answers::text like '%Van Sem%'")).toBe(1);
      await abdi.post('/paspoort/onderdelen/wie-ben-ik').type('form').send({ versie: '0', 'in-my-words': 'Opnieuw', klaar: 'nee' }).expect(303);
      expect(await count(`app.section_text where ${mine} and section = 'who-am-i'`)).toBe(1);
    });
  });
});
