import { dossierMails, queueIntakeMails } from '#dossiers';
import { Clock, daysBetween, render } from '#platform';
import { DAY } from '../personas/people.ts';
import { addApplicant, real, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** As many days on as the story: both the day that holds and the real one move. */
const clockOn = (day: string): Clock => new Clock({ today: day, read: () => new Date(Date.now() + daysBetween(DAY, day) * 86_400_000) });

const SITE = new URL('https://overstap.example');

describe('mails to the intake officers of a college', () => {
  let site: TestApp;
  let eva: string;

  beforeEach(async () => {
    site = await testApp();
    eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
    await run("update app.mail set state = 'sent'");
    await run("delete from app.mail where template = 'digest' and day = '2026-09-14'");
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const shared = (on: string, text = 'Ik ben Eva') => share(site.database, eva, { 'who-am-i': text }, `${on}T10:00:00+02:00`);
  const mails = () => run<{ id: string; to: string; template: string; day: string }>(
    "select id, to_address as to, template, day::text from app.mail where template in ('passports-shared', 'students-waiting') order by day, to_address");

  /** A morning on which the sweep has been; what was queued is sent at once. */
  async function morning(day: string): Promise<string[]> {
    await run('insert into app.sweep (day, checked, opened, escalated, closed, mails) values ($1, 0, 0, 0, 0, 0) on conflict do nothing', [day]);
    await queueIntakeMails(site.worker, clockOn(day));
    const fresh = (await mails()).filter((mail) => mail.day === day).map(({ to, template }) => `${to.split('@')[0]}: ${template}`);
    await run("update app.mail set state = 'sent', queued_at = $1 where day = $2", [real(`${day}T06:30:00+02:00`), day]);
    return fresh;
  }

  async function said(template: string, day: string): Promise<string> {
    const clock = clockOn(day);
    const mail = (await mails()).find((row) => row.template === template);
    const page = mail && (await site.worker.run({ kind: 'worker' }, (sql) => dossierMails(clock, SITE).get(template)!(sql, { id: mail.id, template, to: mail.to, day, page: {} })));
    if (!page || page === 'dropped') return String(page);
    return ['subject.txt', 'txt', 'html'].map((kind) => render(`mails/${template}.${kind}`, page).trim()).join('\n');
  }

  describe('about passports that nobody opened', () => {
    it('go to the officers of that college, with counts per programme and no name', async () => {
      await shared('2026-09-13');
      expect(await morning('2026-09-14')).toEqual(['sanne: passports-shared']);
      const text = await said('passports-shared', '2026-09-14');
      expect(text).toMatch(/^1 nieuw paspoort gedeeld\n[^]*- Timmerman: 1\n/);
      expect(text).not.toMatch(/Eva|Genoot|Wie ben ik|Ik ben/);
    });

    it('do not go twice about the same, nor in a weekend, but again when it is shared again', async () => {
      await shared('2026-09-11');
      expect(await morning('2026-09-12')).toEqual([]);
      expect([await morning('2026-09-14'), await morning('2026-09-14'), await morning('2026-09-15')]).toEqual([['sanne: passports-shared'], ['sanne: passports-shared'], []]);
      expect(await mails()).toHaveLength(1);
      await shared('2026-09-15', 'Ik ben Eva, nu anders');
      expect(await morning('2026-09-16')).toEqual(['sanne: passports-shared']);
    });

    it('wait for tomorrow when there is a digest today', async () => {
      await shared('2026-09-13');
      await run("insert into app.mail (account_id, to_address, template, day) select id, email, 'digest', '2026-09-14' from app.account where email like 'sanne@%'");
      expect(await morning('2026-09-14')).toEqual([]);
      expect(await morning('2026-09-15')).toEqual(['sanne: passports-shared']);
    });

    it('do not go when somebody opened it, the student stopped, or the officer left meanwhile', async () => {
      await shared('2026-09-13');
      await morning('2026-09-14');
      await run("update app.membership m set ended_on = '2026-09-14' from app.account a where a.id = m.account_id and a.email like 'sanne@%'");
      expect(await said('passports-shared', '2026-09-14')).toBe('dropped');
      await run("update app.membership m set ended_on = null from app.account a where a.id = m.account_id and a.email like 'sanne@%'");
      await (await site.signedIn('emre')).get(`/intake/${eva}`).expect(200);
      expect(await said('passports-shared', '2026-09-14')).toBe('dropped');
      await shared('2026-09-30', 'weer');
      expect(await said('passports-shared', '2026-09-14')).toContain('1 nieuw paspoort gedeeld');
      await run("update app.share set state = 'withdrawn' where state = 'given'");
      expect(await said('passports-shared', '2026-09-14')).toBe('dropped');
    });

    it('wait while it is a school holiday, go once a week to who wants that, and not to who said no', async () => {
      await run("update app.organisation set holiday_region = 'midden' where code = '20NO'");
      await shared('2026-10-12');
      expect(await morning('2026-10-19')).toEqual([]);
      const choose = (choice: string) => run(`insert into app.mail_setting (member_id, choices) select m.id, jsonb_build_object('students-waiting', 'never', 'passports-shared', $1::text) from app.membership m join app.account a on a.id = m.account_id where a.email like 'sanne@%' on conflict (member_id) do update set choices = excluded.choices`, [choice]);
      await choose('never');
      expect(await morning('2026-10-26')).toEqual([]);
      await choose('weekly');
      expect(await morning('2026-10-27')).toEqual(['sanne: passports-shared']);
      await shared('2026-10-28', 'Ik ben Eva, weer anders');
      expect([await morning('2026-10-29'), await morning('2026-11-03')]).toEqual([[], ['sanne: passports-shared']]);
    });

    it('wait in a holiday that only the region of the college has', async () => {
      await run("update app.organisation set holiday_region = 'midden' where code = '20NO'");
      await run("insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at) select region, '2026-2027', 'midden-autumn', '2026-09-12/2026-09-20', '2026-09-01', now() from app.organisation where code = '20NO'");
      await shared('2026-09-11');
      expect([await morning('2026-09-14'), await morning('2026-09-21')]).toEqual([[], ['sanne: passports-shared']]);
    });

    it('say nothing of what is not for the college yet', async () => {
      await share(site.database, eva, { 'home-and-health': 'Iets van thuis' }, '2026-09-13T10:00:00+02:00');
      expect(await morning('2026-09-14')).toEqual([]);
    });
  });

  describe('about students who wait too long', () => {
    const opened = async (): Promise<void> => void (await (await site.signedIn('emre')).get(`/intake/${eva}`).expect(200));

    it('go after five working days without an answer, with counts only', async () => {
      await shared('2026-09-07');
      await opened();
      expect(await morning('2026-09-14')).toEqual([]);
      expect(await morning('2026-09-15')).toEqual(['sanne: students-waiting']);
      const text = await said('students-waiting', '2026-09-15');
      expect(text).toMatch(/^1 leerling wacht op jullie\n[^]*langer dan 5 werkdagen[^]*- Timmerman: 1\n/);
      expect(text).not.toMatch(/Eva|Genoot/);
    });

    it('go once a week at most', async () => {
      await shared('2026-09-07');
      await opened();
      const days = ['15', '16', '17', '18', '21', '22', '23', '28', '29'];
      const heard: string[] = [];
      for (const day of days) if ((await morning(`2026-09-${day}`)).length) heard.push(day);
      expect(heard).toEqual(['15', '22', '29']);
    });

    it('do not go when there is an answer, or to who lost the right', async () => {
      await shared('2026-09-07');
      await opened();
      await morning('2026-09-15');
      await run("update app.membership m set role = 'study-coach' from app.account a where a.id = m.account_id and a.email like 'sanne@%'");
      expect(await said('students-waiting', '2026-09-15')).toBe('dropped');
      await run("update app.membership m set role = 'intake-officer' from app.account a where a.id = m.account_id and a.email like 'sanne@%'");
      const sanne = await site.signedIn('sanne');
      await sanne.post(`/intake/${eva}/uitkomst`).type('form').send({ uitkomst: 'invited', stond: 'submitted', gezien: '' }).expect(303);
      expect(await said('students-waiting', '2026-09-15')).toBe('dropped');
      expect(await morning('2026-09-22')).toEqual([]);
    });
  });
});

describe('the mail that there is news about an application', () => {
  let site: TestApp;
  let abdi: string;

  beforeAll(async () => {
    site = await testApp();
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.application where number = '20NO-abdi-25001'");
    abdi = String(row?.id);
  });
  afterAll(() => site.close());

  const news = () => site.database.asSuperuser<{ id: string; to: string }>("select id, to_address as to from app.mail where template = 'intake-news'");
  const said = async () => {
    const [mail] = await news();
    return site.worker.run({ kind: 'worker' }, (sql) => dossierMails(site.clock, SITE).get('intake-news')!(sql, { id: String(mail?.id), template: 'intake-news', to: '', day: '2026-09-14', page: {} }));
  };
  const record = async (form: object) => {
    const sanne = await site.signedIn('sanne');
    const { text } = await sanne.get(`/intake/${abdi}`).expect(200);
    const [stond, gezien] = ['stond', 'gezien'].map((name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1]);
    await sanne.post(`/intake/${abdi}/uitkomst`).type('form').send({ stond, gezien, ...form }).expect(303);
  };

  it('goes to the student of that application, once for what is not sent yet, and tells no outcome', async () => {
    await record({ uitkomst: 'not-admitted', reden: 'full', advies: 'Kijk bij De Meent.' });
    await record({ uitkomst: 'waitlisted', toelichting: 'Toch' });
    expect(await news()).toEqual([expect.objectContaining({ to: 'abdi@leerling.example' })]);
    const page = await said();
    const text = ['subject.txt', 'txt', 'html'].map((kind) => render(`mails/intake-news.${kind}`, page as object)).join('\n');
    expect(text).toMatch(/^Er is nieuws over je aanmelding\n[^]*https:\/\/overstap\.example\/aanmeldingen/);
    expect(text).not.toMatch(/toegelaten|reservelijst|vol|Meent|Noordrand|Timmerman/i);
  });

  it('does not go to who may not come in any more', async () => {
    await site.database.asSuperuser("update app.membership m set ended_on = '2026-09-14' from app.account a where a.id = m.account_id and a.email = 'abdi@leerling.example'");
    expect(await said()).toBe('dropped');
  });
});
