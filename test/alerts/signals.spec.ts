import { askSignals } from '#alerts';
import type { Story } from '../personas/people.ts';
import { applied, leaver, world, type World } from './world.ts';

type Reports = Story['applications'][number]['reported'];

interface Row {
  readonly who: string;
  readonly differs?: Partial<Story>;
  readonly reported?: Reports;
  /** What holds on which days; null is nothing. */
  readonly on: Readonly<Record<string, string | null>>;
}

const placed: Reports = [['submitted', '2026-02-02'], ['admitted', '2026-05-12']];
const started: Reports = [...placed, ['started', '2026-08-24']];
const none = { '2026-09-14': null };

/** Rules 5, a line per case that somebody could get wrong. */
const rows: readonly Row[] = [
  { who: 'nobody-applied', on: { '2026-03-31': null, '2026-04-01': 'not-applied', '2026-05-31': 'not-applied', '2026-06-01': 'no-place-yet', '2026-08-31': 'no-place-yet', '2026-09-01': 'no-place-at-start' } },
  { who: 'of-2020', differs: { year: '2019-2020' }, on: { '2020-04-30': null, '2020-05-01': 'not-applied', '2020-06-01': 'no-place-yet', '2020-09-01': 'no-place-at-start' } },
  { who: 'of-2021', differs: { year: '2020-2021' }, on: { '2021-04-30': null, '2021-05-01': 'not-applied' } },
  { who: 'of-2022', differs: { year: '2021-2022' }, on: { '2022-03-31': null, '2022-04-01': 'not-applied' } },
  { who: 'of-next-year', differs: { year: '2026-2027' }, on: { '2026-09-14': null, '2027-04-01': 'not-applied' } },
  { who: 'only-applied', reported: [['submitted', '2026-02-02']], on: { '2026-04-01': null, '2026-05-31': null, '2026-06-01': 'no-place-yet', '2026-09-01': 'no-place-at-start' } },
  { who: 'without-a-report', reported: [], on: { '2026-02-01': null, '2026-04-01': null, '2026-06-01': 'no-place-yet' } },
  { who: 'only-planned', reported: [['planned', '2026-02-02']], on: { '2026-03-31': null, '2026-04-01': 'not-applied', '2026-06-01': 'no-place-yet' } },
  { who: 'applied-late', differs: { applications: [applied([['submitted', '2026-04-20']], { applied: '2026-04-20' })] }, on: { '2026-04-19': 'not-applied', '2026-04-20': null } },
  { who: 'waitlisted', reported: [['waitlisted', '2026-05-01']], on: { '2026-05-31': null, '2026-06-01': 'no-place-yet' } },
  { who: 'provisionally', reported: [['provisionally-placed', '2026-05-01']], on: { '2026-06-01': null, '2026-09-06': null, '2026-09-07': 'start-unconfirmed' } },
  { who: 'rejected', reported: [['submitted', '2026-02-02'], ['not-admitted', '2026-03-20']], on: { '2026-03-19': null, '2026-03-20': 'last-option-gone', '2026-06-01': 'last-option-gone', '2026-08-31': 'last-option-gone', '2026-09-01': 'no-place-at-start' } },
  { who: 'withdrawn-yet-planning', differs: { applications: [applied([['withdrawn', '2026-03-20']]), applied([['planned', '2026-04-01']], { college: '21ME', crebo: '25003' })] }, on: { '2026-05-01': 'last-option-gone' } },
  { who: 'rejected-once-of-two', differs: { applications: [applied([['not-admitted', '2026-03-20']]), applied([['intake-held', '2026-03-25']], { college: '21ME', crebo: '25003' })] }, on: { '2026-04-01': null, '2026-06-01': 'no-place-yet' } },
  { who: 'back-again', reported: [['not-admitted', '2026-03-20'], ['waitlisted', '2026-04-10']], on: { '2026-04-09': 'last-option-gone', '2026-04-10': null } },
  { who: 'enrolled', reported: [...placed, ['enrolled', '2026-06-20']], on: { '2026-06-30': null, '2026-09-06': null, '2026-09-07': 'start-unconfirmed' } },
  { who: 'two-starts', differs: { applications: [applied(placed, { starts: '2026-09-01' }), applied(placed, { college: '21ME', crebo: '25003', starts: '2026-08-17' })] }, on: { '2026-08-30': null, '2026-08-31': 'start-unconfirmed' } },
  { who: 'february', differs: { applications: [applied(placed, { starts: '2027-02-01' })] }, on: { '2026-09-14': null, '2027-02-14': null, '2027-02-15': 'start-unconfirmed' } },
  { who: 'started', reported: started, on: { '2026-08-23': null, '2026-08-24': null, '2026-09-14': null } },
  { who: 'start-in-the-future', reported: [...placed, ['started', '2026-09-10']], on: { '2026-09-07': 'start-unconfirmed', '2026-09-09': 'start-unconfirmed', '2026-09-10': null } },
  { who: 'started-then-enrolled', reported: [...started, ['enrolled', '2026-08-30']], on: none },
  { who: 'started-and-no-show-that-day', reported: [...started, ['no-show', '2026-08-24']], on: none },
  { who: 'no-show-and-started-that-day', reported: [...placed, ['no-show', '2026-08-24'], ['started', '2026-08-24']], on: none },
  { who: 'started-then-no-show', reported: [...started, ['no-show', '2026-08-25']], on: { '2026-08-24': null, '2026-08-25': 'no-show' } },
  { who: 'late-start', reported: [...placed, ['no-show', '2026-08-24'], ['started', '2026-09-02']], on: { '2026-08-24': 'no-show', '2026-09-01': 'no-show', '2026-09-02': null } },
  { who: 'dropped-out', reported: [...started, ['deregistered', '2026-09-10']], on: { '2026-09-09': null, '2026-09-10': 'dropped-out' } },
  { who: 'dropped-out-then-back', reported: [...started, ['deregistered', '2026-09-04'], ['started', '2026-09-08']], on: { '2026-09-04': 'dropped-out', '2026-09-08': null } },
  { who: 'no-show-here-placed-there', differs: { applications: [applied([...placed, ['no-show', '2026-08-26']]), applied(placed, { college: '21ME', crebo: '25003' })] }, on: { '2026-09-14': 'no-show' } },
  { who: 'no-show-here-started-there', differs: { applications: [applied([...placed, ['no-show', '2026-08-26']]), applied([['started', '2026-08-28']], { college: '21ME', crebo: '25003' })] }, on: { '2026-08-27': 'no-show', '2026-08-28': null } },
  { who: 'both-no-show-and-dropped-out', differs: { applications: [applied([['deregistered', '2026-08-26']]), applied([['no-show', '2026-08-28']], { college: '21ME', crebo: '25003' })] }, on: { '2026-08-27': 'dropped-out', '2026-08-28': 'no-show' } },
  { who: 'goes-to-work', differs: { destination: 'work' }, on: { '2026-04-01': null, '2026-09-01': null } },
  { who: 'works-but-no-show', differs: { destination: 'work', applications: [applied([...placed, ['no-show', '2026-08-26']])] }, on: none },
  { who: 'goes-to-mbo', differs: { destination: 'mbo' }, on: { '2026-04-01': 'not-applied' } },
  { who: 'nobody-knows', differs: { destination: 'unknown' }, on: { '2026-04-01': 'not-applied' } },
  { who: 'corrected-backwards', reported: [...placed, ['no-show', '2026-08-26'], ['enrolled', '2026-08-20']], on: { '2026-08-26': 'no-show' } },
  { who: 'same-day-later-wins', reported: [['not-admitted', '2026-03-20'], ['waitlisted', '2026-03-20']], on: { '2026-03-20': null } },
];

