/** A day is text, yyyy-mm-dd: it has no time zone, compares as text and is what PostgreSQL reads. */
const DAY_MS = 86_400_000;
const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

export const addDays = (day: string, days: number): string => new Date(midnight(day) + days * DAY_MS).toISOString().slice(0, 10);

/** How many days `until` comes after `since`; negative when it comes before. */
export const daysBetween = (since: string, until: string): number => Math.round((midnight(until) - midnight(since)) / DAY_MS);

/** 1 is Monday, 7 is Sunday. */
export const weekday = (day: string): number => new Date(midnight(day)).getUTCDay() || 7;

/** The day after so many days from Monday to Friday; holidays count as working days. */
export function addWorkingDays(day: string, count: number): string {
  let reached = day;
  for (let left = count; left > 0; ) {
    reached = addDays(reached, 1);
    if (weekday(reached) < 6) left -= 1;
  }
  return reached;
}

/** How many days from Monday to Friday lie after one day, up to and including another; as app.working_days counts them. */
export function workingDaysBetween(since: string, until: string): number {
  let count = 0;
  for (let day = addDays(since, 1); day <= until; day = addDays(day, 1)) if (weekday(day) < 6) count += 1;
  return count;
}

const inAmsterdam = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short', timeStyle: 'short' });

/** The day and the time of day (`06:00`) in Amsterdam at this moment. */
export function amsterdam(moment: Date): { day: string; time: string } {
  const [day = '', time = ''] = inAmsterdam.format(moment).split(' ');
  return { day, time };
}

/** Milliseconds by which the clock in Amsterdam is ahead of UTC. */
export function aheadOfUtc(moment: Date): number {
  const { day, time } = amsterdam(moment);
  const minute = 60_000;
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(moment.getTime() / minute) * minute;
}
