import { mailsOf, queueStartMails } from '#alerts';
import { Clock, render, WORKER } from '#platform';
import { applied, leaver, world, type World } from '../alerts/world.ts';

const placed = [['submitted', '2026-02-02'], ['admitted', '2026-05-12']] as const;

let at: World;
beforeEach(async () => {
  at = await world([
    leaver('abdi', { applications: [applied(placed)] }),
    leaver('sem', { applications: [applied(placed)] }),
    leaver('noor', { applications: [applied(placed, { crebo: '25002' })] }),
    leaver('daan', { applications: [applied([['submitted', '2026-02-02']], { crebo: '25003' })] }),
    leaver('roos', { applications: [applied(placed, { college: '21ME', crebo: '25003', starts: '2027-02-01' })] }),
  ]);
});
afterEach(() => at.close());

async function morning(day: string, time = '07:00'): Promise<string[]> {
  await at.sql('insert into app.sweep (day, checked, opened, escalated, closed, mails) values ($1, 0, 0, 0, 0, 0) on conflict do nothing', [day]);
  await Promise.all([1, 2].map(() => queueStartMails(at.tx, { today: () => day, time: () => time })));
  const rows = await at.sql<{ to: string }>("select split_part(to_address, '@', 1) as to from app.mail where day = $1 and template = 'give-starts' order by 1", [day]);
  await at.sql("update app.mail set state = 'sent' where day = $1", [day]);
  return rows.map(({ to }) => to);
}

async function said(day: string): Promise<string> {
  const [mail] = await at.sql<{ id: string }>("select id from app.mail where template = 'give-starts' order by day desc limit 1");
  const handler = mailsOf(new Clock({ today: day }), new URL('https://overstap.example')).handlers.get('give-starts')!;
  const page = await at.tx.run(WORKER, (run) => handler(run, { id: mail!.id, day, to: '', template: 'give-starts', page: {} }));
  return page === 'dropped' ? page : ['subject.txt', 'txt', 'html'].map((kind) => render(`mails/give-starts.${kind}`, page).trim()).join('\n');
}

describe('a college is asked who started', () => {
  it('on the start date, the officer of that college, with counts per programme and no name', async () => {
    expect([await morning('2026-08-23'), await morning('2026-08-24', '06:59'), await morning('2026-08-24')]).toEqual([[], [], ['sanne']]);
    const text = await said('2026-08-24');
    expect(text).toMatch(/^Geef door wie niet is gestart\n/);
    expect(text).toContain('- Logistiek medewerker, start 24 augustus 2026: 1 student\n- Timmerman, start 24 augustus 2026: 2 studenten\n');
    expect(text).toContain('https://overstap.example/intake/start');
    expect(text).toContain('Dit vervangt je melding aan DUO niet.');
    expect(text).not.toMatch(/Abdi|Sem\b|Noor|Berg|Kok|20NO/);
  });

  it('once, and again a week later when still nothing was said', async () => {
    const days = ['2026-08-24', '2026-08-25', '2026-08-28', '2026-08-31', '2026-09-01', '2026-09-07'];
    const sent = [];
    for (const day of days) sent.push([day, ...(await morning(day))]);
    expect(sent.filter(([, to]) => to)).toEqual([['2026-08-24', 'sanne'], ['2026-08-31', 'sanne']]);
  });

  it('not about what was reported or told meanwhile', async () => {
    await morning('2026-08-24');
    await at.report('abdi', 'started', '2026-08-24', '2026-08-25');
    expect(await said('2026-08-25')).not.toContain('Timmerman');
    await at.report('noor', 'no-show', '2026-08-25');
    expect(await said('2026-08-25')).toBe('dropped');
    expect(await morning('2026-08-31')).toEqual([]);
  });

  it('not beside the digest that tells of the silence', async () => {
    await morning('2026-08-24');
    await at.sql("select app.move_silences('2026-08-31')");
    expect(await morning('2026-08-31')).toEqual([]);
  });

  it('on a day later when the start date is no day of school, but in a holiday of the region on the day itself', async () => {
    await at.sql("update app.organisation set holiday_region = 'Midden' where code = '20NO'");
    expect(await morning('2026-08-24')).toEqual(['sanne']);
    await at.sql('delete from app.mail');
    await at.sql("update app.application set starts_on = '2026-08-22' where starts_on = '2026-08-24'");
    expect([await morning('2026-08-22'), await morning('2026-08-25'), await morning('2026-08-31')]).toEqual([[], [], ['sanne']]);
  });

  it('also in February', async () => {
    expect([await morning('2027-01-29'), await morning('2027-02-01'), await morning('2027-02-08')]).toEqual([[], ['milan'], ['milan']]);
    expect(await said('2027-02-01')).toContain('Opleiding 25003, start 1 februari 2027: 1 student');
  });

  it('not who left, nor who set it off or has a digest that day', async () => {
    await morning('2026-08-24');
    await at.sql("update app.membership set ended_on = '2026-08-24' where role = 'intake-officer'");
    expect(await said('2026-08-24')).toBe('dropped');
    await at.sql('delete from app.mail');
    expect(await morning('2026-08-25')).toEqual([]);
    await at.sql("update app.membership set ended_on = null where role = 'intake-officer'");
    await at.sql(`insert into app.mail_setting (member_id, choices) select id, '{"give-starts": "never"}' from app.membership where role = 'intake-officer'`);
    expect(await morning('2026-08-25')).toEqual([]);
    await at.sql('delete from app.mail_setting');
    await at.sql("insert into app.mail (account_id, to_address, template, day) select account_id, 'x@x.example', 'digest', '2026-08-25' from app.membership where role = 'intake-officer'");
    expect(await morning('2026-08-25')).toEqual([]);
    expect(await morning('2026-08-26')).toEqual(['sanne']);
  });
});
