import { mailsOf, sweep, warnOfClocks } from '#alerts';
import { Clock, render } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

const SITE = new URL('https://overstap.example');
const at = (day: string, time = '08:00'): Clock => Object.assign(new Clock({ today: day }), { time: () => time });

/** Abdi’s case opens on Monday 14 September 2026 at Leerplicht Zwolle; picked up is due on Wednesday the 16th. */
describe('a clock of a case that runs out', () => {
  let site: TestApp;
  let id: string;

  beforeEach(async () => {
    site = await testApp();
    await run("delete from app.mail");
    await run("update app.desk_case set closed_on = '2026-09-14', outcome = 'other' where leaver_id <> (select id from app.leaver where email = 'abdi@leerling.example')");
    id = String((await run<{ id: string }>('select id from app.desk_case where closed_on is null'))[0]?.id);
    await run("update app.desk_case set opened_on = '2026-09-14' where id = $1", [id]);
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const mails = () => run<{ id: string; to: string; day: string }>("select id, to_address as to, day::text from app.mail where template = 'case-clocks' order by day, to_address");

  /** A morning on which the sweep has been, and found no news. */
  async function morning(day: string, time?: string): Promise<string[]> {
    await run('select app.note_clocks($1)', [day]);
    await run('insert into app.sweep (day, checked, opened, escalated, closed, mails) values ($1, 0, 0, 0, 0, 0) on conflict do nothing', [day]);
    await warnOfClocks(site.worker, at(day, time));
    return (await mails()).filter((mail) => mail.day === day).map(({ to }) => String(to.split('@')[0]));
  }

  async function said(to: string, day: string): Promise<string> {
    const mail = (await mails()).findLast((row) => row.to.startsWith(to));
    const handler = mailsOf(at(day), SITE).handlers.get('case-clocks');
    const page = mail && handler && (await site.worker.run({ kind: 'worker' }, (sql) => handler(sql, { id: mail.id, template: 'case-clocks', to: mail.to, day: mail.day, page: {} })));
    if (!page || page === 'dropped') return String(page);
    return ['subject.txt', 'txt', 'html'].map((kind) => render(`mails/case-clocks.${kind}`, page).trim()).join('\n');
  }

  const colleague = async (given: string, coordinates: boolean): Promise<void> => {
    await run(`with person as (insert into app.account (email, given_name) values (lower($1) || '@lpa-zwolle.example', $1) returning id)
      insert into app.membership (account_id, organisation_id, role, accepted_at, coordinates) select person.id, o.id, 'attendance-officer', now(), $2 from person, app.organisation o where o.code = 'LPA-Zwolle'`, [given, coordinates]);
  };

  it('tells the coordinator of the desk with a count and a number, and no name', async () => {
    await colleague('Jesse', true);
    expect(await morning('2026-09-16')).toEqual([]);
    expect(await morning('2026-09-17', '06:30')).toEqual([]);
    expect(await morning('2026-09-17')).toEqual(['jesse']);
    const text = await said('jesse', '2026-09-17');
    expect(text).toMatch(/^1 zaak is te laat\n[^]*- Niet op tijd opgepakt: 1 \(zaak 100\d\)\n[^]*niet-gestart\?toon=te-laat/);
    expect(text).not.toMatch(/Abdi|Hassan|Zwolle\b(?!.*namens)/);
  });

  it('leads to the whole list when one of them only lacks an intake, who is not among the late', async () => {
    await run("update app.desk_case set opened_on = '2026-09-07', at_desk_since = null, picked_up_on = '2026-09-08', contacted_on = '2026-09-08' where id = $1", [id]);
    await run(`update app.desk_case set closed_on = null, outcome = null, opened_on = '2026-10-01', at_desk_since = null, desk_id = (select desk_id from app.desk_case where id = $1)
      where id = (select min(id::text)::uuid from app.desk_case where id <> $1)`, [id]);
    expect(await morning('2026-10-06')).toEqual(['ingrid']);
    const text = await said('ingrid', '2026-10-06');
    expect(text).toMatch(/Niet op tijd opgepakt: 1[^]*Te lang geen intake: 1/);
    expect(text).toContain('/niet-gestart');
    expect(text).not.toContain('toon=te-laat');
  });

  it('tells all officers of a desk without a coordinator', async () => {
    await colleague('Jesse', false);
    expect(await morning('2026-09-17')).toEqual(['ingrid', 'jesse']);
  });

  it('is told once per clock, and waits for a day that is not quiet', async () => {
    expect([await morning('2026-09-17'), await morning('2026-09-17'), await morning('2026-09-18')]).toEqual([['ingrid'], ['ingrid'], []]);
    expect(await morning('2026-09-29')).toEqual(['ingrid']);
    expect(await said('ingrid', '2026-09-29')).toContain('Te lang geen contact');
    await run('delete from app.mail');
    await run('delete from app.clock_warning');
    expect([await morning('2026-09-19'), await morning('2026-09-20'), await morning('2026-09-21')]).toEqual([[], [], ['ingrid']]);
  });

  it('stands in the digest of who has one that day, and in no second mail', async () => {
    await run("delete from app.telling");
    await sweep(site.worker, '2026-09-17');
    expect(await morning('2026-09-17')).toEqual([]);
    const [digest] = await run<{ id: string; to: string }>("select id, to_address as to from app.mail where template = 'digest' and day = '2026-09-17' and to_address like 'ingrid@%'");
    const page = await site.worker.run({ kind: 'worker' }, (sql) => mailsOf(at('2026-09-17'), SITE).handlers.get('digest')!(sql, { id: digest!.id, template: 'digest', to: digest!.to, day: '2026-09-17', page: {} }));
    expect(render('mails/digest.txt', page as object)).toMatch(/Van 1 zaak is een termijn voorbij\s+- Niet op tijd opgepakt: 1 \(zaak 100\d\)/);
  });

  it('waits for the sweep of a day that begins late, and is in its digest: one mail', async () => {
    await run('delete from app.telling');
    expect(await warnOfClocks(site.worker, at('2026-09-17', '11:00'))).toBe(0);
    await sweep(site.worker, '2026-09-17');
    expect(await warnOfClocks(site.worker, at('2026-09-17', '11:01'))).toBe(0);
    expect(await run("select template from app.mail where to_address like 'ingrid@%' and day = '2026-09-17'")).toEqual([{ template: 'digest' }]);
  });

  it('does not wait for a sweep that does not come, since a later day was swept', async () => {
    await sweep(site.worker, '2026-09-18');
    await run('delete from app.mail');
    await run('delete from app.clock_warning');
    expect(await warnOfClocks(site.worker, at('2026-09-17'))).toBe(1);
  });

  it('is told the next day when no mail was made after the sweep, and then no more', async () => {
    await sweep(site.worker, '2026-09-17');
    await run('delete from app.mail');
    expect([await morning('2026-09-18'), await morning('2026-09-18'), await morning('2026-09-21')]).toEqual([['ingrid'], ['ingrid'], []]);
  });

  it('says nothing that was done meanwhile, and nothing to who left the desk', async () => {
    await morning('2026-09-17');
    await run("update app.membership set ended_on = '2026-09-17' where account_id = (select id from app.account where email like 'ingrid@%')");
    expect(await said('ingrid', '2026-09-17')).toBe('dropped');
    await run("update app.membership set ended_on = null");
    expect(await said('ingrid', '2026-09-17')).toContain('1 zaak is te laat');
    await run("update app.desk_case set picked_up_on = '2026-09-17' where id = $1", [id]);
    expect(await said('ingrid', '2026-09-17')).toBe('dropped');
  });

  it('tells both sides of a request to take a case over that nobody answered in two working days', async () => {
    await run("update app.desk_case set picked_up_on = '2026-09-14', contacted_on = '2026-09-14' where id = $1", [id]);
    await run(`insert into app.case_hand_over (case_id, from_id, to_id, because, asked_on)
      select $1, f.id, t.id, 'Verhuisd', '2026-09-14' from app.organisation f, app.organisation t where f.code = 'LPA-Zwolle' and t.code = 'LPA-Ermelo'`, [id]);
    expect(await morning('2026-09-14')).toEqual([]);
    expect(await morning('2026-09-15')).toEqual(['youssef']);
    expect(await said('youssef', '2026-09-15')).toMatch(/^Vraag om een zaak over te nemen\n[^]*- Gevraagd om over te nemen: 1 \(zaak 100\d\)[^]*niet-gestart\n/);
    expect(await morning('2026-09-17')).toEqual(['ingrid', 'youssef']);
    expect(await said('youssef', '2026-09-17')).toContain('Geen antwoord op een vraag om over te nemen: 1');
  });

  it('tells who administers a region that was asked and did not answer', async () => {
    await run("update app.desk_case set picked_up_on = '2026-09-14', contacted_on = '2026-09-14' where id = $1", [id]);
    await run("insert into app.case_hand_over (case_id, from_id, to_region, because, asked_on) select $1, f.id, '11', 'Verhuisd', '2026-09-14' from app.organisation f where f.code = 'LPA-Zwolle'", [id]);
    expect(await morning('2026-09-15')).toEqual(['pieter']);
    expect(await said('pieter', '2026-09-15')).toMatch(/Aan jullie regio gevraagd[^]*regio\/wachtrij/);
    expect(await morning('2026-09-17')).toEqual(['ingrid', 'pieter']);
    expect(await said('pieter', '2026-09-17')).toMatch(/Geen antwoord van jullie regio[^]*regio\/wachtrij/);
  });

  it('tells a region of a case that lies in its queue, also when its signal is gone', async () => {
    await run("update app.desk_case set desk_id = null, queue_region = '10', at_desk_since = '2026-09-14' where id = $1", [id]);
    await run("update app.signal set closed_on = '2026-09-15', closed_because = 'no-reason'");
    expect(await morning('2026-09-16')).toEqual([]);
    expect(await morning('2026-09-17')).toEqual(['gijs']);
    expect(await said('gijs', '2026-09-17')).toMatch(/Te lang zonder bureau: 1[^]*regio\/wachtrij/);
    await run("update app.desk_case set desk_id = (select id from app.organisation where code = 'LPA-Zwolle') where id = $1", [id]);
    expect(await said('gijs', '2026-09-17')).toBe('dropped');
  });
});
