import { mailsOf, queueReminders, sweep } from '#alerts';
import { Clock, render, WORKER } from '#platform';
import { applied, leaver, world, type World } from '../alerts/world.ts';
import type { Story } from '../personas/people.ts';

let at: World;
afterEach(() => at.close());

const sql = <Row extends Record<string, unknown>>(text: string, values: unknown[] = []) => at.sql<Row>(text, values);

/** A morning on which the sweep has been; what was queued, by the digest too, is sent. */
async function morning(day: string, time = '07:00'): Promise<string[]> {
  await sql(`insert into app.sweep (day, checked, opened, escalated, closed, mails) values ($1, 0, 0, 0, 0, 0) on conflict do nothing`, [day]);
  await Promise.all([1, 2].map(() => queueReminders(at.tx, { today: () => day, time: () => time })));
  return (await sql<{ line: string }>("select split_part(to_address, '@', 1) || ': ' || template as line from app.mail where day = $1 and template <> 'digest' order by 1", [day])).map(({ line }) => line);
}

async function said(to: string, template: string, day: string): Promise<string> {
  const [mail] = await sql<{ id: string }>('select id from app.mail where template = $1 and to_address like $2 order by app.mail.day desc limit 1', [template, `${to}@%`]);
  const handler = mailsOf(new Clock({ today: day }), new URL('https://overstap.example')).handlers.get(template)!;
  const page = await at.tx.run(WORKER, (run) => handler(run, { id: mail!.id, day, to: '', template, page: {} }));
  if (page === 'dropped') return page;
  return ['subject.txt', 'txt', 'html'].map((kind) => render(`mails/${template}.${kind}`, page).trim()).join('\n');
}

const member = (person: string): string => `(select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like '${person}@%')`;
const leave = (person: string, role = 'privacy-officer') => sql(`update app.membership set role = '${role}' where id = ${member(person)}`);
const off = (person: string, kind: string) => sql(`insert into app.mail_setting (member_id, choices) values (${member(person)}, '{"${kind}": "never"}')`);

describe('a desk is reminded of cases without contact', () => {
  /** Two no-shows in Zwolle, whose cases were opened on Tuesday 1 September 2026. */
  async function twoCases(): Promise<void> {
    const noShow: Story['applications'][number]['reported'] = [['submitted', '2026-02-02'], ['admitted', '2026-05-12'], ['no-show', '2026-08-31']];
    at = await world(['abdi', 'isa'].map((key) => leaver(key, { applications: [applied(noShow)] })));
    await sweep(at.tx, '2026-09-01');
  }
  const mine = (lines: readonly string[]) => lines.filter((line) => line.endsWith('late-cases'));

  it('after five working days, with a count and no name', async () => {
    await twoCases();
    expect(mine(await morning('2026-09-07'))).toEqual([]);
    expect(mine(await morning('2026-09-08', '06:59'))).toEqual([]);
    expect(mine(await morning('2026-09-08'))).toEqual(['ingrid: late-cases']);
    const text = await said('ingrid', 'late-cases', '2026-09-08');
    expect(text).toMatch(/^2 jongeren te laat\n[^]*https:\/\/overstap\.example\/niet-gestart[^]*Stel het in: https:\/\/overstap\.example\/account\/mail/);
    expect(text).not.toMatch(/Sem|Berg|abdi|isa|Zwolle\./i);
  });

  it('once a week about the same case, and not in a weekend', async () => {
    await twoCases();
    const heard: string[] = [];
    for (const day of ['08', '09', '12', '14', '15', '16', '22']) if (mine(await morning(`2026-09-${day}`)).length) heard.push(day);
    expect(heard).toEqual(['08', '15', '22']);
  });

  it('by the owner alone once there is one, and not who has another role, said no or had contact', async () => {
    await twoCases();
    await sql(`insert into app.account (email, given_name, name_prefix, family_name) values ('kim@lpa-zwolle.example', 'Kim', '', 'Los')`);
    await sql(`insert into app.membership (account_id, organisation_id, role) select a.id, o.id, 'attendance-officer' from app.account a, app.organisation o where a.email like 'kim@%' and o.code = 'LPA-Zwolle'`);
    await sql(`update app.desk_case set owner_id = ${member('kim')}`);
    expect(mine(await morning('2026-09-08'))).toEqual(['kim: late-cases']);
    await sql('update app.desk_case set contacted_on = $1', ['2026-09-08']);
    expect(await said('kim', 'late-cases', '2026-09-08')).toBe('dropped');
    await sql('update app.desk_case set contacted_on = null');
    await leave('kim');
    expect(await said('kim', 'late-cases', '2026-09-08')).toBe('dropped');
    await leave('kim', 'attendance-officer');
    await off('kim', 'late-cases');
    expect(mine(await morning('2026-09-15'))).toEqual(['ingrid: late-cases']);
  });

  it('anew of a case that another desk had reached, once it is theirs for five working days', async () => {
    await twoCases();
    await sql(`update app.desk_case set contacted_on = '2026-09-03', at_desk_since = '2026-09-07'`);
    expect(mine(await morning('2026-09-11'))).toEqual([]);
    expect(mine(await morning('2026-09-14'))).toEqual(['ingrid: late-cases']);
  });

  it('by everybody at the desk while the owner is away', async () => {
    await twoCases();
    await sql(`update app.desk_case set owner_id = ${member('ingrid')}`);
    await sql(`insert into app.account (email, given_name, name_prefix, family_name) values ('kim@lpa-zwolle.example', 'Kim', '', 'Los')`);
    await sql(`insert into app.membership (account_id, organisation_id, role) select a.id, o.id, 'attendance-officer' from app.account a, app.organisation o where a.email like 'kim@%' and o.code = 'LPA-Zwolle'`);
    await sql(`insert into app.mail_setting (member_id, away_from, away_until) values (${member('ingrid')}, '2026-09-07', '2026-09-11')`);
    expect(mine(await morning('2026-09-08'))).toEqual(['kim: late-cases']);
    expect(await said('kim', 'late-cases', '2026-09-08')).toMatch(/^2 jongeren te laat/);
  });

  it('the next day, when there is a digest today', async () => {
    await twoCases();
    await sql(`insert into app.mail (account_id, to_address, template, day) select id, email, 'digest', '2026-09-08' from app.account where email like 'ingrid@%'`);
    expect([mine(await morning('2026-09-08')), mine(await morning('2026-09-09'))]).toEqual([[], ['ingrid: late-cases']]);
  });
});

