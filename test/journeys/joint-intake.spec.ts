import type TestAgent from 'supertest/lib/agent.js';
import { Mailer } from '#platform';
import { dossierMails } from '#dossiers';
import type { Person } from '../personas/people.ts';
import { openPostOffice, type PostOffice } from '../mail/post-office.ts';
import { DAY } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Abdi, 16, applied at ROC Noordrand; his father Omar was not invited to read along. */
describe('a joint intake', () => {
  let site: TestApp;
  let office: PostOffice;
  let application: string;
  let sanne: TestAgent;

  beforeEach(async () => {
    [site, office] = [await testApp(), await openPostOffice()];
    application = String((await run<{ id: string }>("select id from app.application where number = '20NO-abdi-25001'"))[0]?.id);
    sanne = await site.signedIn('sanne');
  });
  afterEach(async () => {
    await site.close();
    await office.stop();
  });

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const here = (): string => `/gesprekken/${application}`;
  const member = async (key: Person): Promise<string> => String((await run<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like $1 || '@%'", [key]))[0]?.id);
  const PLAN = { doe: 'plannen', dag: '2026-10-26', tijd: '10:30', plaats: 'Kamer 1.12; Hoofdstraat 1, Zwolle', doel: 'start' };
  const plan = async (extra: object = {}) => sanne.post(here()).type('form').send({ ...PLAN, wie: [await member('abdi'), await member('fatima')], adres: 'loket@gemeente.example', gemeente: 'Loket', ...extra });
  const deliver = async () => {
    const clock = { today: () => DAY, now: () => new Date('2026-09-14T08:00:00Z') };
    const parts = { tx: site.worker, smtp: office.smtp, mailFrom: 'Overstap <overstap@overstap.example>', handlers: dossierMails(clock, new URL('https://overstap.example')), whenDead: async () => undefined, dateOf: () => new Date('2026-09-14T08:00:00Z') };
    office.kept.splice(0);
    await run("update app.mail set state = 'dropped' where state = 'queued' and template not like 'meeting-%'");
    await new Mailer(parts).deliverAll();
    return office.kept;
  };
  const calendarOf = (mail: { attachments: readonly { mimeType: string; content: unknown }[] } | undefined): string => {
    const file = mail?.attachments.find(({ mimeType }) => mimeType.startsWith('text/calendar') || mimeType === 'application/ics');
    return Buffer.from(file?.content as ArrayBuffer).toString().replaceAll(/\r?\n /g, '').replaceAll('\r', '');
  };
  const linkIn = (text = ''): string => new URL(String(/https?:\S+\/gesprek\/\S+/.exec(text)?.[0])).pathname;

  it('goes to each guest once, as mail with a file for the calendar and without a name', async () => {
    expect((await plan()).status).toBe(303);
    const mails = await deliver();
    expect(mails.map(({ to }) => String(to?.[0]?.address)).toSorted((one, other) => one.localeCompare(other))).toEqual(['abdi@leerling.example', 'fatima@10ko00.example', 'loket@gemeente.example']);
    for (const mail of mails) expect(mail.from?.name).toBe('Overstap namens ROC Noordrand');
    for (const mail of mails) expect(`${mail.subject} ${mail.text} ${calendarOf(mail)}`).not.toMatch(/Abdi|Amrani(?!@)|Loket\b/);
    const file = calendarOf(mails[0]);
    for (const row of ['METHOD:REQUEST', 'DTSTART;TZID=Europe/Amsterdam:20261026T103000', 'SEQUENCE:0', 'SUMMARY:Gesprek over de overstap', String.raw`LOCATION:Kamer 1.12\; Hoofdstraat 1\, Zwolle`, 'DTSTAMP:20260914T080000Z']) expect(file).toContain(`\n${row}\n`);
    expect(file.match(/ATTENDEE/g)).toHaveLength(1);
    expect(await deliver()).toHaveLength(0);
  });

  it('is answered by link without signing in; moved and cancelled everybody hears it once, with the same number', async () => {
    await plan();
    const [first] = await deliver();
    const link = linkIn(first?.text);
    const page = (await site.visitor().get(link).expect(200)).text;
    expect(page).toContain('De start voorbereiden');
    expect(page).not.toMatch(/Abdi|Fatima|Loket/);
    await site.visitor().post(link).type('form').send({ antwoord: '' }).expect(422);
    await site.visitor().post(link).type('form').send({ antwoord: 'maybe', reden: 'Liever na tweeën' }).expect(303);
    expect((await sanne.get(here()).expect(200)).text).toContain('Liever na tweeën');
    await sanne.post(here()).type('form').send({ ...PLAN, doe: 'verzetten', tijd: '14:30' }).expect(303);
    const moved = await deliver();
    expect(moved).toHaveLength(3);
    for (const mail of moved) expect(mail.from?.name).toBe('Overstap namens ROC Noordrand');
    const uid = /UID:\S+/.exec(calendarOf(first))?.[0];
    const again = moved.map(calendarOf).find((file) => file.includes(String(uid)));
    expect(again).toContain('SEQUENCE:1');
    await sanne.post(here()).type('form').send({ doe: 'afzeggen' }).expect(303);
    const cancelled = await deliver();
    expect(cancelled).toHaveLength(3);
    for (const mail of cancelled) expect(mail.from?.name).toBe('Overstap namens ROC Noordrand');
    expect(calendarOf(cancelled[0])).toMatch(/METHOD:CANCEL[^]*SEQUENCE:2[^]*STATUS:CANCELLED/);
    expect((await site.visitor().get(link).expect(200)).text).toContain('Dit gesprek gaat niet door.');
    await site.visitor().get('/gesprek/bestaat-niet').expect(410);
  });

  it('says in the sender where the mentor works who planned it', async () => {
    const fatima = await site.signedIn('fatima');
    expect((await fatima.post(here()).type('form').send({ ...PLAN, wie: [await member('abdi')], adres: 'loket@gemeente.example', gemeente: 'Loket' })).status).toBe(303);
    const mails = await deliver();
    expect(mails.map(({ from }) => from?.name)).toEqual(['Overstap namens Het Kompas', 'Overstap namens Het Kompas']);
  });

  it('never goes to who lost the right: stopped, at 16, "geen contact", or a meeting that changed', async () => {
    await run("update app.guardian set invited_at = now() where email like 'omar%'");
    const omar = await member('omar');
    expect((await sanne.get(here()).expect(200)).text).toContain(omar);
    await plan({ wie: [await member('abdi'), omar] });
    await run("update app.guardian set invited_at = null where email like 'omar%'");
    await run('update app.membership set ended_on = $2 where id = $1', [await member('abdi'), DAY]);
    expect((await deliver()).map(({ to }) => to?.[0]?.address)).toEqual(['loket@gemeente.example']);
    expect((await sanne.get(here()).expect(200)).text).not.toContain(`value="${omar}"`);
    await sanne.post(here()).type('form').send({ doe: 'afzeggen' }).expect(303);
    expect(await deliver()).toHaveLength(1);
    await run("update app.guardian set no_contact = true where email like 'omar%'");
    await plan({ wie: [omar], adres: 'omar@thuis.example' });
    expect(await run("select from app.mail where to_address like 'omar%' and state = 'queued'")).toHaveLength(0);
  });

  it('keeps what was agreed and who was there, for student and mentor to read', async () => {
    expect((await plan({ plaats: 'Bij Abdi thuis' })).text).toContain('Laat de naam van de leerling weg');
    expect((await plan({ wie: '', adres: '' })).text).toContain('Kies wie je uitnodigt.');
    await plan();
    const [guest] = await run<{ id: string }>("select id from app.joint_intake_guest where kind = 'student'");
    await sanne.post(here()).type('form').send({ doe: 'afspraken', waren: guest?.id, afspraken: 'Elke maandag even bellen' }).expect(303);
    expect((await (await site.signedIn('abdi')).get('/aanmeldingen').expect(200)).text).toContain('Elke maandag even bellen');
    expect((await (await site.signedIn('fatima')).get(here()).expect(200)).text).toContain('(was erbij)');
  });

  describe('of which the agreements are put otherwise afterwards', () => {
    const seenOn = (text: string): string => String(/name="gezien" value="(\d+)"/.exec(text)?.[1]);
    const pageOf = async (person: Person): Promise<string> => (await (await site.signedIn(person)).get(here()).expect(200)).text;
    const reword = async (person: Person, anders: string, gezien: string) => (await site.signedIn(person)).post(here()).type('form').send({ doe: 'anders', anders, gezien });
    const wordings = () => run<{ agreements: string; writer: string; day: string }>('select agreements, writer, written_on::text as day from app.joint_intake_wording order by id');

    beforeEach(async () => {
      await plan();
      await sanne.post(here()).type('form').send({ doe: 'afspraken', afspraken: 'Elke maandag even bellen' }).expect(303);
    });

    it('keeps each earlier wording with who wrote it and when, for everybody who reads the agreements', async () => {
      expect((await reword('fatima', 'Elke dinsdag even bellen', seenOn(await pageOf('fatima')))).status).toBe(303);
      const [first, second] = await wordings();
      expect([first?.agreements, first?.day, second?.agreements]).toEqual(['Elke maandag even bellen', DAY, 'Elke dinsdag even bellen']);
      for (const text of [await pageOf('sanne'), (await (await site.signedIn('abdi')).get('/aanmeldingen').expect(200)).text]) {
        expect(text).toMatch(/Elke dinsdag even bellen[^]*Aangepast door Fatima el Amrani, [^<]*14 september 2026[^]*Elke maandag even bellen[^]*ROC Noordrand, 14 september 2026/);
      }
      const copy = (await (await site.signedIn('abdi')).get('/paspoort/kopie/gegevens.json').expect(200)).text;
      expect(copy).toContain('Elke maandag even bellen');
    });

    it('lets nobody write over what they did not read, and keeps what they typed', async () => {
      const seen = seenOn(await pageOf('sanne'));
      expect((await reword('fatima', 'Elke dinsdag even bellen', seen)).status).toBe(303);
      const late = await reword('sanne', 'Elke vrijdag even bellen', seen);
      expect(late.status).toBe(422);
      expect(late.text).toMatch(/Elke dinsdag even bellen[^]*Elke vrijdag even bellen<\/textarea>/);
      expect(late.text).toContain('Iemand heeft dit net veranderd.');
      expect((await reword('sanne', 'Elke vrijdag even bellen', seenOn(late.text))).status).toBe(303);
      expect(await wordings()).toHaveLength(3);
    });

    it('is done once, however often it is pressed, and never empty', async () => {
      const seen = seenOn(await pageOf('sanne'));
      for (const _ of [1, 2]) expect((await reword('sanne', 'Elke dinsdag even bellen', seen)).status).toBe(303);
      expect(await wordings()).toHaveLength(2);
      expect((await reword('sanne', ' ', seen)).text).toContain('Schrijf op wat is afgesproken.');
    });

    it('is not there for another college, another mentor, a dean or the student, nor with the number of another talk', async () => {
      const seen = seenOn(await pageOf('sanne'));
      for (const person of ['milan', 'joost', 'lars', 'zoe', 'abdi', 'gijs'] as Person[]) expect([person, (await reword(person, 'Iets anders', seen)).status]).toEqual([person, 404]);
      expect((await reword('sanne', 'Iets anders', '999999')).status).toBe(404);
      expect(await wordings()).toHaveLength(1);
    });
  });

  it('mails nobody without end: after thirty changes in an hour it says when to go on, and sends nothing', async () => {
    await plan();
    for (let n = 1; n < 30; n += 1) await sanne.post(here()).type('form').send({ doe: 'verzetten' }).expect(422);
    const { text, status } = await sanne.post(here()).type('form').send({ doe: 'afzeggen' });
    expect(status).toBe(429);
    expect(text).toMatch(/minuten|uur/);
    expect(await run("select from app.joint_intake where state = 'planned'")).toHaveLength(1);
    expect((await sanne.post(here()).type('form').send({ doe: 'afspraken', afspraken: 'Bellen op maandag' })).status).toBe(303);
  });

  const report = async (status: string): Promise<void> => {
    await run("insert into app.event (application_id, kind, became, as_of, source, organisation_id) select id, 'status-reported', $2, $3, 'file', college_id from app.application where id = $1", [application, status, DAY]);
    await run('select app.refresh_statuses(array[$1::uuid])', [application]);
  };

  it.each(['withdrawn', 'lapsed'])('is planned with nobody once the application is %s; what stood is cancelled or recorded', async (status) => {
    await plan();
    await report(status);
    const page = (await sanne.get(here()).expect(200)).text;
    expect(page).toContain('Zeg het gesprek af, of leg vast wat er is afgesproken.');
    expect(page).not.toContain('Verzet het gesprek');
    expect((await sanne.post(here()).type('form').send({ ...PLAN, doe: 'verzetten', tijd: '14:30' })).status).toBe(422);
    expect((await sanne.post(here()).type('form').send({ doe: 'afzeggen' })).status).toBe(303);
    const refused = await plan({ wie: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Een gesprek plannen kan niet meer.');
    expect(await run("select from app.joint_intake where state = 'planned'")).toHaveLength(0);
    const fatima = await site.signedIn('fatima');
    expect((await fatima.get(here()).expect(200)).text).not.toContain('Plan een gesprek');
  });

  it('is offered beside no application that was withdrawn, and still beside one whose student did not turn up', async () => {
    const [row] = await run<{ leaver: string }>('select leaver_id as leaver from app.application where id = $1', [application]);
    const fatima = await site.signedIn('fatima');
    const offers = async (): Promise<boolean[]> => {
      const pages = await Promise.all([sanne.get(`/intake/${application}`).expect(200), fatima.get(`/leerlingen/${row?.leaver}`).expect(200)]);
      return pages.map(({ text }) => text.includes(`href="${here()}"`));
    };
    await report('withdrawn');
    expect(await offers()).toEqual([false, false]);
    await report('no-show');
    expect(await offers()).toEqual([true, true]);
    expect((await plan()).status).toBe(303);
    expect(await run("select from app.joint_intake where state = 'planned'")).toHaveLength(1);
  });

  it('is not there for another college, another mentor, a dean or the student', async () => {
    await plan();
    for (const person of ['milan', 'joost', 'lars', 'zoe', 'abdi', 'gijs'] as Person[]) {
      const browser = await site.signedIn(person);
      await browser.get(here()).expect(404);
      await browser.post(here()).type('form').send({ doe: 'afzeggen' }).expect(404);
    }
    expect(await run("select from app.joint_intake where state = 'planned'")).toHaveLength(1);
  });
});
