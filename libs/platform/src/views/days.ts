const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];
const WEEKDAYS = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'];

/** `2027-03-18` as "18 maart 2027". */
export function dayInFull(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`;
}

/** "18 maart", with the year when it is not the year of today. */
export const dayShort = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? dayInFull(day).slice(0, -5) : dayInFull(day);

/** "maandag 14 september 2026". */
export const dayWithWeekday = (day: string): string => `${WEEKDAYS[new Date(`${day}T12:00:00Z`).getUTCDay()]} ${dayInFull(day)}`;

/** Whole years on a day; who is born on 29 February has the birthday on 1 March in common years (rules 6). */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}
