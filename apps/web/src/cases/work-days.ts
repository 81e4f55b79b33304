import { addDays, dayWithWeekday, weekday } from '#platform';
import { feastDays } from '#policy';

const FRIDAY = 5;
const isOff = (day: string): boolean => weekday(day) > FRIDAY || feastDays(Number(day.slice(0, 4))).some((feast) => feast.day === day);

/** This day, or the first after it that is no weekend and no feast day; a desk works on in a school holiday. */
export function nextWorkDay(day: string): string {
  let found = day;
  while (isOff(found)) found = addDays(found, 1);
  return found;
}

/** What is wrong with a day on which nobody of a desk works; nothing when there is nothing wrong. */
export const dayOff = (day: string): string | undefined =>
  isOff(day) ? `Op ${dayWithWeekday(day)} werkt er niemand. Kies bijvoorbeeld ${dayWithWeekday(nextWorkDay(day))}.` : undefined;
