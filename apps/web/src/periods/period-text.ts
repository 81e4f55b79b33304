import { dayInFull } from '#platform';
import { calendarFields, holidayFields } from '#policy';

/** What a field of the calendar is called: "Aangemeld vóór", "Herfstvakantie Noord". */
export function fieldName(code: string): string {
  const holiday = holidayFields.find((field) => field.code === code);
  if (!holiday) return calendarFields.find((field) => field.code === code)?.dutch ?? code;
  const { kind: { dutch }, region } = holiday;
  return `${dutch.slice(0, 1).toUpperCase()}${dutch.slice(1)} ${region.dutch}`;
}

/** A value in words: "1 juni 2026", "14 dagen", "11 oktober 2025 tot en met 19 oktober 2025". */
export function valueText(code: string, value: string | undefined): string {
  if (value === undefined) return 'nog niet bekend';
  const kind = calendarFields.find((field) => field.code === code)?.kind;
  if (kind === 'date') return dayInFull(value);
  if (!kind) return value.split('/').map(dayInFull).join(' tot en met ');
  const noun = value === '1' ? 'dag' : 'dagen';
  return `${value} ${kind === 'working-days' ? `werk${noun}` : noun}`;
}
