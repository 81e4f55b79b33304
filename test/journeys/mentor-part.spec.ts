import type TestAgent from 'supertest/lib/agent.js';
import { dossierMails } from '#dossiers';
import { DAY } from '../personas/people.ts';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

const FULL = { 'goes-well': 'Sem helpt anderen', 'works-well': 'Duidelijke stappen', advice: 'Ja, past goed', 'warm-handover': 'Nee' };

describe('what a mentor writes about a student', () => {
  let site: TestApp;
  let fatima: TestAgent;
  let page: string;
  let sem: string;

  beforeAll(async () => {
    site = await testApp();
    fatima = await site.signedIn('fatima');
    [{ id: sem = '' } = {}] = await site.database.asSuperuser<{ id?: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    page = `/leerlingen/${sem}/mentordeel`;
  });
  afterAll(() => site.close());

  const save = (browser: TestAgent, form: object) => browser.post(page).type('form').send(form);
  const keep = (browser: TestAgent, form: object) => save(browser, form).set('accept', 'application/json');
  const text = async (address = page): Promise<string> => (await fatima.get(address).expect(200)).text;
  const mails = () => site.database.asSuperuser<{ id: string; to: string; page: object }>("select id, to_address as to, page from app.mail where template = 'school-part-ready' order by queued_at");
  const shown = async (id: string) => site.worker.run({ kind: 'worker' }, (sql) =>
    dossierMails(site.clock, new URL('https://overstap.example')).get('school-part-ready')!(sql, { id, template: 'school-part-ready', to: '', day: DAY, page: {} }));

  it('is a link on the page of the student, with how far it is', async () => {
    const leaver = await text(`/leerlingen/${sem}`);
    expect(leaver).toContain(page);
    expect(leaver).toContain('Nog doen');
  });

  it('keeps by itself what was typed, and the student reads none of it yet', async () => {
    await keep(fatima, { 'goes-well': 'Half een zin', versie: 0 }).expect(200);
    expect(await text()).toContain('Half een zin');
    expect(await text(`/leerlingen/${sem}`)).toContain('Bezig');
    expect(await site.database.asSuperuser("select from app.section_text where section = 'mentor-part'")).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  it('says what is left when it is called done too early, and loses nothing', async () => {
    const { text: again } = await save(fatima, { 'goes-well': 'Half een zin', klaar: 'ja', versie: 1 }).expect(422);
    expect(again).toContain('Schrijf een antwoord bij ‘Wat werkt in de klas?’');
    expect(again).toContain('Half een zin');
  });

  it('shows both texts when a stand-in wrote meanwhile', async () => {
    const [joost, mentor] = await Promise.all([memberOf(site.database, 'joost'), memberOf(site.database, 'fatima')]);
    await site.database.asSuperuser(`insert into app.stand_in (organisation_id, mentor_id, by_id, kind, from_on, until_on)
      select organisation_id, $1, $2, 'leave', '2026-09-01', '2026-09-30' from app.membership where id = $1`, [mentor, joost]);
    const standIn = await site.signedIn('joost');
    await keep(standIn, { 'goes-well': 'Van de vervanger', versie: 1 }).expect(200);
    await keep(fatima, { 'goes-well': 'Typte ik', versie: 1 }).expect(409);
    const { text: both } = await save(fatima, { ...FULL, klaar: 'nee', versie: 1 }).expect(409);
    expect(both).toContain('Van de vervanger');
    expect(both).toContain('Sem helpt anderen');
    expect(both).toContain('Misschien schreef een collega ook');
    await site.database.asSuperuser('delete from app.stand_in');
  });

  it('goes to the student when it is done, with one mail that names nothing', async () => {
    await save(fatima, { ...FULL, klaar: 'ja', versie: 2 }).expect(303).expect('location', `/leerlingen/${sem}`);
    expect(await text(`/leerlingen/${sem}`)).toContain('Sem las het nog niet');
    const [mail] = await mails();
    expect(mail?.to).toBe('sem@leerling.example');
    expect(await shown(String(mail?.id))).toEqual({ onBehalfOf: 'Het Kompas', who: 'je mentor', link: 'https://overstap.example/inloggen', address: 'overstap.example' });
  });

  it('mails once for each time it is finished: not for the same text again', async () => {
    await save(fatima, { ...FULL, klaar: 'ja', versie: 3 }).expect(303);
    await keep(fatima, { ...FULL, 'goes-well': 'Nog aan het typen', versie: 4 }).expect(200);
    expect(await mails()).toHaveLength(1);
    const [read] = await site.database.asSuperuser<{ answer: string }>("select answers->'goes-well'->>'answer' as answer from app.section_text where section = 'mentor-part'");
    expect(read?.answer).toBe('Sem helpt anderen');
  });

  it('mails nobody who may not come in any more, nor about what was taken back', async () => {
    const [mail] = await mails();
    await save(fatima, { ...FULL, klaar: 'nee', versie: 5 }).expect(303);
    expect(await shown(String(mail?.id))).toBe('dropped');
    await save(fatima, { ...FULL, klaar: 'ja', versie: 6 }).expect(303);
    expect(await shown(String(mail?.id))).toMatchObject({ who: 'je mentor' });
    await site.database.asSuperuser("update app.leaver set destination = 'deceased' where email = 'sem@leerling.example'");
    expect(await shown(String(mail?.id))).toBe('dropped');
    await site.database.asSuperuser("update app.leaver set destination = null where email = 'sem@leerling.example'");
  });

  it('is nobody else’s: not another mentor’s, a dean’s, a summer team’s that stands in, or the student’s to write', async () => {
    await site.database.asSuperuser(`insert into app.stand_in (organisation_id, mentor_id, by_id, kind, from_on, until_on)
      select organisation_id, $1, $2, 'summer', '2026-09-01', '2026-09-30' from app.membership where id = $1`, [await memberOf(site.database, 'fatima'), await memberOf(site.database, 'zoe')]);
    for (const person of ['joost', 'lars', 'thijs', 'zoe', 'hanna', 'sem', 'sanne', 'ingrid', 'gijs'] as const) {
      const browser = await site.signedIn(person);
      await browser.get(page).expect(404);
      await save(browser, { ...FULL, klaar: 'ja', versie: 0 }).expect(404);
    }
  });

  it('shows text again that came in after the session had ended', async () => {
    await site.database.asSuperuser("update app.session set last_seen_at = clock_timestamp() - interval '3 hours'");
    await save(fatima, { ...FULL, 'grew-in': 'Na de les', klaar: 'nee', versie: 7 }).expect(303).expect('location', /^\/inloggen/);
    await fatima.post('/inloggen/als').type('form').send({ member: await memberOf(site.database, 'fatima'), naar: '/verder' }).expect(303);
    expect((await fatima.get('/verder')).text).toContain('Na de les');
    expect(await text()).not.toContain('Na de les');
  });
});