describe('a dean and the region hear how it stands', () => {
  const living = async (): Promise<void> => {
    at = await world('abcdef'.split('').map((key, n) => leaver(key, { applications: n < 5 ? [applied([['submitted', '2026-02-02'], ...(n < 3 ? [['admitted', '2026-03-02'] as const] : [])])] : [] })));
  };
  const daysOf = async (template: string, person: string, days: readonly string[]): Promise<string[]> => {
    const heard: string[] = [];
    for (const day of days) if ((await morning(day)).includes(`${person}: ${template}`)) heard.push(day);
    return heard;
  };

  it('the dean every month, every week in March, on the first day that is not quiet', async () => {
    await living();
    const days = ['2026-02-03', '2026-02-17', '2026-03-02', '2026-03-03', '2026-03-09', '2026-03-10', '2026-03-21', '2026-03-23', '2026-04-01', '2026-04-02', '2026-05-04', '2026-05-11'];
    expect(await daysOf('school-standing', 'lars', days)).toEqual(['2026-02-03', '2026-03-02', '2026-03-09', '2026-03-23', '2026-04-01', '2026-05-04']);
    const text = await said('lars', 'school-standing', '2026-05-04');
    expect(text).toMatch(/^Stand van de overstap, Het Kompas\n[^]*- Leerlingen: 6\n- Aangemeld: 5\n- Nog niet aangemeld: 1\n- Geplaatst: 3\n/);
    expect(text.split('\n')[0]?.length).toBeLessThanOrEqual(50);
  });

  it('the dean once when the summer ends on the last day of a month', async () => {
    await living();
    expect(await daysOf('school-standing', 'lars', ['2026-08-31', '2026-09-01', '2026-09-02', '2026-09-04', '2026-09-07'])).toEqual(['2026-09-01']);
  });

  it('only a dean of a school with leavers who go on, and not who stopped being one or said no', async () => {
    await living();
    expect((await morning('2026-02-03')).filter((line) => line.endsWith('school-standing'))).toEqual(['lars: school-standing']);
    await leave('lars');
    expect(await said('lars', 'school-standing', '2026-02-03')).toBe('dropped');
    await leave('lars', 'careers-dean');
    await off('lars', 'school-standing');
    expect((await morning('2026-03-02')).filter((line) => line.endsWith('school-standing'))).toEqual([]);
    expect((await morning('2026-11-02')).filter((line) => line.endsWith('school-standing'))).toEqual([]);
  });

  it('the region on the first Monday of the month, once, with three figures and nothing under five', async () => {
    await living();
    expect(await daysOf('region-monitor', 'cora', ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-09', '2026-04-01', '2026-04-06', '2026-04-07', '2026-04-08'])).toEqual(['2026-03-02', '2026-04-07']);
    expect(await morning('2026-03-02')).toEqual(expect.arrayContaining(['cora: region-monitor', 'gijs: region-monitor']));
    expect(await morning('2026-03-02')).not.toContain('pieter: region-monitor');
    const text = await said('cora', 'region-monitor', '2026-03-02');
    expect(text).toMatch(/^Monitor overstap, maart\n[^]*- Op tijd aangemeld: 5\n- Geplaatst: minder dan 5\n- Open meldingen: niet gestart: minder dan 5\n/);
  });

  it('and not who lost that role', async () => {
    await living();
    await morning('2026-03-02');
    await leave('cora');
    expect(await said('cora', 'region-monitor', '2026-03-02')).toBe('dropped');
    await off('gijs', 'region-monitor');
    expect((await morning('2026-04-07')).filter((line) => line.endsWith('region-monitor'))).toEqual([]);
  });
});
