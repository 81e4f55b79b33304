import type TestAgent from 'supertest/lib/agent.js';
import { bytes } from '../support/bytes.ts';
import { readPdf } from '../out/read-pdf.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const CAN = '/paspoort/onderdelen/wat-kan-ik';
const SEM = "(select id from app.leaver where email = 'sem@leerling.example')";
const OLD = '{"gone": {"asked": "Welke hobby past bij een beroep?", "answer": "Sleutelen\\naan brommers"}}';

/** Sem came from practical education, answered what is asked there, and moved to vmbo; and a question that everybody was asked went. */
describe('an answer to what is not asked any more', () => {
  let site: TestApp;
  let sem: TestAgent;
  let application: string;

  beforeAll(async () => {
    site = await testApp();
    sem = await site.signedIn('sem');
    [{ id: application = '' } = {}] = await site.database.asSuperuser<{ id?: string }>(`select id from app.application where leaver_id = ${SEM}`);
    await site.database.asSuperuser(`update app.leaver set school_type = 'pro' where id = ${SEM}`);
    await save(CAN, { certificates: 'Heftruck', 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'nee', versie: 0 }).expect(303);
    await site.database.asSuperuser(`update app.leaver set school_type = 'vmbo' where id = ${SEM}`);
    await site.database.asSuperuser(`update app.section_text set answers = answers || '${OLD}' where leaver_id = ${SEM}`);
  });
  afterAll(() => site.close());

  const save = (page: string, form: object) => sem.post(page).type('form').send(form);
  const text = async (page: string, browser = sem): Promise<string> => (await browser.get(page).expect(200)).text;
  const version = async (page = CAN): Promise<number> => Number(/name="versie" value="(\d+)"/.exec(await text(page))?.[1]);
  const stored = async (): Promise<Record<string, unknown>> =>
    (await site.database.asSuperuser<{ answers: Record<string, unknown> }>(`select answers from app.section_text where section = 'what-i-can' and leaver_id = ${SEM}`))[0]?.answers ?? {};
  const whole = { 'good-at': 'Zagen en lijmen', strengths: 'Ik houd vol' };
  const KEPT = {
    certificates: { asked: 'Welke certificaten heb je gehaald?', answer: 'Heftruck' },
    gone: { asked: 'Welke hobby past bij een beroep?', answer: 'Sleutelen\naan brommers' },
  };
  const pdf = async (address: string, browser = sem): Promise<string> => {
    const { body } = (await browser.get(address).buffer(true).parse(bytes as never).expect(200)) as { body: Buffer };
    return JSON.stringify((await readPdf(body)).pages);
  };

  it('stands below the section, with its words, and a way to take it away', async () => {
    const page = await text(CAN);
    expect(page).toContain('Eerder gevraagd');
    for (const said of [KEPT.certificates.asked, 'Heftruck', KEPT.gone.asked, 'Sleutelen\naan brommers']) expect(page).toContain(said);
    expect(page).toContain('name="weg-certificates"');
    expect(page).not.toContain('name="certificates"');
  });

  it('stays when the section is saved, by the button and by itself', async () => {
    await save(CAN, { ...whole, klaar: 'nee', versie: await version() }).expect(303);
    expect(await stored()).toMatchObject(KEPT);
    await save(CAN, { ...whole, 'weg-gone': 'ja', versie: await version() }).set('accept', 'application/json').expect(200);
    expect(await stored()).toMatchObject(KEPT);
  });

  it('is in the own copy, to print, as PDF and as JSON', async () => {
    for (const copy of [await text('/paspoort/afdrukken'), await text('/paspoort/kopie/gegevens.json'), await pdf('/paspoort/kopie/paspoort.pdf')]) {
      for (const said of [KEPT.certificates.asked, 'Heftruck', KEPT.gone.asked]) expect(copy).toContain(said);
    }
  });

  it('goes to a college with the section and not without it', async () => {
    const sanne = await site.signedIn('sanne');
    const taken = async (): Promise<string[]> => [
      await text(`/intake/${application}`, sanne), await pdf(`/intake/${application}/paspoort.pdf`, sanne),
      (await sanne.get(`/intake/${application}/paspoort.json`).buffer(true).parse(bytes as never).expect(200)).body.toString('utf8') as string,
      (await sanne.get(`/intake/${application}/paspoort.xml`).buffer(true).parse(bytes as never).expect(200)).body.toString('utf8') as string,
    ];
    for (const copy of await taken()) expect(copy).not.toMatch(/Heftruck|Sleutelen/);
    await save(CAN, { ...whole, [`delen-${application}`]: 'yes', klaar: 'ja', versie: await version() }).expect(303);
    const check = await text('/paspoort/controleren');
    expect(check).toContain('Heftruck');
    await save('/paspoort/delen', { gezien: /name="gezien" value="([^"]+)"/.exec(check)?.[1] }).expect(303);
    for (const copy of await taken()) for (const said of [KEPT.certificates.asked, 'Heftruck', KEPT.gone.asked, 'Sleutelen']) expect(copy).toContain(said);
  });

  it('shows in both texts when it was taken away on one screen and the section changed on another', async () => {
    const old = await version();
    await save(CAN, { ...whole, 'good-at': 'Op het andere scherm', klaar: 'nee', versie: old }).expect(303);
    const { text: page } = await save(CAN, { ...whole, 'weg-gone': 'ja', klaar: 'nee', versie: old - 1 }).expect(409);
    expect(page).toContain(KEPT.gone.asked);
    expect(page).toContain('<input type="hidden" name="weg-gone" value="ja">');
    expect(await stored()).toMatchObject(KEPT);
  });

  it('stays ticked when something else is wrong, and goes when its writer says so', async () => {
    const { text: wrong } = await save(CAN, { ...whole, 'good-at': '', 'weg-gone': 'ja', klaar: 'ja', versie: await version() }).expect(422);
    expect(wrong).toMatch(/name="weg-gone" value="ja" checked/);
    await save(CAN, { ...whole, 'weg-gone': 'ja', klaar: 'nee', versie: await version() }).expect(303);
    expect(await stored()).toMatchObject({ certificates: KEPT.certificates });
    expect(await stored()).not.toHaveProperty('gone');
    await site.database.asSuperuser(`update app.leaver set school_type = 'pro' where id = ${SEM}`);
    expect(await text(CAN)).toContain('>Heftruck</textarea>');
    expect(await text(CAN)).not.toContain('Eerder gevraagd');
  });

  it('keeps what was chosen from a list that has become shorter', async () => {
    const why = '/paspoort/onderdelen/waarom-deze-opleiding';
    await save(why, { sure: 'Best zeker', explored: ['Open dag bezocht'], klaar: 'nee', versie: 0 }).expect(303);
    await site.database.asSuperuser(`update app.section_text set answers = jsonb_set(answers, '{sure,answer}', '"Voor de helft"') where section = 'why-this-course' and leaver_id = ${SEM}`);
    expect(await text(why)).toMatch(/value="Voor de helft" checked/);
    await save(why, { sure: 'Voor de helft', klaar: 'nee', versie: await version(why) }).expect(303);
    expect(await text(why)).toMatch(/value="Voor de helft" checked/);
  });

  it('of a file stays to fetch and to take away', async () => {
    await site.database.asSuperuser(`insert into app.attachment (leaver_id, section, question, asked, name, kind, size, sha256, contents, added_at)
      values (${SEM}, 'work-experience', 'work-proofs', 'Foto’s van je stage', 'stage.pdf', 'pdf', 1, '\\x00', '\\x00', now())`);
    const page = await text('/paspoort/onderdelen/stage-en-werk');
    expect(page).toContain('Foto’s van je stage');
    const remove = String(/href="(\/paspoort\/bestanden\/[^"/]+\/weghalen)"/.exec(page)?.[1]);
    expect(await text(remove)).toContain('stage.pdf');
    await save(remove, {}).expect(303).expect('location', '/paspoort/onderdelen/stage-en-werk');
    expect(await text('/paspoort/onderdelen/stage-en-werk')).not.toContain('Eerder gevraagd');
  });

  it('of a mentor stays in the mentor’s part', async () => {
    const fatima = await site.signedIn('fatima');
    const [{ id } = { id: '' }] = await site.database.asSuperuser<{ id: string }>(`select ${SEM} as id`);
    const page = `/leerlingen/${id}/mentordeel`;
    await fatima.post(page).type('form').send({ 'goes-well': 'Helpt anderen', klaar: 'nee', versie: 0 }).expect(303);
    await site.database.asSuperuser(`update app.school_draft set answers = answers || '${OLD}' where leaver_id = ${SEM}`);
    expect(await text(page, fatima)).toContain('Eerder gevraagd');
    await fatima.post(page).type('form').send({ 'goes-well': 'Helpt iedereen', klaar: 'nee', versie: 1 }).expect(303);
    expect(await text(page, fatima)).toContain(KEPT.gone.asked);
  });
});