const story = ({ who, differs, reported }: Row): Story =>
  leaver(who, { ...(reported && { applications: [applied(reported)] }), ...differs });

describe('signals on a day (rules 5)', () => {
  let at: World;
  let numbers: Map<string, string>;

  beforeAll(async () => {
    const stories = rows.map(story);
    numbers = new Map(stories.map(({ key, number }) => [key, number]));
    at = await world(stories);
  });
  afterAll(() => at.close());

  it.each(rows)('$who: $on', async ({ who, on }) => {
    for (const [day, kind] of Object.entries(on)) {
      const { signals } = await askSignals(at.tx, { on: day });
      const [held] = signals.filter(({ number }) => number === numbers.get(who));
      expect([day, held?.kind ?? null]).toEqual([day, kind]);
    }
  });

  it('are asked for one school and one year', async () => {
    const all = await askSignals(at.tx, { on: '2026-09-14' });
    const here = await askSignals(at.tx, { on: '2026-09-14', school: '10KO00', year: '2025-2026' });
    const elsewhere = await askSignals(at.tx, { on: '2026-09-14', school: '11BR00' });
    expect(all.checked).toBe(rows.length);
    expect(here.checked).toBe(rows.length - 4);
    expect(here.signals).toEqual(all.signals.filter(({ number }) => !['of-2020', 'of-2021', 'of-2022'].some((who) => numbers.get(who) === number)));
    expect(elsewhere).toEqual({ on: '2026-09-14', checked: 0, signals: [] });
  });

  it('may be asked about any day and write nothing', async () => {
    await askSignals(at.tx, { on: '2040-01-01' });
    expect(await at.sql('select from app.signal')).toEqual([]);
    expect(await at.sql('select from app.sweep')).toEqual([]);
  });

  it('are the same for one leaver as for all', async () => {
    const [{ count } = {}] = await at.sql(`select count(*)::int from app.leaver l, app.signals_on('2026-09-14', array[l.id])`);
    expect(count).toBe((await askSignals(at.tx, { on: '2026-09-14' })).signals.length);
  });
});
