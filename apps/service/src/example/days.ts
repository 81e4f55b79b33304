import { calendarOf, endYear } from '#policy';
import { addDays, weekday } from '#platform';

/** The school year of the files in examples/ijssel-vecht. */
export const EXAMPLE_YEAR = '2025-2026';

/** On which day the example stands until somebody chooses another one: three weeks after the start, a Monday with work to do. */
export const TELLING_DAY = '2026-09-14';

/** The days on which a slice of the statuses ends, and to which visitors may jump. */
export const jumpDays = ['2026-04-01', '2026-06-01', TELLING_DAY, '2026-10-01'] as const;

const CLOSE_BY = 21;

/** The days before a day that are swept one by one, so that its signals have a past: the fixed days, Mondays, and the last three weeks. */
export function daysBefore(day: string): string[] {
  const { notAppliedFrom, noPlaceYetFrom, noPlaceAtStartFrom } = calendarOf(EXAMPLE_YEAR);
  const fixed = [notAppliedFrom, noPlaceYetFrom, noPlaceAtStartFrom].map((monthDay) => `${endYear(EXAMPLE_YEAR)}-${monthDay}`);
  const recent = addDays(day, -CLOSE_BY);
  const days: string[] = [];
  for (let next = addDays(fixed[0] ?? day, -CLOSE_BY); next < day; next = addDays(next, 1)) {
    if (next >= recent || fixed.includes(next) || weekday(next) === 1) days.push(next);
  }
  return days;
}
