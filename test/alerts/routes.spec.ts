import { askSignals } from '#alerts';
import type { Story } from '../personas/people.ts';
import { applied, leaver, world, type World } from './world.ts';

interface Row {
  readonly who: string;
  readonly differs: Partial<Story>;
  /** The route of the start alert on which days. */
  readonly on: Readonly<Record<string, string>>;
}

/** Nobody here has a place: from 1 September on each of them is a start alert. Rules 6, with the day before and the day itself. */
const rows: readonly Row[] = [
  { who: 'turned-16-on-31-july', differs: { born: '2010-07-31' }, on: { '2026-09-01': 'leerplicht' } },
  { who: 'turns-16-in-the-new-year', differs: { born: '2010-08-01' }, on: { '2026-09-01': 'leerplicht', '2027-07-31': 'leerplicht' } },
  { who: 'pro-without-duty', differs: { born: '2010-07-31', type: 'pro', result: 'certificate' }, on: { '2026-09-01': 'help-offer' } },
  { who: 'pro-still-compulsory', differs: { born: '2010-08-01', type: 'pro', result: 'certificate' }, on: { '2026-09-01': 'leerplicht', '2027-07-31': 'leerplicht', '2027-08-01': 'help-offer' } },
  { who: 'pro-with-diploma', differs: { born: '2009-05-01', type: 'pro', result: undefined, diploma: 'pro' }, on: { '2026-09-14': 'help-offer' } },
  { who: 'pro-without-certificate', differs: { born: '2009-05-01', type: 'pro', result: 'failed' }, on: { '2026-09-14': 'leerplicht' } },
  { who: 'vso-work', differs: { born: '2009-05-01', type: 'vso', profile: 'work', result: undefined }, on: { '2026-09-14': 'help-offer' } },
  { who: 'vso-day-activity', differs: { born: '2009-05-01', type: 'vso', profile: 'day-activity' }, on: { '2026-09-14': 'help-offer' } },
  { who: 'vso-further', differs: { born: '2009-05-01', type: 'vso', profile: 'further-education' }, on: { '2026-09-14': 'leerplicht' } },
  { who: 'vmbo-with-profile-of-vso', differs: { born: '2009-05-01', profile: 'work' }, on: { '2026-09-14': 'leerplicht' } },
  { who: 'pro-turns-18', differs: { born: '2008-09-15', type: 'pro', result: 'certificate' }, on: { '2026-09-14': 'help-offer', '2026-09-15': 'doorstroompunt' } },
  { who: 'turns-18', differs: { born: '2008-09-15' }, on: { '2026-09-14': 'leerplicht', '2026-09-15': 'doorstroompunt' } },
  { who: 'born-29-february-turns-18', differs: { born: '2008-02-29', year: '2024-2025' }, on: { '2026-02-28': 'leerplicht', '2026-03-01': 'doorstroompunt' } },
  { who: 'born-29-february-turns-27', differs: { born: '2000-02-29', year: '2024-2025' }, on: { '2027-02-28': 'doorstroompunt', '2027-03-01': 'mentor-only' } },
  { who: 'turns-27', differs: { born: '1999-09-15' }, on: { '2026-09-14': 'doorstroompunt', '2026-09-15': 'mentor-only' } },
  { who: 'is-23-before-2026', differs: { born: '2002-09-15', year: '2024-2025' }, on: { '2025-09-14': 'doorstroompunt', '2025-09-15': 'mentor-only', '2025-12-31': 'mentor-only', '2026-01-01': 'doorstroompunt' } },
  { who: 'havo-passed', differs: { born: '2009-05-01', type: 'havo' }, on: { '2026-09-14': 'mentor-only' } },
  { who: 'vwo-passed', differs: { born: '2009-05-01', type: 'vwo' }, on: { '2026-09-14': 'mentor-only' } },
  { who: 'havo-failed', differs: { born: '2009-05-01', type: 'havo', result: 'failed' }, on: { '2026-09-14': 'leerplicht' } },
  { who: 'havo-by-vavo', differs: { born: '2007-05-01', type: 'vavo', diploma: 'havo' }, on: { '2026-09-14': 'mentor-only' } },
  { who: 'havo-failed-at-vavo', differs: { born: '2007-05-01', type: 'vavo', result: 'failed', diploma: 'havo' }, on: { '2026-09-14': 'doorstroompunt' } },
  { who: 'vwo-failed-at-vavo-at-17', differs: { born: '2009-05-01', type: 'vavo', result: 'failed', diploma: 'vwo' }, on: { '2026-09-14': 'leerplicht' } },
  { who: 'vwo-failed-with-havo', differs: { born: '2008-05-01', type: 'vwo', result: 'failed', diploma: 'havo' }, on: { '2026-09-14': 'mentor-only' } },
  { who: 'mbo-3-failed-with-mbo-2', differs: { born: '2008-05-01', type: 'mbo', result: 'failed', diploma: 'mbo2' }, on: { '2026-09-14': 'mentor-only' } },
  { who: 'vmbo-by-vavo', differs: { born: '2007-05-01', type: 'vavo', diploma: 'vmbo' }, on: { '2026-09-14': 'doorstroompunt' } },
  { who: 'mbo-2', differs: { born: '2009-05-01', type: 'mbo', diploma: 'mbo2' }, on: { '2026-09-14': 'mentor-only' } },
  { who: 'mbo-1', differs: { born: '2009-05-01', type: 'mbo', diploma: 'mbo1' }, on: { '2026-09-14': 'leerplicht' } },
  { who: 'nowhere-at-15', differs: { municipality: '' }, on: { '2026-09-14': 'region-queue' } },
  { who: 'nowhere-at-17-with-certificate', differs: { born: '2009-05-01', municipality: '', type: 'pro', result: 'certificate' }, on: { '2026-09-14': 'region-queue' } },
  { who: 'nowhere-at-20', differs: { born: '2006-05-01', municipality: '' }, on: { '2026-09-14': 'region-queue' } },
  { who: 'nowhere-at-30', differs: { born: '1996-05-01', municipality: '' }, on: { '2026-09-14': 'region-queue' } },
  { who: 'nowhere-with-havo', differs: { municipality: '', type: 'havo' }, on: { '2026-09-14': 'mentor-only' } },
  { who: 'no-bureau-there', differs: { municipality: 'Groningen' }, on: { '2026-09-14': 'region-queue' } },
  { who: 'bureau-of-several', differs: { municipality: 'Dronten' }, on: { '2026-09-14': 'leerplicht' } },
];

describe('which desk a start alert goes to (rules 6)', () => {
  let at: World;
  let numbers: Map<string, string>;

  beforeAll(async () => {
    const stories = rows.map(({ who, differs }) => leaver(who, differs));
    numbers = new Map(stories.map(({ key, number }) => [key, number]));
    at = await world([...stories, leaver('only-rejected', { applications: [applied([['not-admitted', '2026-03-20']])] })]);
  });
  afterAll(() => at.close());

  it.each(rows)('$who: $on', async ({ who, on }) => {
    for (const [day, route] of Object.entries(on)) {
      const { signals } = await askSignals(at.tx, { on: day });
      expect([day, signals.find(({ number }) => number === numbers.get(who))?.route]).toEqual([day, route]);
    }
  });

  it('is none for what only the mentor hears', async () => {
    const { signals } = await askSignals(at.tx, { on: '2026-06-01' });
    expect(new Set(signals.filter(({ kind }) => kind !== 'no-place-at-start').map(({ route }) => route))).toEqual(new Set(['mentor']));
  });
});
