import { EarlierThanLastSweep, sweep, sweepTick } from '#alerts';
import { applied, leaver, world, type World } from './world.ts';
import type { Story } from '../personas/people.ts';

type Reports = Story['applications'][number]['reported'];
const placed: Reports = [['submitted', '2026-02-02'], ['admitted', '2026-05-12']];

let at: World;
const living = async (...stories: Story[]): Promise<void> => {
  at = await world(stories);
};
afterEach(() => at.close());

const signals = () =>
  at.sql(`select s.kind, s.route, s.opened_on::text as opened, s.kind_since::text as since, s.closed_on::text as closed, s.closed_because as because
    from app.signal s order by opened_on, closed_on`);
const cases = () =>
  at.sql(`select route, o.code as desk, opened_on::text as opened, closed_on::text as closed, outcome
    from app.desk_case c left join app.organisation o on o.id = c.desk_id order by number`);
const events = () => at.sql(`select kind, was, became, as_of::text as on from app.event where kind not like 'status%' order by id`);
const written = async () => (await at.sql(`select (select count(*) from app.signal) + (select count(*) from app.event) + (select count(*) from app.mail_item)
  + (select count(*) from app.desk_case) + (select count(*) from app.leaver_access) + (select count(*) from app.mail) as rows, (select string_agg(xmin::text, ',' order by leaver_id) from app.card) as cards,
  (select string_agg(xmin::text, ',') from app.sweep) as sweeps`))[0];

