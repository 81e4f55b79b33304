import { dossierMails, remindStudents } from '#dossiers';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Noor has no application; Abdi did not turn up; Sem started. All three came in on 1 March 2027 and leave in 2027. */
describe('mails that ask a student to go on', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
    await run("update app.membership set accepted_at = '2027-03-01 12:00+01' where role = 'student'");
    await run("update app.leaver set school_year = '2026-2027'");
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  /** What was queued has gone out by the next time. */
  async function remind(day: string, time = '07:00'): Promise<void> {
    await run("update app.mail set state = 'sent'");
    await remindStudents(site.worker, { today: () => day, time: () => time });
  }
  const sent = (template: string) => run<{ to: string; day: string }>("select split_part(to_address, '@', 1) as to, day::text from app.mail where template = $1 order by day, 1", [template]);
  const toNoor = async (template: string): Promise<string[]> => (await sent(template)).filter(({ to }) => to === 'noor').map(({ day }) => day);

  async function said(template: string, day: string): Promise<object | 'dropped' | undefined> {
    const [mail] = await run<{ id: string }>("select id from app.mail where template = $1 and to_address like 'noor@%' order by day desc limit 1", [template]);
    const handler = dossierMails(new Clock({ today: day }), new URL('https://overstap.example')).get(template);
    return mail && handler && site.worker.run({ kind: 'worker' }, (sql) => handler(sql, { id: mail.id, template, to: '', day, page: {} }));
  }

  it('go after a week of silence, in the morning, once for each silence and three times at most', async () => {
    await remind('2027-03-07');
    await remind('2027-03-08', '06:59');
    expect(await sent('passport-waits')).toEqual([]);
    for (const day of ['2027-03-08', '2027-03-08', '2027-03-20']) await remind(day);
    expect(await toNoor('passport-waits')).toEqual(['2027-03-08']);
    expect(await said('passport-waits', '2027-03-08')).toEqual({ onBehalfOf: 'Het Kompas', done: 0, total: 7, link: 'https://overstap.example/paspoort', settings: 'https://overstap.example/account/mail', address: 'overstap.example' });
    for (const written of ['2027-03-22', '2027-04-05', '2027-05-02']) {
      await run("insert into app.section_text as t (leaver_id, section, version, answers, written_at) select id, 'what-i-can', 1, '{}', $1::date from app.leaver where email like 'noor@%' on conflict (leaver_id, section) do update set written_at = excluded.written_at", [written]);
      await remind(new Date(Date.parse(written) + 8 * 86_400_000).toISOString().slice(0, 10));
    }
    expect(await toNoor('passport-waits')).toHaveLength(3);
  });

  it('count the part of the mentor as the page of the passport does: once the student said something of it as it stands', async () => {
    await remind('2027-03-08');
    await run("insert into app.section_text (leaver_id, section, version, answers, done, written_at) select id, 'mentor-part', 2, '{}', true, '2027-03-01' from app.leaver where email like 'noor@%'");
    const say = (version: number) => run("insert into app.agreement (leaver_id, section, version, answers, agrees, said_at) select id, 'mentor-part', $1, '{}', true, '2027-03-02' from app.leaver where email like 'noor@%'", [version]);
    await say(1);
    expect(await said('passport-waits', '2027-03-08')).toMatchObject({ done: 0, total: 7 });
    await say(2);
    expect(await said('passport-waits', '2027-03-08')).toMatchObject({ done: 1, total: 7 });
  });

  it('go 21, 7 and 2 days before 1 April to who did not apply, and are made up for when the worker stood still', async () => {
    for (const day of ['2027-03-10', '2027-03-11', '2027-03-12', '2027-03-25', '2027-03-26', '2027-03-30', '2027-03-31', '2027-04-01', '2027-04-02']) await remind(day);
    expect(await toNoor('apply-in-time')).toEqual(['2027-03-11', '2027-03-25', '2027-03-30']);
  });

  it('wait for a day that is not quiet, and do not go to who switched them off', async () => {
    for (const day of ['2027-03-13', '2027-03-14']) await remind(day);
    expect([await toNoor('passport-waits'), await toNoor('apply-in-time')]).toEqual([[], []]);
    await run(`insert into app.mail_setting (member_id, choices) select m.id, '{"passport-waits": "never"}' from app.membership m join app.account a on a.id = m.account_id where a.email like 'noor@%'`);
    await remind('2027-03-15');
    expect([await toNoor('passport-waits'), await toNoor('apply-in-time')]).toEqual([[], ['2027-03-15']]);
  });

  it('do not go to who started, nor to who has another route', async () => {
    await run("update app.leaver set destination = 'stays-in-vo' where email like 'noor@%'");
    for (const day of ['2027-03-11', '2027-03-26']) await remind(day);
    expect((await run<{ to: string }>("select distinct split_part(to_address, '@', 1) as to from app.mail where template in ('apply-in-time', 'passport-waits')")).map(({ to }) => to)).not.toEqual(expect.arrayContaining(['noor', 'sem']));
  });

  it('are dropped when the student applied or may not come in any more', async () => {
    await remind('2027-03-11');
    expect(await said('apply-in-time', '2027-03-11')).toMatchObject({ link: 'https://overstap.example/aanmeldingen' });
    await run("update app.application set leaver_id = (select id from app.leaver where email like 'noor@%'), tie = 'by-hand' where number = '20NO-900'");
    expect(await said('apply-in-time', '2027-03-11')).toBe('dropped');
    await run("update app.membership set ended_on = '2027-03-01' where role = 'student'");
    expect(await said('passport-waits', '2027-03-11')).toBe('dropped');
  });
});
