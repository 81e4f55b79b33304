import type TestAgent from 'supertest/lib/agent.js';
import { readPdf } from '../out/read-pdf.ts';
import type { Person } from '../personas/people.ts';
import { bytes } from '../support/bytes.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const PART = { 'goes-well': 'Sem helpt anderen', 'works-well': 'merkmentordeel', advice: 'Ja, past goed', 'warm-handover': 'Nee', klaar: 'ja', versie: 0 };
const CAN = '/paspoort/onderdelen/wat-kan-ik';
/** What stands only in each statutory part, and from which moment a college reads it (rules 9), by hand. */
const MARKS = { 'merkmentordeel': 1, 'vmbo': 1, '37 uur': 2 } as const;
const MOMENTS = [['submitted', 1], ['intake-invited', 2], ['provisionally-placed', 2], ['not-admitted', 0]] as const;
const FORMS = ['page', 'pdf', 'json', 'xml'] as const;
const STRANGERS: readonly Person[] = ['milan', 'tess', 'joost', 'lars', 'okan', 'ingrid', 'marloes', 'gijs', 'petra', 'sem'];

describe('what a school sends by itself', () => {
  let site: TestApp;
  let fatima: TestAgent;
  let sem: TestAgent;
  let sanne: TestAgent;
  let leaver: string;
  let application: string;

  beforeAll(async () => {
    site = await testApp();
    [fatima, sem, sanne] = await Promise.all([site.signedIn('fatima'), site.signedIn('sem'), site.signedIn('sanne')]);
    const [row] = await site.database.asSuperuser<{ leaver: string; application: string }>("select l.id as leaver, a.id as application from app.leaver l join app.application a on a.leaver_id = l.id where l.email = 'sem@leerling.example'");
    leaver = String(row?.leaver);
    application = String(row?.application);
    await site.database.asSuperuser("insert into app.presence (leaver_id, school_year, hours_with_reason, hours_without_reason, reported) values ($1, '2025-2026', 37, 0, false)", [leaver]);
    await site.database.asSuperuser("update app.application set status = 'submitted' where id = $1", [application]);
  });
  afterAll(() => site.close());

  const page = async (): Promise<string> => (await fatima.get(`/leerlingen/${leaver}/deel-van-school`).expect(200)).text;
  const post = (doe: string, seal = '') => fatima.post(`/leerlingen/${leaver}/deel-van-school`).type('form').send({ aanmelding: application, doe, gezien: seal });
  const sealIn = (text: string): string => /name="gezien" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const send = async () => post('stuur', sealIn(await page())).expect(303);
  const given = () => site.database.asSuperuser<{ section: string; by_school: boolean; agreed_text: string }>("select s.section, h.by_school, s.agreed_text from app.share s join app.sharing h on h.id = s.sharing_id where s.state = 'given' and s.leaver_id = $1 order by s.section", [leaver]);
  const seen = async (): Promise<string> => (await sanne.get(`/intake/${application}`).expect(200)).text;
  const address = (form: (typeof FORMS)[number]): string => (form === 'page' ? `/intake/${application}` : `/intake/${application}/paspoort.${form}`);

  /** All that stands in it for the college; nothing when there is no such file. A PDF says it without the spaces. */
  async function textOf(form: (typeof FORMS)[number]): Promise<string> {
    const { status, body } = (await sanne.get(address(form)).buffer(true).parse(bytes as never)) as { status: number; body: Buffer };
    if (status === 404) return '';
    return form === 'pdf' ? JSON.stringify((await readPdf(body)).pages).replaceAll(/[^\p{L}\d]/gu, '') : body.toString('utf8');
  }
  const mails = () => site.database.asSuperuser<{ to_address: string }>("select to_address from app.mail where template = 'school-report-sent'");

  it('holds the mentor’s part back until the student answered, or had two weeks to read it', async () => {
    expect(await page()).toContain('Jouw deel is nog niet klaar.');
    await fatima.post(`/leerlingen/${leaver}/mentordeel`).type('form').send(PART).expect(303);
    const text = await page();
    expect(text).toContain('Jouw deel gaat mee zodra Sem het las.');
    expect(text).not.toContain('<li>Jouw deel');
    await site.database.asSuperuser("update app.section_text set written_at = written_at - interval '14 days' where leaver_id = $1", [leaver]);
    expect(await page()).toContain('<li>Jouw deel');
    await site.database.asSuperuser("update app.section_text set written_at = written_at + interval '14 days' where leaver_id = $1", [leaver]);
  });

  it('sends nothing that was not on the page', async () => {
    const before = sealIn(await page());
    const version = /name="versie" value="(\d+)"/.exec((await sem.get('/paspoort/deel-van-mentor')).text)?.[1];
    await sem.post('/paspoort/deel-van-mentor').type('form').send({ klopt: 'nee', reden: 'Ik werk ook goed alleen', versie: version }).expect(303);
    expect((await post('stuur', before).expect(422)).text).toContain('Er is intussen iets veranderd.');
    expect(await given()).toEqual([]);
  });

  it('goes without the student sharing anything, with what the student said of it', async () => {
    expect(await page()).toContain('Sem wil dit bespreken. Dat gaat mee.');
    expect(await page()).toContain('Wil Sem jouw deel bespreken? Dan gaat wel mee waarom.');
    expect((await sem.get('/paspoort/deel-van-mentor').expect(200)).text).toContain('Het gaat mee naar de mbo-school, ook als je school dit deel zelf stuurt.');
    await send();
    const rows = await given();
    expect(rows.map(({ section, by_school: bySchool }) => [section, bySchool])).toEqual([['mentor-part', true], ['my-school', true], ['presence', true]]);
    expect(rows[0]?.agreed_text).toBe('‘Deel van je mentor’ gaat van de school naar ROC Noordrand, voor Timmerman, niveau 2. De wet staat dit toe zonder toestemming. De mbo-school leest dit meteen.');
    expect(await seen()).toContain('Ik werk ook goed alleen');
  });

  it('is done once, however often it is pressed', async () => {
    const [before] = [await given()];
    await post('stuur', 'oud').expect(303);
    expect(await given()).toEqual(before);
    expect(await site.database.asSuperuser('select from app.sharing where by_school')).toHaveLength(1);
    expect(await mails()).toEqual([{ to_address: 'sem@leerling.example' }]);
  });

  it('is told to the student, who cannot stop it and is shown the way to put it right', async () => {
    const { text } = await sem.get('/paspoort/wie-leest-mee').expect(200);
    expect(text).toContain('Gestuurd door je school.');
    expect(text).toContain('Vraag om een verbetering');
    expect(text).not.toContain('Stop met delen met');
    await sem.post(`/paspoort/wie-leest-mee/${application}/stoppen`).expect(303);
    expect(await given()).toHaveLength(3);
    expect((await sem.get('/paspoort').expect(200)).text).toContain('ROC Noordrand leest wat je school stuurde.');
    expect((await fatima.get(`/leerlingen/${leaver}`)).text).toContain('De school stuurde haar deel naar de mbo-school.');
  });

  describe.each(MOMENTS)('at %s', (status, moment) => {
    beforeAll(() => site.database.asSuperuser('update app.application set status = $2 where id = $1', [application, status]));

    it.each(FORMS)('opens as %s what that moment opens', async (form) => {
      const text = await textOf(form);
      const open = Object.entries(MARKS).filter(([, from]) => moment > 0 && from <= moment).map(([mark]) => mark);
      expect(Object.keys(MARKS).filter((mark) => text.includes(form === 'pdf' ? mark.replaceAll(' ', '') : mark))).toEqual(open);
    });

    it('opens in no form to anybody else', async () => {
      for (const person of [...STRANGERS, 'fatima', 'samira'] as const) {
        const browser = await site.signedIn(person);
        for (const form of FORMS) await browser.get(address(form)).expect(404);
      }
    });
  });

  it.each(STRANGERS)('is not sent by %s', async (person) => {
    await site.database.asSuperuser("update app.application set status = 'submitted' where id = $1", [application]);
    const browser = await site.signedIn(person);
    await browser.get(`/leerlingen/${leaver}/deel-van-school`).expect(404);
    await browser.post(`/leerlingen/${leaver}/deel-van-school`).type('form').send({ aanmelding: application, doe: 'terug', gezien: '' }).expect(404);
    expect(await given()).toHaveLength(3);
  });

  it('stands beside what the student shares, and stays when the student stops', async () => {
    await sem.post(CAN).type('form').send({ 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, [`delen-${application}`]: 'yes' }).expect(303);
    const { text } = await sem.get('/paspoort/controleren').expect(200);
    expect(text).not.toContain('‘Deel van je mentor’ gaat mee');
    await sem.post('/paspoort/delen').type('form').send({ gezien: sealIn(text) }).expect(303);
    expect((await given()).map(({ section }) => section)).toEqual(['mentor-part', 'my-school', 'presence', 'what-i-can']);
    const with3 = await seen();
    await sem.post(`/paspoort/wie-leest-mee/${application}/stoppen`).expect(303);
    expect((await given()).map(({ section }) => section)).toEqual(['mentor-part', 'my-school', 'presence']);
    expect(with3).toContain('Zagen');
    expect(await seen()).not.toContain('Zagen');
    await sem.post('/paspoort/rechten/wissen').type('form').send({ zeker: 'ja' });
    expect((await given()).map(({ section }) => section)).toEqual(['mentor-part', 'my-school', 'presence']);
  });

  it('never tells a college on which ground it reads: the page is the same to the letter', async () => {
    const bySchool = await seen();
    await site.database.asSuperuser('update app.sharing set by_school = false where leaver_id = $1', [leaver]);
    expect(await seen()).toBe(bySchool);
    await site.database.asSuperuser("update app.sharing h set by_school = true where exists (select from app.share s where s.sharing_id = h.id and s.section = 'mentor-part')");
    expect(await site.database.asSuperuser("select from app.event where kind like 'school-report%' and (application_id is not null or audience <> 'school')")).toEqual([]);
  });

  it('is taken back by the mentor, and read no more on the next click', async () => {
    await post('terug').expect(303);
    expect(await given()).toEqual([]);
    expect(await seen()).not.toContain('merkmentordeel');
    await post('terug').expect(303);
    expect(await site.database.asSuperuser("select from app.event where kind = 'school-report-taken-back'")).toHaveLength(1);
    await send();
    expect(await given()).toHaveLength(3);
  });

  describe('when the student shares the same part too', () => {
    const copy = () => site.database.asSuperuser<{ state: string; objection: string | null; full: boolean }>("select s.state, s.objection, s.contents <> '{}' as full from app.share s join app.sharing h on h.id = s.sharing_id and not h.by_school where s.section = 'mentor-part' and s.leaver_id = $1 order by h.shared_at desc limit 1", [leaver]);
    const share = async () => {
      await sem.post(CAN).type('form').send({ 'good-at': 'Zagen', strengths: 'Ik houd vol', klaar: 'ja', versie: 1, [`delen-${application}`]: 'yes' });
      await sem.post('/paspoort/delen').type('form').send({ gezien: sealIn((await sem.get('/paspoort/controleren').expect(200)).text) }).expect(303);
    };

    beforeAll(() => post('terug').expect(303));

    it('gives the college the copy of the student back with the taking back', async () => {
      await share();
      await send();
      expect(await copy()).toEqual([{ state: 'replaced', objection: null, full: false }]);
      await post('terug').expect(303);
      expect(await copy()).toEqual([{ state: 'given', objection: 'Ik werk ook goed alleen', full: true }]);
      expect(await seen()).toContain('merkmentordeel');
    });

    it('gives nothing back that the student stopped meanwhile, and says by mail that something changed', async () => {
      await send();
      await sem.post(`/paspoort/wie-leest-mee/${application}/stoppen`).expect(303);
      await site.database.asSuperuser("delete from app.mail where template = 'sharing-changed'");
      await post('terug').expect(303);
      expect(await copy()).toEqual([{ state: 'replaced', objection: null, full: false }]);
      expect(await seen()).not.toContain('merkmentordeel');
      expect(await site.database.asSuperuser("select to_address from app.mail where template = 'sharing-changed'")).toEqual([{ to_address: 'sem@leerling.example' }]);
    });

    it('goes on waiting for the parent of a student under 16, as long as the question is open', async () => {
      const waiting = (ends: string) => site.database.asSuperuser(`with g as (insert into app.guardian (leaver_id, email, confirmed_at) values ($1, 'ouder@thuis.example', now()) on conflict (leaver_id, lower(email)) do update set confirmed_at = now() returning id)
        insert into app.guardian_request (leaver_id, guardian_id, asked_on, ends_on) select $1, id, '2026-09-10', $2 from g`, [leaver, ends]);
      await post('terug').expect(303);
      await site.database.asSuperuser("update app.leaver set birth_date = '2011-03-03' where id = $1", [leaver]);
      await share();
      await waiting('2026-09-24');
      await send();
      expect((await copy())[0]?.state).toBe('replaced');
      await post('terug').expect(303);
      expect(await copy()).toEqual([{ state: 'waiting', objection: 'Ik werk ook goed alleen', full: true }]);
      expect(await seen()).not.toContain('merkmentordeel');

      await send();
      await site.database.asSuperuser('update app.guardian_request set answered_at = now() where leaver_id = $1', [leaver]);
      await post('terug').expect(303);
      expect((await copy())[0]?.state).toBe('replaced');
      await site.database.asSuperuser("update app.share set state = 'withdrawn' where leaver_id = $1 and state = 'waiting'", [leaver]);
      await site.database.asSuperuser("update app.leaver set birth_date = '2010-03-03' where id = $1", [leaver]);
      await send();
    });

    it('gives nothing back that the mentor wrote anew', async () => {
      await share();
      await send();
      await site.database.asSuperuser("update app.section_text set version = version + 1 where section = 'mentor-part' and leaver_id = $1", [leaver]);
      await post('terug').expect(303);
      expect(await copy()).toEqual([{ state: 'replaced', objection: null, full: false }]);
      await site.database.asSuperuser("update app.section_text set version = version - 1 where section = 'mentor-part' and leaver_id = $1", [leaver]);
      await send();
    });
  });

  it('sends nothing about who died', async () => {
    await site.database.asSuperuser("update app.leaver set destination = 'deceased' where id = $1", [leaver]);
    await post('terug').expect(404);
    expect((await given()).filter(({ by_school: bySchool }) => bySchool)).toHaveLength(3);
  });
});
