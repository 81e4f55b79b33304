import { sweep } from '#alerts';
import { RegionCalendar } from '#transfers';
import { memberOf } from './post.ts';
import { applied, leaver, world, type World } from './world.ts';

const placed = [['submitted', '2026-02-02'], ['admitted', '2026-05-12']] as const;
const VELUWE = { school: '30VE00', mentor: 'vera', group: '4V', municipality: 'Ermelo' };

/** The same two stories in two regions: one changes its calendar, the other does not. */
const four = [
  leaver('waiting', { applications: [applied(placed)] }),
  leaver('empty', { number: '8001' }),
  leaver('waiting-there', { ...VELUWE, number: '9001', applications: [applied(placed)] }),
  leaver('empty-there', { ...VELUWE, number: '9002' }),
];

describe('the calendar of a region', () => {
  let at: World;
  const clock = { today: () => '2026-09-08', now: () => new Date('2026-09-08T08:00:00Z') };

  beforeEach(async () => {
    at = await world(four);
  });
  afterEach(() => at.close());

  const change = async (field: string, value: string | null, was: string | null = null): Promise<number> =>
    new RegionCalendar(at.web, clock).change(await at.member('gijs'), '2025-2026', new Map([[field, value]]), new Map([[field, was]]));
  const on = async (day: string): Promise<Record<string, string>> => {
    const rows = await at.sql<{ who: string; kind: string }>(
      `select split_part(l.email, '@', 1) as who, s.kind from app.signals_on($1) s join app.leaver l on l.id = s.leaver_id order by who`, [day]);
    return Object.fromEntries(rows.map(({ who, kind }) => [who, kind]));
  };

  it('moves the days of its own leavers, and nobody else’s', async () => {
    await change('not-applied-from', '2026-05-01');
    expect(await on('2026-04-30')).toEqual({ 'empty-there': 'not-applied' });
    expect(await on('2026-05-01')).toEqual({ empty: 'not-applied', 'empty-there': 'not-applied' });
    await change('no-place-at-start-from', '2026-09-20');
    expect(await on('2026-09-01')).toEqual({ empty: 'no-place-yet', 'empty-there': 'no-place-at-start' });
  });

  it('moves the days of grace after the start', async () => {
    await change('grace-days', '21');
    expect(await on('2026-09-07')).toEqual({ empty: 'no-place-at-start', 'empty-there': 'no-place-at-start', 'waiting-there': 'start-unconfirmed' });
    expect(await on('2026-09-14')).toMatchObject({ waiting: 'start-unconfirmed' });
  });

  it('is as usual again when put back, for another school year always', async () => {
    await change('grace-days', '21');
    await change('grace-days', null, '21');
    expect(await on('2026-09-07')).toMatchObject({ waiting: 'start-unconfirmed' });
    await at.sql("update app.leaver set school_year = '2026-2027'");
    await change('not-applied-from', '2026-05-01');
    expect(Object.keys(await on('2027-04-01'))).toHaveLength(4);
  });

  it('closes and moves what was open in the next sweep, and writes nothing in the one after', async () => {
    await sweep(at.tx, '2026-09-08');
    await change('no-place-at-start-from', '2026-09-20');
    await change('grace-days', '30');
    await sweep(at.tx, '2026-09-09');
    expect(await at.sql("select split_part(l.email, '@', 1) as who, s.kind from app.signal s join app.leaver l on l.id = s.leaver_id where s.closed_on is null order by who")).toEqual([
      { who: 'empty', kind: 'no-place-yet' }, { who: 'empty-there', kind: 'no-place-at-start' }, { who: 'waiting-there', kind: 'start-unconfirmed' },
    ]);
    const events = await at.sql('select count(*) from app.event');
    await sweep(at.tx, '2026-09-09');
    expect(await at.sql('select count(*) from app.event')).toEqual(events);
  });

  it('asks the college for an answer on the region’s own day', async () => {
    const silent = async (day: string) => at.sql(`select app.move_silences($1)`, [day]).then(() => at.sql('select opened_on::text from app.silence'));
    await change('silence-days', '10');
    expect(await silent('2026-09-02')).toEqual([]);
    expect(await silent('2026-09-03')).toEqual([{ opened_on: '2026-09-03' }]);
  });

  it('closes no case that somebody has; what nobody has closes, and a start closes both', async () => {
    await sweep(at.tx, '2026-09-08');
    const cases = () => at.sql("select split_part(l.email, '@', 1) as who, c.outcome from app.desk_case c join app.leaver l on l.id = c.leaver_id where l.email not like '%-there@%' order by who");
    await at.sql(`update app.desk_case set owner_id = ${memberOf('ingrid')} where leaver_id = (select id from app.leaver where email like 'waiting@%')`);
    await change('no-place-at-start-from', '2026-09-20');
    await change('grace-days', '30');
    await sweep(at.tx, '2026-09-09');
    await sweep(at.tx, '2026-09-10');
    expect(await cases()).toEqual([{ who: 'empty', outcome: 'signal-gone' }, { who: 'waiting', outcome: null }]);
    await at.report('waiting', 'started', '2026-09-11');
    expect(await cases()).toEqual([{ who: 'empty', outcome: 'signal-gone' }, { who: 'waiting', outcome: 'full-time' }]);
  });

  it('sets the clocks of cases that open in that school year', async () => {
    await at.sql("insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at) values ('10', '2026-2027', 'pick-up', '5', '2026-09-08', now())");
    const days = async (region: string, day: string) => (await at.sql<{ days: number }>("select app.clock_days($1, 'pick-up', $2) as days", [region, day]))[0]?.days;
    expect([await days('10', '2026-07-31'), await days('10', '2026-08-01'), await days('11', '2026-09-10')]).toEqual([2, 5, 2]);
    const late = async (region: string | null) => (await at.sql<{ late: boolean }>("select app.is_late('2026-09-10', null, null, '2026-09-15', $1) as late", [region]))[0]?.late;
    expect([await late(null), await late('10')]).toEqual([true, false]);
  });

  it('refuses a line for another region, and takes none back', async () => {
    const gijs = await at.member('gijs');
    const write = (sql: string) => at.web.run(gijs.actor, (run) => run(sql)).catch(({ code }: { code: string }) => code);
    expect(await write("insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at) values ('11', '2025-2026', 'grace-days', '1', now(), now())")).toBe('42501');
    for (const [field, value] of [['grace-days', 'veel'], ['not-applied-from', '2026-02-30'], ['not-applied-from', ''], ['noord-spring', '2026-03-01'], ['noord-spring', '2026-03-02/2026-03-01']]) {
      expect(await write(`insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at, changed_by) values ('10', '2025-2026', '${field}', '${value}', now(), now(), '${gijs.memberId}')`)).toMatch(/^(23514|22008)$/);
    }
    await change('grace-days', '21');
    expect(await write("update app.calendar_change set value = '1'")).toBe('42501');
    expect(await write('delete from app.calendar_change')).toBe('42501');
  });
});