describe('a sweep', () => {
  it('goes from not applied to no place at the start as one story', async () => {
    await living(leaver('noor'));
    expect(await sweep(at.tx, '2026-04-01')).toMatchObject({ on: '2026-04-01', checked: 1, opened: 1, escalated: 0, closed: 0 });
    expect(await sweep(at.tx, '2026-06-01')).toMatchObject({ opened: 0, escalated: 1, closed: 0 });
    expect(await cases()).toEqual([]);
    expect(await sweep(at.tx, '2026-09-01')).toMatchObject({ opened: 0, escalated: 1, closed: 0 });
    expect(await signals()).toEqual([
      { kind: 'no-place-at-start', route: 'leerplicht', opened: '2026-04-01', since: '2026-09-01', closed: null, because: null },
    ]);
    expect(await cases()).toEqual([{ route: 'leerplicht', desk: 'LPA-Zwolle', opened: '2026-09-01', closed: null, outcome: null }]);
    expect(await events()).toEqual([
      { kind: 'signal-opened', was: null, became: 'not-applied', on: '2026-04-01' },
      { kind: 'signal-moved', was: 'not-applied', became: 'no-place-yet', on: '2026-06-01' },
      { kind: 'signal-moved', was: 'no-place-yet', became: 'no-place-at-start', on: '2026-09-01' },
      { kind: 'case-opened', was: null, became: 'leerplicht', on: '2026-09-01' },
    ]);
  });

  it('lets the planner know at once of thousands that came into empty tables', async () => {
    await living(leaver('noor'));
    await at.sql(`insert into app.leaver select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(), 'number', 'x' || n))).*
      from app.leaver l, generate_series(1, 1200) n`);
    await at.sql('analyze app.desk_case');
    expect(await sweep(at.tx, '2026-09-01')).toMatchObject({ opened: 1201 });
    expect(await at.sql("select reltuples::int as counted from pg_class where oid = 'app.desk_case'::regclass")).toEqual([{ counted: 1201 }]);
  });

  it('closes what no longer holds, says why, and opens a new one when it holds again', async () => {
    await living(leaver('abdi', { applications: [applied([...placed, ['no-show', '2026-08-26']])] }));
    await sweep(at.tx, '2026-08-27');
    await at.report('abdi', 'started', '2026-08-28');
    await at.report('abdi', 'deregistered', '2026-09-02');
    expect(await sweep(at.tx, '2026-09-03')).toMatchObject({ opened: 1, closed: 0 });
    expect(await signals()).toEqual([
      { kind: 'no-show', route: 'leerplicht', opened: '2026-08-27', since: '2026-08-27', closed: '2026-08-28', because: 'started' },
      { kind: 'dropped-out', route: 'leerplicht', opened: '2026-09-03', since: '2026-09-03', closed: null, because: null },
    ]);
    expect(await cases()).toEqual([
      { route: 'leerplicht', desk: 'LPA-Zwolle', opened: '2026-08-27', closed: '2026-08-28', outcome: 'full-time' },
      { route: 'leerplicht', desk: 'LPA-Zwolle', opened: '2026-09-03', closed: null, outcome: null },
    ]);
  });

  it.each([
    { status: 'started', because: 'started' },
    { status: 'enrolled', because: 'placed' },
    { status: 'waitlisted', because: 'applied' },
  ])('closes by itself because of what was known ahead: $because', async ({ status, because }) => {
    await living(leaver('daan', { applications: [applied([['not-admitted', '2026-03-20'], [status, '2026-04-10']])] }));
    await sweep(at.tx, '2026-04-09');
    expect(await sweep(at.tx, '2026-04-10')).toMatchObject({ opened: 0, escalated: 0, closed: 1 });
    expect(await signals()).toMatchObject([{ kind: 'last-option-gone', closed: '2026-04-10', because }]);
  });

  it('shows on the card what was dated later, from its day on', async () => {
    await living(leaver('sem', { applications: [applied([...placed, ['started', '2026-08-24']])] }));
    await at.sql(`select app.refresh_cards('2026-08-23', null)`);
    const phase = async () => (await at.sql('select phase, work_group from app.card'))[0];
    expect(await phase()).toEqual({ phase: 'admitted', work_group: 'fine' });
    await sweep(at.tx, '2026-08-23');
    await sweep(at.tx, '2026-08-24');
    expect(await phase()).toEqual({ phase: 'started', work_group: 'fine' });
  });

  it('changes nothing the second time, to the last row', async () => {
    await living(
      leaver('abdi', { applications: [applied([...placed, ['no-show', '2026-08-26']])] }),
      leaver('isa', { applications: [applied(placed)] }),
      leaver('noor', { municipality: '' }),
    );
    await sweep(at.tx, '2026-09-14');
    const before = await written();
    expect(await sweep(at.tx, '2026-09-14')).toEqual({ on: '2026-09-14', checked: 3, opened: 0, escalated: 0, closed: 0, mails: 0 });
    expect(await written()).toEqual(before);
  });

  it('is done once when many begin at the same moment', async () => {
    await living(...Array.from({ length: 40 }, (_, index) => leaver(`pupil-${index}`, { municipality: index % 2 ? 'Zwolle' : '' })));
    const all = await Promise.all(Array.from({ length: 20 }, () => sweep(at.tx, '2026-09-14')));
    expect(all.filter(({ opened, mails }) => opened || mails)).toEqual([expect.objectContaining({ opened: 40 })]);
    expect(await at.sql('select account_id from app.mail group by account_id having count(*) > 1')).toEqual([]);
    expect(await cases()).toHaveLength(40);
  });

  it('that is killed half-way leaves nothing behind', async () => {
    await living(leaver('noor'));
    const blocker = at.tx.run({ kind: 'worker' }, async (sql) => {
      await sql('lock table app.mail in access exclusive mode');
      const sweeping = sweep(at.tx, '2026-09-14').catch((error: Error) => error.message);
      await until(async () => (await at.sql(BLOCKED)).length > 0);
      await at.sql(`select pg_terminate_backend(pid) from (${BLOCKED}) blocked`);
      return sweeping;
    });
    expect(await blocker).toMatch(/terminat/);
    expect(await signals()).toEqual([]);
    expect(await sweep(at.tx, '2026-09-14')).toMatchObject({ opened: 1 });
  });

  it('refuses a day before the last one', async () => {
    await living(leaver('noor'));
    await sweep(at.tx, '2026-09-14');
    await expect(sweep(at.tx, '2026-09-13')).rejects.toThrow(EarlierThanLastSweep);
    await expect(sweep(at.tx, '2026-09-13')).rejects.toThrow('Er is al geveegd tot en met 2026-09-14');
  });

  it('opens no case for who has a startkwalificatie', async () => {
    await living(leaver('finn', { type: 'havo', applications: [applied([...placed, ['no-show', '2026-08-26']])] }));
    expect(await sweep(at.tx, '2026-09-14')).toMatchObject({ opened: 1 });
    expect(await signals()).toMatchObject([{ kind: 'no-show', route: 'mentor-only' }]);
    expect(await cases()).toEqual([]);
  });

  it('keeps a case without a desk in the queue of the region, and gives it a desk once the home is known', async () => {
    await living(leaver('daan', { municipality: '' }));
    await sweep(at.tx, '2026-09-14');
    expect(await at.sql('select queue_region, desk_id from app.desk_case')).toEqual([{ queue_region: '10', desk_id: null }]);
    expect(await at.sql('select region, because from app.leaver_access')).toEqual([{ region: '10', because: 'queue' }]);
    await at.sql(`update app.leaver set municipality = 'Kampen', municipality_folded = 'kampen'`);
    expect(await sweep(at.tx, '2026-09-15')).toMatchObject({ opened: 0, escalated: 1, closed: 0 });
    expect(await cases()).toEqual([{ route: 'leerplicht', desk: 'LPA-Kampen', opened: '2026-09-14', closed: null, outcome: null }]);
    expect(await at.sql('select o.code, because from app.leaver_access a join app.organisation o on o.id = a.organisation_id order by 1')).toEqual([
      { code: 'DSP-10', because: 'information' }, { code: 'LPA-Kampen', because: 'case' },
    ]);
  });

  it('offers who turns 18 to the Doorstroompunt, and moves nothing by itself', async () => {
    await living(leaver('elif', { born: '2008-09-15' }));
    await sweep(at.tx, '2026-09-14');
    expect(await sweep(at.tx, '2026-09-15')).toMatchObject({ opened: 0, escalated: 1 });
    const [offered] = await at.sql(`select d.code as desk, o.code as offered from app.desk_case c
      join app.organisation d on d.id = c.desk_id join app.organisation o on o.id = c.offered_to`);
    expect(offered).toEqual({ desk: 'LPA-Zwolle', offered: 'DSP-10' });
    expect(await signals()).toMatchObject([{ route: 'doorstroompunt', since: '2026-09-14' }]);
    expect(await sweep(at.tx, '2026-09-16')).toMatchObject({ opened: 0, escalated: 0, mails: 0 });
  });

  it('does not reopen a case that the desk closed, unless something worse happens', async () => {
    await living(leaver('isa', { born: '2008-09-20', applications: [applied(placed)] }));
    await sweep(at.tx, '2026-09-14');
    await at.sql(`update app.desk_case set closed_on = '2026-09-16', outcome = 'full-time'`);
    await sweep(at.tx, '2026-09-20');
    expect(await cases()).toHaveLength(1);
    await at.report('isa', 'no-show', '2026-09-21');
    await sweep(at.tx, '2026-09-22');
    expect(await cases()).toMatchObject([{ closed: '2026-09-16' }, { route: 'doorstroompunt', desk: 'DSP-10', opened: '2026-09-22', closed: null }]);
  });

  it('closes the case of who died without a reason in any list', async () => {
    await living(leaver('mees', { applications: [applied([...placed, ['no-show', '2026-08-26']])] }));
    await sweep(at.tx, '2026-09-14');
    await at.sql(`update app.leaver set destination = 'deceased'`);
    await at.sql(`select app.settle('2026-09-15', array(select id from app.leaver))`);
    expect(await cases()).toMatchObject([{ closed: '2026-09-15', outcome: null }]);
    expect((await events()).filter(({ on }) => on === '2026-09-15').map(({ kind, became }) => [kind, became])).toEqual([
      ['signal-closed', null], ['case-closed', null],
    ]);
    expect(await at.sql('select state from app.mail group by state')).toEqual([{ state: 'dropped' }]);
    expect(await sweep(at.tx, '2026-09-16')).toMatchObject({ opened: 0, closed: 0, mails: 0 });
  });
});

