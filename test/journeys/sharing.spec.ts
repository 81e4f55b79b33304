import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

const CAN = '/paspoort/onderdelen/wat-kan-ik';
const HOME = '/paspoort/onderdelen/thuis-en-gezondheid';
const CHECK = '/paspoort/controleren';

/** What the college of an application may read of it, as its own people ask. */
describe('sharing a passport', () => {
  let site: TestApp;
  let sem: TestAgent;
  let application: string;

  beforeAll(async () => {
    site = await testApp();
    sem = await site.signedIn('sem');
    const [row] = await site.database.asSuperuser<{ id: string }>("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email = 'sem@leerling.example'");
    application = String(row?.id);
  });
  afterAll(() => site.close());

  const save = (page: string, form: object) => sem.post(page).type('form').send(form);
  const text = async (page: string): Promise<string> => (await sem.get(page).expect(200)).text;
  const wish = (value: string): object => ({ [`delen-${application}`]: value });
  const shares = () => site.database.asSuperuser<{ section: string; state: string; contents: string; agreed_text: string }>("select section, state, contents::text, agreed_text from app.share where section <> 'my-school' order by section, ended_at nulls last");
  const seal = (page: string): string => String(/name="gezien" value="([^"]+)"/.exec(page)?.[1]);

  it('asks per school, with nothing chosen beforehand', async () => {
    const page = await text(CAN);
    expect(page).toContain('Wie mag dit onderdeel lezen?');
    expect(page).toContain('ROC Noordrand');
    expect(page).not.toContain('checked');
    const { text: asked } = await save(CAN, { 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'ja', versie: 0 }).expect(422);
    expect(asked).toContain('Kies of ROC Noordrand dit mag lezen');
    expect(asked).toContain('Zagen');
  });

  it('shares nothing by choosing', async () => {
    await save(CAN, { 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, ...wish('yes') }).expect(303);
    expect(await shares()).toEqual([]);
    expect(await text(CHECK)).toContain('Deel met 1 school');
  });

  it('says in whole sentences what the button means, and shares only that', async () => {
    const page = await text(CHECK);
    const sentence = 'Ik deel ‘Wat kan ik goed?’ met ROC Noordrand, voor Timmerman, niveau 2. De school leest dit meteen. Ik kan hier altijd mee stoppen.';
    expect(page).toContain(sentence);
    const { headers } = await save('/paspoort/delen', { gezien: seal(page) }).expect(303);
    expect(await text(String(headers.location))).toContain('Je paspoort is gedeeld');
    const [share] = await shares();
    expect(share).toMatchObject({ section: 'what-i-can', state: 'given', agreed_text: sentence });
    expect(share?.contents).toContain('Zagen');
  });

  it('mails the student once, without a school or a part', async () => {
    expect(await site.database.asSuperuser("select to_address from app.mail where template = 'passport-shared'")).toEqual([{ to_address: 'sem@leerling.example' }]);
  });

  it('does nothing more when the button is pressed twice', async () => {
    const page = await text(CHECK);
    expect(page).toContain('Alles wat je hebt gekozen, is gedeeld.');
    await save('/paspoort/delen', { gezien: seal(page) }).expect(303).expect('location', CHECK);
    expect(await shares()).toHaveLength(1);
  });

  it('keeps what was shared while the student writes on, until it is shared again', async () => {
    await save(CAN, { 'good-at': 'Zagen en lijmen', strengths: 'Ik houd vol', klaar: 'ja', versie: 1, ...wish('yes') }).expect(303);
    const [share] = await shares();
    expect(share?.contents).not.toContain('lijmen');
    const old = await text(CHECK);
    await save(CAN, { 'good-at': 'Zagen, lijmen en schuren', strengths: 'Ik houd vol', klaar: 'ja', versie: 2, ...wish('yes') }).expect(303);
    const { text: refused } = await save('/paspoort/delen', { gezien: seal(old) }).expect(422);
    expect(refused).toContain('Er is intussen iets veranderd.');
    await save('/paspoort/delen', { gezien: seal(refused) }).expect(303);
    const states = await shares();
    expect(states.map(({ state }) => state)).toEqual(['replaced', 'given']);
    expect(states[1]?.contents).toContain('schuren');
    expect(states[0]?.contents).toBe('{}');
  });

  it('takes the part of the mentor along once the student read it, with what the student said of it', async () => {
    const part = { 'goes-well': 'Sem helpt anderen', 'works-well': 'Duidelijke stappen', advice: 'Ja, past goed', 'warm-handover': 'Nee', klaar: 'ja', versie: 0 };
    const [leaver] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    await (await site.signedIn('fatima')).post(`/leerlingen/${leaver?.id}/mentordeel`).type('form').send(part).expect(303);
    expect(await text(CHECK)).not.toContain('‘Deel van je mentor’ gaat mee');
    const version = /name="versie" value="(\d+)"/.exec(await text('/paspoort/deel-van-mentor'))?.[1];
    await save('/paspoort/deel-van-mentor', { klopt: 'nee', reden: 'Ik werk ook goed alleen', versie: version }).expect(303);
    const page = await text(CHECK);
    expect(page).toContain('‘Deel van je mentor’ gaat mee naar ROC Noordrand');
    await save('/paspoort/delen', { gezien: seal(page) }).expect(303);
    const [share] = await site.database.asSuperuser("select agrees, objection from app.share where section = 'mentor-part' and state = 'given'");
    expect(share).toEqual({ agrees: false, objection: 'Ik werk ook goed alleen' });
  });

  it('offers to share health before admission only when the student says so', async () => {
    const page = await text(HOME);
    expect(page).toContain('Delen als ik ben toegelaten');
    expect(page).toContain('Meteen delen');
    expect(await text(CAN)).not.toContain('Meteen delen');
  });

  it('stops one part at once when the student chooses so', async () => {
    await save(CAN, { 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'ja', versie: 3, ...wish('no') }).expect(303);
    expect((await shares()).filter(({ section }) => section === 'what-i-can').map(({ state }) => state)).toEqual(['replaced', 'withdrawn']);
  });

  it('stops everything for a school with one button, and says what cannot be undone', async () => {
    await save(CAN, { 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'ja', versie: 4, ...wish('yes') }).expect(303);
    await save('/paspoort/delen', { gezien: seal(await text(CHECK)) }).expect(303);
    const page = await text('/paspoort/wie-leest-mee');
    expect(page).toContain('Stop met delen met ROC Noordrand');
    expect(page).toMatch(/Gedeeld op 14 september 2026 om \d\d\.\d\d uur\./);
    await save(`/paspoort/wie-leest-mee/${application}/stoppen`, {}).expect(303);
    const after = await text('/paspoort/wie-leest-mee');
    expect(after).toContain('Wat al is gelezen, kunnen wij niet terughalen.');
    expect(after).not.toContain('Stop met delen met');
    expect((await shares()).filter(({ state, contents }) => state === 'given' || contents !== '{}')).toEqual([]);
    expect(await text(CHECK)).not.toContain('Deel met');
  });

  it('takes support at school along only where the student says so, and then after admission', async () => {
    const okan = await site.signedIn('okan');
    const [leaver] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    await okan.post(`/ondersteuning/${leaver?.id}/beginnen`).expect(303);
    await okan.post(`/ondersteuning/${leaver?.id}`).type('form').send({ which: 'Gesprekken', effect: 'Een vast moment hielp', needed: 'Een vaste plek', klaar: 'ja', versie: 1 }).expect(303);
    expect(await text(CHECK)).not.toContain('Ondersteuning op school');
    const version = /name="versie" value="(\d+)"/.exec(await text('/paspoort/ondersteuning'))?.[1];
    await save('/paspoort/ondersteuning', { klopt: 'ja', versie: version }).expect(303);
    await save(CAN, { 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'ja', versie: 5, ...wish('yes') }).expect(303);
    expect(await text(CHECK)).not.toContain('Ik deel ‘Ondersteuning op school’');
    await save(CHECK, { onderdeel: 'support', ...wish('yes') }).expect(303);
    const page = await text(CHECK);
    expect(page).toContain('Ik deel ‘Ondersteuning op school’ met ROC Noordrand, voor Timmerman, niveau 2. De school leest dit pas als je bent toegelaten.');
    await save('/paspoort/delen', { gezien: seal(page) }).expect(303);
    expect((await shares()).filter(({ section, state }) => section === 'support' && state === 'given')).toHaveLength(1);
    await save(CHECK, { onderdeel: 'support', ...wish('no') }).expect(303);
    expect((await shares()).filter(({ section, state }) => section === 'support' && state === 'given')).toEqual([]);
  });

  it('takes back what went along when nothing of the student is shared any more', async () => {
    await save(CAN, { 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'ja', versie: 6, ...wish('no') }).expect(303);
    expect(await site.database.asSuperuser("select section from app.share where state = 'given'")).toEqual([]);
  });
});

