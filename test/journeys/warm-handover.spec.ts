import type TestAgent from 'supertest/lib/agent.js';
import { keepSharing } from '#dossiers';
import { Clock } from '#platform';
import type { Person } from '../personas/people.ts';
import { noorIn, type Noor } from '../support/asked-parents.ts';
import { addApplicant } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Abdi has an application at ROC Noordrand; Fatima is his mentor, Sanne and Emre work at that college. */
describe('a warm handover', () => {
  let site: TestApp;
  let application: string;
  let leaver: string;

  beforeEach(async () => {
    site = await testApp();
    application = await idOf("select id from app.application where number = '20NO-abdi-25001'");
    leaver = await idOf("select id from app.leaver where email = 'abdi@leerling.example'");
    await run("update app.application set status = 'submitted', starts_on = '2026-08-24' where id = $1", [application]);
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const idOf = async (sql: string): Promise<string> => String((await run<{ id: string }>(sql))[0]?.id);
  const html = async (person: Person, address: string): Promise<string> => (await (await site.signedIn(person)).get(address).expect(200)).text;
  const QUESTION = { onderwerpen: 'what-helps', met: 'Fatima el Amrani', bereik: '038 123 45 67, na drie uur' };
  const ask = (browser: TestAgent, address: string, extra: object = {}) => browser.post(address).type('form').send({ aanmelding: application, ...QUESTION, ...extra });
  const work = async (sent: object, person: Person = 'sanne') => (await site.signedIn(person)).post(`/intake/${application}/warme-overdracht`).type('form').send(sent);
  const state = async (): Promise<unknown> => (await run('select state from app.warm_handover'))[0]?.state;

  it('is asked by the student, planned and held by the college, and looked back on in October', async () => {
    await ask(await site.signedIn('abdi'), '/paspoort/warme-overdracht').expect(303);
    expect(await html('sanne', '/intake')).toContain('Warme overdracht gevraagd');
    expect(await html('sanne', '/intake/warme-overdracht')).toMatch(/Gevraagd <span>\(1\)/);
    const page = await html('emre', `/intake/${application}/warme-overdracht`);
    expect(page).toContain('038 123 45 67, na drie uur');
    expect(page).toContain('Wat helpt in de les');
    expect((await work({ doe: 'plannen', dag: '2026-09-01', tijd: '10:00' })).text).toContain('Deze dag is al voorbij.');
    expect((await work({ doe: 'plannen', dag: '2026-09-21', tijd: '10:00' })).status).toBe(303);
    expect(await html('abdi', '/aanmeldingen')).toMatch(/21 september 2026[^]*Gepland op deze dag, om 10.00 uur/);
    expect((await work({ doe: 'geweest', geweest: '2026-09-14', afspraken: '' })).text).toContain('Schrijf op wat is afgesproken.');
    expect((await work({ doe: 'geweest', geweest: '2026-09-14', afspraken: 'Vaste plek vooraan' })).status).toBe(303);
    for (const [person, address] of [['abdi', '/aanmeldingen'], ['fatima', `/leerlingen/${leaver}`]] as const) expect(await html(person, address)).toContain('Vaste plek vooraan');
    expect(await run("select step from app.dossier_step where step = 'handed-over'")).toHaveLength(1);
    await work({ doe: 'nagekeken', nakomen: 'ja' });
    expect(await state()).toBe('held');
    await run("update app.application set starts_on = '2025-08-25' where id = $1", [application]);
    expect(await html('sanne', '/intake/warme-overdracht')).toContain('Nakijken: worden de afspraken nagekomen?');
    expect((await work({ doe: 'nagekeken' })).text).toContain('Kies of de afspraken worden nagekomen.');
    await work({ doe: 'nagekeken', nakomen: 'nee', toelichting: 'Plek was achteraan' });
    expect(await state()).toBe('checked');
    expect(await html('fatima', `/leerlingen/${leaver}`)).toContain('Plek was achteraan');
  });

  it('is asked by the mentor as well; the student sees who asked, and each takes back only the own question', async () => {
    await ask(await site.signedIn('fatima'), `/leerlingen/${leaver}/warme-overdracht`).expect(303);
    const own = await site.signedIn('abdi');
    expect((await own.get('/paspoort/warme-overdracht').expect(200)).text).toContain('Gevraagd door je mentor.');
    await own.post('/paspoort/warme-overdracht').type('form').send({ doe: 'intrekken', aanmelding: application }).expect(303);
    expect(await state()).toBe('asked');
    await (await site.signedIn('fatima')).post(`/leerlingen/${leaver}/warme-overdracht`).type('form').send({ doe: 'intrekken', aanmelding: application }).expect(303);
    expect(await state()).toBe('not-needed');
    expect(await html('sanne', '/intake/warme-overdracht')).toContain('Er is geen gesprek gevraagd.');
    await ask(own, '/paspoort/warme-overdracht').expect(303);
    expect(await run('select asked_role, state from app.warm_handover')).toEqual([{ asked_role: 'student', state: 'asked' }]);
  });

  it.each([
    ['the student stops sharing with that college', async () => (await site.signedIn('abdi')).post(`/paspoort/wie-leest-mee/${application}/stoppen`).expect(303)],
    ['the application is withdrawn', async () => run("update app.application set status = 'withdrawn' where id = $1", [application])],
  ])('leaves nothing with the college when %s before the talk was held, and what was agreed afterwards', async (_, ends) => {
    await ask(await site.signedIn('fatima'), `/leerlingen/${leaver}/warme-overdracht`).expect(303);
    expect(await html('sanne', `/intake/${application}/warme-overdracht`)).toContain('038 123 45 67');
    await ends();
    const read = await Promise.all(['/intake', '/intake/warme-overdracht', `/intake/${application}/warme-overdracht`].map((address) => html('sanne', address)));
    for (const page of read) expect(page).not.toMatch(/038 123 45 67|Warme overdracht gevraagd|Wat helpt in de les/);
    await work({ doe: 'plannen', dag: '2026-09-21', tijd: '10:00' });
    expect(await run('select from app.warm_handover where planned_on is not null')).toHaveLength(0);
    await run("update app.warm_handover set state = 'held', agreements = 'Vaste plek vooraan', held_on = '2026-09-10'");
    expect(await html('sanne', `/intake/${application}/warme-overdracht`)).toContain('Vaste plek vooraan');
  });

  it('of a student under 16 names the mentor and no number, and is closed to the college until a parent agreed to sharing', async () => {
    const noor = await noorIn(site);
    const read = () => html('sanne', `/intake/${noor.application}/warme-overdracht`);
    const own = async (): Promise<string> => (await noor.browser.get('/paspoort/warme-overdracht').expect(200)).text;
    const NOT_YET = 'De mbo-school ziet deze vraag nog niet.';
    expect(await own()).toContain('De mbo-school praat daarom met je school: Joost Bakker, mentor, via Het Kompas.');
    expect(await own()).not.toContain('name="bereik"');
    await noor.browser.post('/paspoort/warme-overdracht').type('form').send({ aanmelding: noor.application, onderwerpen: 'what-helps', met: 'Mijn moeder', bereik: '06 11 11 11 11' }).expect(303);
    for (const page of [await own(), await html('joost', `/leerlingen/${noor.id}/warme-overdracht`)]) expect(page).toContain(NOT_YET);
    for (const page of [await read(), await html('sanne', '/intake/warme-overdracht')]) expect(page).not.toMatch(/Wat helpt in de les|Joost Bakker|Gevraagd door/);
    await noor.share();
    expect(await read()).not.toContain('Wat helpt in de les');
    const samira = await site.signedIn('samira');
    expect((await samira.get('/akkoord').expect(200)).text).toMatch(/Noor deelt met ROC Noordrand: [^.]*, Warme overdracht \(een gesprek tussen beide scholen\)\./);
    expect((await samira.get('/akkoord/lezen').expect(200)).text).toContain('Joost Bakker, mentor, via Het Kompas');
    await noor.answer(samira, 'ja');
    expect(await read()).toContain('Wat helpt in de les');
    expect(await read()).toContain('Joost Bakker, mentor');
    expect(await read()).not.toMatch(/Mijn moeder|06 11 11/);
    expect(await own()).not.toContain(NOT_YET);
    await noor.answer(samira, 'nee');
    expect(await read()).not.toContain('Wat helpt in de les');
    expect(await own()).toContain(NOT_YET);
  });

  describe('of a student under 16 whose parent agreed to sharing before', () => {
    let noor: Noor;
    let samira: TestAgent;
    const texts = async () => (await run<{ text: string }>('select distinct agreed_text as text from app.guardian_answer')).map(({ text }) => text.includes('Warme overdracht'));
    const asks = () => noor.browser.post('/paspoort/warme-overdracht').type('form').send({ aanmelding: noor.application, onderwerpen: 'what-helps' }).expect(303);
    const ofCollege = () => html('sanne', `/intake/${noor.application}/warme-overdracht`);
    const own = async (): Promise<string> => (await noor.browser.get('/paspoort/warme-overdracht').expect(200)).text;

    beforeEach(async () => {
      noor = await noorIn(site);
      samira = await site.signedIn('samira');
      await noor.share();
      await noor.answer(samira, 'ja');
      site.clock.standStill('2026-09-16');
      [noor, samira] = [{ ...noor, browser: await site.signedIn('noor') }, await site.signedIn('samira')];
    });

    it('is asked of the parent by mail, and is closed to the college until a yes that is kept with these words', async () => {
      await asks();
      expect(await noor.mails('guardian-asked')).toEqual([{ to: 'samira@thuis.example', day: '2026-09-14' }, { to: 'samira@thuis.example', day: '2026-09-16' }]);
      for (const page of [await ofCollege(), await html('sanne', '/intake/warme-overdracht')]) expect(page).not.toMatch(/Wat helpt in de les|Joost Bakker|Gevraagd door/);
      expect(await html('sanne', `/intake/${noor.application}`)).toContain('Koken');
      expect((await samira.get('/aanmeldingen').expect(200)).text).toContain('Mag Noor een gesprek vragen?');
      const page = (await samira.get('/akkoord').expect(200)).text;
      expect(page).toContain('Nieuw is de vraag om een warme overdracht');
      expect(page).not.toContain(' checked');
      for (let press = 0; press < 2; press += 1) await noor.answer(samira, 'ja');
      expect(await texts()).toEqual([true]);
      expect(await noor.states()).toEqual(['given']);
      expect(await ofCollege()).toContain('Wat helpt in de les');
      expect((await samira.get('/aanmeldingen').expect(200)).text).not.toContain('Mag Noor');
      expect(await own()).not.toContain('De mbo-school ziet deze vraag nog niet.');
    });

    it('opens with a code that the student gets beside the question', async () => {
      await asks();
      expect(await own()).toContain('Maak een code voor je ouder');
      const { text } = await noor.browser.post('/paspoort/delen/code').type('form').send('').expect(200);
      const [mail] = await run<{ page: { link: string } }>("select page from app.mail where template = 'guardian-asked' and day = '2026-09-16'");
      const parent = site.visitor();
      await parent.post(new URL(String(mail?.page.link)).pathname).type('form').send({ code: /<p class="o-code">([^<]+)</.exec(text)?.[1] }).expect(303).expect('location', '/akkoord');
      await noor.answer(parent, 'ja');
      expect(await ofCollege()).toContain('Wat helpt in de les');
    });

    it('is asked anew when it was taken back and asked again, and mails no parent of whom nothing is asked', async () => {
      await asks();
      await noor.answer(samira, 'ja');
      await noor.browser.post('/paspoort/warme-overdracht').type('form').send({ doe: 'intrekken', aanmelding: noor.application }).expect(303);
      await asks();
      expect(await ofCollege()).not.toContain('Wat helpt in de les');
      await run("update app.guardian set no_contact = true where email like 'samira@%'");
      await noor.browser.post('/paspoort/warme-overdracht').type('form').send({ doe: 'intrekken', aanmelding: noor.application }).expect(303);
      site.clock.standStill('2026-09-17');
      noor = { ...noor, browser: await site.signedIn('noor') };
      await asks();
      expect(await noor.mails('guardian-asked')).toHaveLength(2);
    });

    it('waits for both parents where the school asks both', async () => {
      await run("update app.organisation set both_guardians = true where code = '10KO00'");
      await run("insert into app.guardian (leaver_id, name, email, confirmed_at) select id, 'Karim', 'karim@thuis.example', now() from app.leaver where email = 'noor@leerling.example'");
      await asks();
      expect((await noor.mails('guardian-asked')).map(({ to }) => to).toSorted()).toEqual(['karim@thuis.example', 'samira@thuis.example', 'samira@thuis.example']);
      await noor.answer(samira, 'ja');
      expect(await ofCollege()).not.toContain('Wat helpt in de les');
      expect((await samira.get('/aanmeldingen').expect(200)).text).not.toContain('Mag Noor');
      await run("update app.organisation set both_guardians = false where code = '10KO00'");
      await keepSharing(site.worker, new Clock({ today: '2026-09-17' }), new URL('https://overstap.example'));
      expect(await ofCollege()).toContain('Wat helpt in de les');
    });

    it('reminds the parent, and not after the answer', async () => {
      await asks();
      for (const today of ['2026-09-16', '2026-09-19']) await keepSharing(site.worker, new Clock({ today }), new URL('https://overstap.example'));
      await noor.answer(samira, 'ja');
      await keepSharing(site.worker, new Clock({ today: '2026-09-23' }), new URL('https://overstap.example'));
      expect(await noor.mails('guardian-asked-again')).toEqual([{ to: 'samira@thuis.example', day: '2026-09-19' }]);
    });

    it('stops with the sharing on a no', async () => {
      await asks();
      await noor.answer(samira, 'nee');
      expect(await noor.states()).toEqual(['withdrawn']);
      expect(await ofCollege()).not.toContain('Wat helpt in de les');
    });

    it('waits for nobody but the student from 16 on, who shares again', async () => {
      await asks();
      await run("update app.leaver set birth_date = '2010-09-17' where id = $1", [noor.id]);
      site.clock.standStill('2026-09-17');
      noor = { ...noor, browser: await site.signedIn('noor') };
      const check = (await noor.browser.get('/paspoort/controleren').expect(200)).text;
      await noor.browser.post('/paspoort/delen').type('form').send({ gezien: /name="gezien" value="([^"]+)"/.exec(check)?.[1] }).expect(303);
      expect(await ofCollege()).toContain('Wat helpt in de les');
    });
  });

  it('of a mentor is open to the college at once, also about a student under 16', async () => {
    const noor = await noorIn(site);
    await (await site.signedIn('joost')).post(`/leerlingen/${noor.id}/warme-overdracht`).type('form').send({ aanmelding: noor.application, ...QUESTION }).expect(303);
    expect(await html('sanne', `/intake/${noor.application}/warme-overdracht`)).toContain('038 123 45 67, na drie uur');
    expect((await noor.browser.get('/paspoort/warme-overdracht').expect(200)).text).not.toContain('De mbo-school ziet deze vraag nog niet.');
  });

  it('says what is missing, keeps what was typed, and is asked once', async () => {
    const abdi = await site.signedIn('abdi');
    const { text } = await ask(abdi, '/paspoort/warme-overdracht', { onderwerpen: '', bereik: '' }).expect(422);
    expect(text).toContain('Kies waar het gesprek over gaat.');
    expect(text).toContain('value="Fatima el Amrani"');
    await ask(abdi, '/paspoort/warme-overdracht').expect(303);
    await ask(abdi, '/paspoort/warme-overdracht').expect(422);
    expect(await run('select from app.warm_handover')).toHaveLength(1);
  });

  it('takes nothing of the passport along, and tells a dean the days only', async () => {
    await ask(await site.signedIn('abdi'), '/paspoort/warme-overdracht').expect(303);
    expect(await run('select from app.share')).toHaveLength(0);
    expect(await html('lars', `/leerlingen/${leaver}`)).toContain('Warme overdracht');
    expect(await html('lars', `/leerlingen/${leaver}`)).not.toContain('Gevraagd door');
    expect(await html('zoe', '/leerlingen')).not.toContain('na drie uur');
  });

  it('is not there for another mentor, college or student, nor for an application of somebody else', async () => {
    await ask(await site.signedIn('abdi'), '/paspoort/warme-overdracht').expect(303);
    for (const person of ['joost', 'hanna', 'lars', 'zoe', 'okan'] as Person[]) await (await site.signedIn(person)).get(`/leerlingen/${leaver}/warme-overdracht`).expect(404);
    for (const person of ['milan', 'fatima', 'abdi', 'gijs'] as Person[]) await (await site.signedIn(person)).get(`/intake/${application}/warme-overdracht`).expect(404);
    for (const person of ['samira', 'fatima'] as Person[]) await (await site.signedIn(person)).get('/paspoort/warme-overdracht').expect(404);
    const others = await addApplicant(site.database, { name: 'Eva', mentor: 'joost@10ko00.example', status: 'submitted', on: '2026-09-01' });
    await ask(await site.signedIn('sem'), '/paspoort/warme-overdracht', { aanmelding: others }).expect(422);
    await ask(await site.signedIn('fatima'), `/leerlingen/${leaver}/warme-overdracht`, { aanmelding: others }).expect(422);
    expect(await run('select from app.warm_handover')).toHaveLength(1);
  });
});
