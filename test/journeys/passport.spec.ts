import type TestAgent from 'supertest/lib/agent.js';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

const SECTION = '/paspoort/onderdelen/wat-kan-ik';

describe('writing a passport', () => {
  let site: TestApp;
  let sem: TestAgent;
  /** Sem's answer to who may read it. */
  let nobody: object;

  beforeAll(async () => {
    site = await testApp();
    sem = await site.signedIn('sem');
    const [row] = await site.database.asSuperuser<{ id: string }>("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email = 'sem@leerling.example'");
    nobody = { [`delen-${row?.id}`]: 'no' };
  });
  afterAll(() => site.close());

  const save = (page: string, form: object) => sem.post(page).type('form').send({ ...nobody, ...form });
  const keep = (browser: TestAgent, form: object) => browser.post(SECTION).type('form').set('accept', 'application/json').send(form);
  const text = async (page: string): Promise<string> => (await sem.get(page).expect(200)).text;

  it('begins with what it is, how long it takes and who reads it now', async () => {
    const page = await text('/paspoort');
    expect(page).toContain('Je bent er ongeveer 20 minuten mee bezig.');
    expect(page).toContain('Begin met onderdeel 1');
    expect(page).toContain('Alleen jij.');
  });

  it('tells who is under 16 that a parent may read along, before the first word, and nobody else', async () => {
    const noor = await site.signedIn('noor');
    expect((await noor.get('/paspoort').expect(200)).text).toContain('Je ouder of verzorger Samira kan alles lezen, behalve notities voor jezelf.');
    await site.database.asSuperuser("update app.guardian set no_contact = true where name = 'Samira'");
    expect((await noor.get('/paspoort').expect(200)).text).toContain('mag ook je ouder of verzorger het lezen');
    await site.database.asSuperuser("update app.guardian set no_contact = false where name = 'Samira'");
    expect(await text('/paspoort')).not.toContain('Je bent nog geen 16');
  });

  it('asks whether a part is done, and loses nothing when that is forgotten', async () => {
    const { text: page } = await save('/paspoort/onderdelen/wie-ben-ik', { 'in-my-words': 'Rustig en <precies>', 'for-me': 'Mijn geheim', versie: 0 }).expect(422);
    expect(page).toContain('<title>Fout: Wie ben ik?');
    expect(page).toContain('Kies of dit onderdeel klaar is.');
    expect(page).toContain('Rustig en &lt;precies&gt;');
    expect(page).toContain('Mijn geheim');
  });

  it('says what is left when a part is called done too early', async () => {
    const { text: page } = await save('/paspoort/onderdelen/wie-ben-ik', { klaar: 'ja', versie: 0 }).expect(422);
    expect(page).toContain('href="#in-my-words"');
    expect(page).toContain('Schrijf een antwoord bij ‘Hoe zou je jezelf beschrijven?’');
  });

  it('goes on to the next part, and counts what is done', async () => {
    const form = { 'in-my-words': 'Rustig en precies', 'learns-best': ['Door te doen', 'Rustig alleen'], 'for-me': 'Mijn geheim', klaar: 'ja', versie: 0 };
    await save('/paspoort/onderdelen/wie-ben-ik', form).expect(303).expect('location', SECTION);
    expect(await text('/paspoort')).toContain('Je hebt 1 van de 7 onderdelen klaar.');
    const again = await text('/paspoort/onderdelen/wie-ben-ik');
    expect(again).toContain('Rustig en precies');
    expect(again).toMatch(/value="Rustig alleen" checked/);
    expect(again).toContain('Mijn geheim');
  });

  it('keeps notes for oneself apart from what others may read one day', async () => {
    const [row] = await site.database.asSuperuser<{ answers: string }>("select answers::text from app.section_text where section = 'who-am-i'");
    expect(row?.answers).toContain('Rustig en precies');
    expect(row?.answers).not.toContain('geheim');
  });

  it('keeps by itself without calling anything done or undone', async () => {
    const { body } = await keep(sem, { 'good-at': 'Koken', versie: 0 }).expect(200);
    expect(body).toMatchObject({ versie: 1 });
    expect(await text('/paspoort')).toContain('Bezig');
    await save(SECTION, { 'good-at': 'Koken', strengths: 'Ik durf iets te vragen', klaar: 'ja', versie: 1 }).expect(303);
    await keep(sem, { 'good-at': 'Koken en bakken', strengths: 'Ik durf iets te vragen', versie: 2 }).expect(200);
    expect(await text('/paspoort')).toContain('Je hebt 2 van de 7 onderdelen klaar.');
  });

  it('shows both texts when a second tab changed the part, and overwrites nothing', async () => {
    await keep(sem, { 'good-at': 'Typte ik in een oude tab', versie: 1 }).expect(409);
    const { text: page } = await save(SECTION, { 'good-at': 'Typte ik in een oude tab', strengths: 'Ik durf iets te vragen', klaar: 'ja', versie: 1 }).expect(409);
    expect(page).toContain('Koken en bakken');
    expect(page).toContain('Typte ik in een oude tab');
    expect(await text(SECTION)).toContain('Koken en bakken');
    await save(SECTION, { 'good-at': 'Typte ik in een oude tab', strengths: 'Ik durf iets te vragen', klaar: 'ja', versie: Number(/name="versie" value="(\d+)"/.exec(page)?.[1]) }).expect(303);
    expect(await text(SECTION)).toContain('Typte ik in een oude tab');
  });

  it('takes the same text twice without a fuss', async () => {
    const form = { 'good-at': 'Typte ik in een oude tab', strengths: 'Ik durf iets te vragen', versie: 0 };
    await keep(sem, form).expect(200);
  });

  it('gives another line for a stage or job', async () => {
    await save('/paspoort/onderdelen/stage-en-werk', { 'experiences-0-where': 'Bakker', 'experiences-1-where': 'Krant', meer: '1', versie: 0 })
      .expect(303).expect('location', '/paspoort/onderdelen/stage-en-werk?meer=1#klaar');
    expect(await text('/paspoort/onderdelen/stage-en-werk?meer=1')).toContain('Stage of baan 3');
  });

  it('asks a pupil of practical education what fits them', async () => {
    await site.database.asSuperuser("update app.leaver set school_type = 'pro' where email = 'abdi@leerling.example'");
    const { text: page } = await (await site.signedIn('abdi')).get(SECTION).expect(200);
    expect(page).toContain('Welke praktijkvakken gaan goed?');
    expect(page).toContain('Welke certificaten heb je gehaald?');
  });

  it('shows text again that came in after the session had ended, to who typed it, and saves it at the button', async () => {
    const form = { wants: 'Kapper', klaar: 'nee', versie: '0' };
    await site.database.asSuperuser("update app.session set last_seen_at = clock_timestamp() - interval '1 hour'");
    await save('/paspoort/onderdelen/waarom-deze-opleiding', form).expect(303).expect('location', /^\/inloggen/);
    await sem.post('/inloggen/als').type('form').send({ member: await memberOf(site.database, 'sem'), naar: '/verder' }).expect(303);
    const { text: page } = await sem.get('/verder');
    expect(page).toContain('Kapper');
    expect(page).toContain('Sla nu op');
    expect(await text('/paspoort/onderdelen/waarom-deze-opleiding')).not.toContain('Kapper');
    await save('/paspoort/onderdelen/waarom-deze-opleiding', form).expect(303);
    expect(await text('/paspoort/onderdelen/waarom-deze-opleiding')).toContain('Kapper');
  });

  it('is nobody else’s: not a classmate’s, a parent’s or the mentor’s', async () => {
    expect((await (await site.signedIn('noor')).get('/paspoort/onderdelen/wie-ben-ik').expect(200)).text).not.toContain('Rustig en precies');
    for (const person of ['samira', 'omar', 'fatima', 'lars', 'sanne'] as const) {
      const browser = await site.signedIn(person);
      await browser.get('/paspoort').expect(404);
      await browser.post('/paspoort/onderdelen/wie-ben-ik').type('form').send({ klaar: 'nee', versie: 0 }).expect(404);
    }
  });

  it('does not know parts that the school writes', async () => {
    for (const part of ['deel-van-mentor', 'ondersteuning', 'aanwezigheid', 'bestaat-niet']) await sem.get(`/paspoort/onderdelen/${part}`).expect(404);
  });
});
