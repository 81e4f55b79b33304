import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

const PAGE = '/paspoort/mijn-school';
const WRONG = 'Ik zit nu in 4C.';

describe('what the school brought along, as the student answers it', () => {
  let site: TestApp;
  let sem: TestAgent;
  let leaver: string;

  beforeAll(async () => {
    site = await testApp();
    sem = await site.signedIn('sem');
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'sem@leerling.example'");
    leaver = String(row?.id);
    await site.database.asSuperuser("insert into app.presence (leaver_id, school_year, hours_with_reason, hours_without_reason, reported) values ($1, '2025-2026', 12, 4, false)", [leaver]);
  });
  afterAll(() => site.close());

  const page = async (address = PAGE): Promise<string> => (await sem.get(address).expect(200)).text;
  const versionOn = (text: string): string => String(/name="versie" value="(-?\d+)"/.exec(text)?.[1]);
  const say = async (form: object, address = PAGE) => sem.post(address).type('form').send({ versie: versionOn(await page(address)), ...form });
  const mentors = async (): Promise<string> => (await (await site.signedIn('fatima')).get(`/leerlingen/${leaver}/verbeteringen`).expect(200)).text;

  it('asks whether it is right, without an answer beforehand', async () => {
    const text = await page();
    expect(text).toMatch(/Klopt dit\?[^]*Ja, dit klopt[^]*Nee, ik wil dit bespreken/);
    expect(text).not.toContain(' checked');
  });

  it('wants to know what to talk about', async () => {
    const { status, text } = await say({ klopt: 'nee', reden: ' ' });
    expect([status, text.includes('Schrijf op wat je wilt bespreken.')]).toEqual([422, true]);
  });

  it('keeps the answer, and asks the mentor once to look into it', async () => {
    for (const _ of [1, 2]) expect((await say({ klopt: 'nee', reden: WRONG })).status).toBe(303);
    expect(await page()).toContain('Jij wilt dit bespreken');
    const text = await mentors();
    expect(text.split(WRONG)).toHaveLength(2);
    expect(text).toContain('Mijn school, klas of uitslag');
  });

  it('takes no answer about a text that was not on the page', async () => {
    const text = await page();
    await site.database.asSuperuser("update app.leaver set class = '4D' where id = $1", [leaver]);
    const { status, text: again } = await sem.post(PAGE).type('form').send({ versie: versionOn(text), klopt: 'ja', reden: '' });
    expect(status).toBe(422);
    expect(again).toContain('De tekst is net veranderd. Lees hem nog een keer en kies dan.');
  });

  it('asks again when a new file says something else, with what was said before in sight', async () => {
    const text = await page();
    expect(text).toContain('De tekst is veranderd nadat jij antwoord gaf.');
    expect(text).toContain(WRONG);
    expect(text).not.toContain(' checked');
  });

  it('goes along with the part, in the words of the student', async () => {
    expect((await say({ klopt: 'nee', reden: 'Vier uur klopt niet.' }, '/paspoort/aanwezigheid')).status).toBe(303);
    const rows = await site.database.asSuperuser("select section, agrees, objection from app.reportable($1, '2026-09-14', 0) where section in ('my-school', 'presence') group by 1, 2, 3 order by 1", [leaver]);
    expect(rows).toEqual([{ section: 'my-school', agrees: null, objection: null }, { section: 'presence', agrees: false, objection: 'Vier uur klopt niet.' }]);
  });

  it('is asked of nobody but the student', async () => {
    for (const person of ['fatima', 'omar', 'noor', 'sanne'] as const) {
      const browser = await site.signedIn(person);
      const { status } = await browser.post(PAGE).type('form').send({ versie: versionOn(await page()), klopt: 'ja', reden: '' });
      expect({ person, status }).toEqual({ person, status: person === 'noor' ? 422 : 404 });
    }
    expect(await site.database.asSuperuser("select from app.agreement where section = 'my-school' and leaver_id <> $1", [leaver])).toEqual([]);
  });
});
