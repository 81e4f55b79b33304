import { Clock } from './clock.ts';
import { addDays, addWorkingDays, amsterdam, daysBetween, weekday } from './days.ts';

const at = (moment: string, today?: string): Clock => new Clock({ today, read: () => new Date(moment) });

describe('the clock', () => {
  it('tells the day in Amsterdam, which is not the day in UTC', () => {
    expect(at('2026-09-14T21:59:59Z').today()).toBe('2026-09-14');
    expect(at('2026-09-14T22:00:00Z').today()).toBe('2026-09-15');
    expect(at('2026-12-31T22:59:59Z').today()).toBe('2026-12-31');
    expect(at('2026-12-31T23:00:00Z').today()).toBe('2027-01-01');
  });

  it('tells the time in Amsterdam through both nights of the change', () => {
    expect(at('2026-10-25T00:30:00Z').time()).toBe('02:30');
    expect(at('2026-10-25T01:30:00Z').time()).toBe('02:30');
    expect(at('2026-10-25T05:00:00Z').time()).toBe('06:00');
    expect(at('2026-03-29T00:59:00Z').time()).toBe('01:59');
    expect(at('2026-03-29T01:00:00Z').time()).toBe('03:00');
    expect(at('2026-03-28T23:00:00Z').time()).toBe('00:00');
  });

  it('moves the date only: the time of day runs on and midnights count', () => {
    let moment = new Date('2026-11-22T22:59:00Z');
    const clock = new Clock({ today: '2026-09-14', read: () => moment });
    expect([clock.today(), clock.time()]).toEqual(['2026-09-14', '23:59']);
    moment = new Date('2026-11-22T23:00:00Z');
    expect([clock.today(), clock.time()]).toEqual(['2026-09-15', '00:00']);
    expect(clock.now()).toBe(moment);
  });

  it('stands still on a day until told otherwise', () => {
    const clock = at('2026-11-22T12:00:00Z');
    clock.standStill('2026-09-16');
    expect(clock.today()).toBe('2026-09-16');
    clock.standStill();
    expect(clock.today()).toBe('2026-11-22');
  });
});

it('shows late in a winter evening what stands on a summer day on that day still', () => {
  const clock = new Clock({ read: () => new Date('2026-11-22T22:30:00Z') });
  clock.standStill('2026-09-14');
  expect(amsterdam(clock.shown())).toEqual({ day: '2026-09-14', time: '23:30' });
});

describe('days', () => {
  it('are counted through leap days and both changes of the clock', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('of work skip the weekend', () => {
    expect(weekday('2026-09-14')).toBe(1);
    expect(addWorkingDays('2026-09-17', 2)).toBe('2026-09-21');
    expect(addWorkingDays('2026-09-19', 1)).toBe('2026-09-21');
  });
});
