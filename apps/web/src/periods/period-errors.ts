import { calendarFields, holidayFields, type CalendarFault } from '#policy';
import type { FormError } from '../pages/forms.ts';

/** Each fault beside the box it is about. */
export const errorsFor = (faults: readonly CalendarFault[]): FormError[] => faults.map(({ code, text }) => {
  const holiday = holidayFields.find((field) => field.code === code);
  return { field: holiday ? `${holiday.kind.dutch}-van` : (calendarFields.find((field) => field.code === code)?.written ?? 'inhoud'), text };
});