/** Sem, who applied and shared nothing yet; the last day to apply in time was 1 April 2026. */
describe('a passport that nobody reads yet', () => {
  const LATE = 'Je kunt nog delen. Doe het vandaag.';
  const UNREAD = 'Klopt het dat niemand dit leest?';
  let site: TestApp;
  let sem: TestAgent;
  let application: string;

  beforeEach(async () => {
    site = await testApp();
    sem = await site.signedIn('sem');
    const [row] = await site.database.asSuperuser<{ id: string }>("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email = 'sem@leerling.example'");
    application = String(row?.id);
    await site.database.asSuperuser("update app.application set status = 'enrolled' where id = $1", [application]);
  });
  afterEach(() => site.close());

  const text = async (page: string): Promise<string> => (await sem.get(page).expect(200)).text;
  const done = (wish: string, versie = 0) => sem.post(CAN).type('form').send({ 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'ja', versie, [`delen-${application}`]: wish }).expect(303);

  it('can still be shared after the last day to apply: today, as long as it is not shared', async () => {
    site.clock.standStill('2026-03-31');
    expect(await text('/paspoort')).not.toContain(LATE);
    site.clock.standStill('2026-04-01');
    expect(await text('/paspoort')).toContain(LATE);
    await done('yes');
    await sem.post('/paspoort/delen').type('form').send({ gezien: /name="gezien" value="([^"]+)"/.exec(await text(CHECK))?.[1] }).expect(303);
    expect(await text('/paspoort')).not.toContain(LATE);
  });

  it('is not pressed on who chose that this school reads nothing, nor on who started', async () => {
    await site.database.asSuperuser("update app.application set status = 'started' where id = $1", [application]);
    expect(await text('/paspoort')).not.toContain(LATE);
    await site.database.asSuperuser("update app.application set status = 'enrolled' where id = $1", [application]);
    expect(await text('/paspoort')).toContain(LATE);
    await done('no');
    expect(await text('/paspoort')).not.toContain(LATE);
  });

  it('is asked about, part by part, on the last check', async () => {
    expect(await text(CHECK)).not.toContain(UNREAD);
    await done('no');
    expect(await text(CHECK)).toContain(UNREAD);
    await done('yes', 1);
    expect(await text(CHECK)).not.toContain(UNREAD);
  });
});
