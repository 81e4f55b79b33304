import type TestAgent from 'supertest/lib/agent.js';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

const PAGE = '/paspoort/deel-van-mentor';
const FULL = { 'goes-well': 'Sem helpt anderen', 'works-well': 'Duidelijke stappen', advice: 'Ja, past goed', 'warm-handover': 'Nee' };

describe('reading what a mentor wrote', () => {
  let site: TestApp;
  let fatima: TestAgent;
  let sem: TestAgent;
  let part: string;

  beforeAll(async () => {
    site = await testApp();
    [fatima, sem] = await Promise.all([site.signedIn('fatima'), site.signedIn('sem')]);
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    part = `/leerlingen/${row?.id}/mentordeel`;
  });
  afterAll(() => site.close());

  const read = async (address = PAGE): Promise<string> => (await sem.get(address).expect(200)).text;
  const answer = (form: object) => sem.post(PAGE).type('form').send(form);
  const versionOn = (page: string): string => String(/name="versie" value="(\d+)"/.exec(page)?.[1]);
  const finish = async (form: object): Promise<void> => {
    const { text } = await fatima.get(part);
    await fatima.post(part).type('form').send({ ...FULL, ...form, klaar: 'ja', versie: versionOn(text) }).expect(303);
  };
  const said = () => site.database.asSuperuser<{ agrees: boolean; reason: string }>('select agrees, reason from app.agreement order by said_at');

  it('waits for the mentor, and shows nothing of what is half written', async () => {
    await fatima.post(part).type('form').set('accept', 'application/json').send({ 'goes-well': 'Half een zin', versie: 0 }).expect(200);
    expect(await read()).toContain('Je mentor is nog bezig.');
    expect(await read()).not.toContain('Half een zin');
    expect(await read('/paspoort')).toContain('Wacht op mentor');
  });

  it('shows each question with its answer, who wrote it, and asks whether it is right', async () => {
    await finish({});
    const page = await read();
    expect(page).toContain('Wat gaat goed bij deze leerling?');
    expect(page).toContain('Sem helpt anderen');
    expect(page).toContain('Fatima el Amrani');
    expect(page).toContain('Klopt dit?');
    expect(page).not.toContain('checked');
    expect(await read('/paspoort')).toContain('Lees en antwoord');
  });

  it('asks for a choice, and for a reason with a no; what was typed stays', async () => {
    expect((await answer({ versie: '2', reden: 'Ik ben er al' }).expect(422)).text).toContain('Kies of het klopt.');
    expect((await answer({ versie: '2', klopt: 'nee', reden: ' ' }).expect(422)).text).toContain('Schrijf op wat je wilt bespreken.');
    expect((await answer({ versie: '2', reden: 'Ik ben er al' }).expect(422)).text).toContain('Ik ben er al');
    expect(await said()).toEqual([]);
  });

  it('takes a no with its reason along to the mentor, on the page of the student and above the part', async () => {
    await answer({ versie: versionOn(await read()), klopt: 'nee', reden: 'Ik doe ook veel alleen' }).expect(303).expect('location', '/paspoort');
    expect(await read('/paspoort')).toContain('Je wilt dit bespreken');
    expect((await fatima.get(part.replace('/mentordeel', ''))).text).toContain('Sem wil dit bespreken');
    const { text } = await fatima.get(part);
    expect(text).toContain('Ik doe ook veel alleen');
    expect(text).not.toContain('De tekst die toen is gelezen');
  });

  it('asks again after the mentor changed it, and shows the mentor what was said of the earlier text', async () => {
    await finish({ 'goes-well': 'Sem helpt anderen en werkt graag alleen' });
    expect(await read('/paspoort')).toContain('Lees en antwoord');
    expect(await read()).toContain('De tekst is veranderd nadat jij antwoord gaf.');
    const { text } = await fatima.get(part);
    expect(text).toContain('De tekst die toen is gelezen');
    expect(text).toContain('<dd>Sem helpt anderen</dd>');
  });

  it('takes no answer about a text that changed while it was read', async () => {
    const version = versionOn(await read());
    await finish({ 'goes-well': 'Net anders' });
    const { text } = await answer({ versie: version, klopt: 'nee', reden: 'Bewaar dit' }).expect(422);
    expect(text).toContain('De tekst is net veranderd.');
    expect(text).toContain('Net anders');
    expect(text).toContain('Bewaar dit');
  });

  it('keeps the old yes in the log when the text changes after it', async () => {
    await answer({ versie: versionOn(await read()), klopt: 'ja', reden: 'blijft weg' }).expect(303);
    expect(await read('/paspoort')).toContain('Je hebt 1 van de 7 onderdelen klaar.');
    await finish({ 'goes-well': 'Nog een keer anders' });
    expect(await read('/paspoort')).toContain('Lees en antwoord');
    expect(await said()).toEqual([{ agrees: false, reason: 'Ik doe ook veel alleen' }, { agrees: true, reason: '' }]);
  });

  it('keeps the answer when the same text is finished once more', async () => {
    await answer({ versie: versionOn(await read()), klopt: 'ja' }).expect(303);
    await finish({ 'goes-well': 'Nog een keer anders' });
    expect(await read('/paspoort')).toContain('Je hebt 1 van de 7 onderdelen klaar.');
  });

  it('shows the student nothing any more once the mentor took it back', async () => {
    const { text } = await fatima.get(part);
    await fatima.post(part).type('form').send({ ...FULL, klaar: 'nee', versie: versionOn(text) }).expect(303);
    expect(await read()).toContain('Je mentor is nog bezig.');
    expect(await read()).not.toContain('Klopt dit?');
    expect(await read('/paspoort')).toContain('Wacht op mentor');
  });

  it('is nobody else’s, and an answer cannot be changed or removed', async () => {
    for (const person of ['samira', 'fatima', 'lars', 'sanne'] as const) {
      const browser = await site.signedIn(person);
      await browser.get(PAGE).expect(404);
      await browser.post(PAGE).type('form').send({ klopt: 'ja', versie: 1 }).expect(404);
    }
    expect((await (await site.signedIn('noor')).get(PAGE).expect(200)).text).not.toContain('anders');
    const rights = await site.database.asSuperuser(`select from information_schema.role_table_grants where table_name = 'agreement' and privilege_type in ('UPDATE', 'DELETE')
      and grantee like '%as\\_%' and grantee not like '%as\\_worker'`);
    expect(rights).toEqual([]);
  });

  it('shows text again that came in after the session had ended', async () => {
    await site.database.asSuperuser("update app.session set last_seen_at = clock_timestamp() - interval '1 hour'");
    await answer({ versie: '9', klopt: 'nee', reden: 'Te laat getypt' }).expect(303).expect('location', /^\/inloggen/);
    await sem.post('/inloggen/als').type('form').send({ member: await memberOf(site.database, 'sem'), naar: '/verder' }).expect(303);
    expect((await sem.get('/verder')).text).toContain('Te laat getypt');
  });
});
