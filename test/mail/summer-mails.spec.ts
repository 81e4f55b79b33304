import { keepSummer, mailsOf } from '#alerts';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Abdi did not turn up, Noor never applied, Sem started. Zoë is the summer team of their school. */
describe('mails of the summer action', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
    await run("insert into app.summer_team (organisation_id, school_year, member_id, named_on) select organisation_id, '2025-2026', id, '2026-06-01' from app.membership where role = 'summer-team'");
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  /** What was queued has gone out by the next time. */
  async function keep(day: string, time = '10:00'): Promise<void> {
    await run("update app.mail set state = 'sent'");
    await keepSummer(site.worker, { today: () => day, time: () => time });
  }
  const sent = () => run<{ to: string; day: string }>("select to_address as to, day::text from app.mail where template = 'summer-task' order by day, 1");
  async function said(person: string, day: string): Promise<object | 'dropped' | undefined> {
    const [mail] = await run<{ id: string }>("select m.id from app.mail m join app.account a on a.id = m.account_id where template = 'summer-task' and a.email like $1 order by day desc limit 1", [`${person}@%`]);
    const handler = mailsOf(new Clock({ today: day }), new URL('https://overstap.example')).handlers.get('summer-task');
    return mail && handler && site.worker.run({ kind: 'worker' }, (sql) => handler(sql, { id: mail.id, template: 'summer-task', to: '', day, page: {} }));
  }

  it('go to who is on a list, to the private address when there is one, and ask one thing without a name', async () => {
    await run("update app.account set private_email = 'noor@thuis.example' where email like 'noor@%'");
    await keep('2026-09-14', '09:59');
    expect(await sent()).toEqual([]);
    await keep('2026-09-14');
    expect(await sent()).toEqual([{ to: 'abdi@leerling.example', day: '2026-09-14' }, { to: 'noor@thuis.example', day: '2026-09-14' }]);
    expect(await said('noor', '2026-09-14')).toEqual({ onBehalfOf: 'Het Kompas', asks: 'Meld je aan bij één opleiding. Dat kan in de zomer ook.', link: 'https://overstap.example/aanmeldingen', address: 'overstap.example' });
    expect(await said('abdi', '2026-09-14')).toMatchObject({ asks: 'Bel je nieuwe school en vraag wanneer je kunt beginnen.' });
  });

  it('go once a week and never in a weekend, however often the worker looks', async () => {
    for (const day of ['2026-09-12', '2026-09-13', '2026-09-14', '2026-09-14', '2026-09-15', '2026-09-20', '2026-09-21', '2026-09-28']) await keep(day);
    expect((await sent()).filter(({ to }) => to.startsWith('noor')).map(({ day }) => day)).toEqual(['2026-09-14', '2026-09-21', '2026-09-28']);
  });

  it.each([
    ['a place is certain elsewhere', "update app.leaver set destination = 'havo' where email like 'noor@%'"],
    ['the student died', "update app.leaver set destination = 'deceased' where email like 'noor@%'"],
    ['nobody is in the team any more', 'delete from app.summer_team'],
    ['the team works here no more', "update app.membership set ended_on = '2026-09-01' where role = 'summer-team'"],
    ['the student may not come in any more', "update app.membership set ended_on = '2026-09-01' where role = 'student'"],
  ])('stop at once when %s', async (_, change) => {
    await keep('2026-09-14');
    await run(change);
    expect(await said('noor', '2026-09-14')).toBe('dropped');
    await keep('2026-09-21');
    expect((await sent()).filter(({ to, day }) => to.startsWith('noor') && day > '2026-09-14')).toEqual([]);
  });

  it('stop after 30 September', async () => {
    await keep('2026-09-24');
    expect(await said('noor', '2026-10-01')).toBe('dropped');
    await keep('2026-10-01');
    expect((await sent()).filter(({ day }) => day > '2026-09-30')).toEqual([]);
  });
});