describe('the daily sweep', () => {
  const clock = (day: string, time = '06:00') => ({ today: () => day, time: () => time });

  it('waits for six in the morning and happens once, whoever ticks', async () => {
    await living(leaver('noor'));
    expect(await sweepTick(at.tx, clock('2026-09-14', '05:59'))).toBeUndefined();
    const ticks = await Promise.all([1, 2, 3].map(() => sweepTick(at.tx, clock('2026-09-14'))));
    expect(ticks.filter((swept) => swept?.opened)).toHaveLength(1);
    expect(await sweepTick(at.tx, clock('2026-09-14', '23:59'))).toBeUndefined();
    expect(await at.sql('select day::text from app.sweep')).toEqual([{ day: '2026-09-14' }]);
  });

  it('makes up for missed days by one sweep of today, with what Monday would have told', async () => {
    await living(leaver('noor'));
    await sweep(at.tx, '2026-04-03');
    expect(await sweepTick(at.tx, clock('2026-04-08'))).toMatchObject({ on: '2026-04-08', opened: 0, mails: 1 });
    expect(await sweepTick(at.tx, clock('2026-04-09'))).toMatchObject({ mails: 0 });
    expect(await at.sql('select count(*)::int from app.sweep')).toEqual([{ count: 3 }]);
  });

  it('does nothing while the clock stands before the last day swept', async () => {
    await living(leaver('noor'));
    await sweepTick(at.tx, clock('2026-10-24'));
    expect(await sweepTick(at.tx, clock('2026-10-23'))).toBeUndefined();
    expect(await sweepTick(at.tx, clock('2026-10-25'))).toMatchObject({ on: '2026-10-25' });
  });
});

const BLOCKED = `select pid from pg_stat_activity where wait_event_type = 'Lock' and query like '%run_sweep%' and datname = current_database()`;

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => void setTimeout(resolve, 10));
}
