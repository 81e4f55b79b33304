import { calendarOf, endYear } from './calendar.ts';
import { calendarFields, holidayFields, type CalendarFieldRow } from './calendar-fields.ts';
import { caseClocks } from './cases.ts';
import { holidays } from './holidays.ts';

export interface CalendarFault {
  readonly code: string;
  readonly text: string;
}

/** Everything a region may set for a school year, as it is when the region sets nothing; a holiday nobody knows yet is left out. */
export function usualCalendar(schoolYear: string): Map<string, string> {
  const row = calendarOf(schoolYear);
  const on = (monthDay: string): string => `${endYear(schoolYear)}-${monthDay}`;
  const known = holidays.filter((holiday) => holiday.schoolYear === schoolYear);
  return new Map([
    ['not-applied-from', on(row.notAppliedFrom)],
    ['no-place-yet-from', on(row.noPlaceYetFrom)],
    ['no-place-at-start-from', on(row.noPlaceAtStartFrom)],
    ['early-leaver-until', on(row.earlyLeaverUntil)],
    ['grace-days', String(row.graceDays)],
    ['silence-days', String(row.silenceDays)],
    ...caseClocks.map(({ code, workingDays }): [string, string] => [code, String(workingDays)]),
    ...known.map(({ region, kind, firstDay, lastDay }): [string, string] => [`${region}-${kind}`, `${firstDay}/${lastDay}`]),
  ]);
}

/** Why a calendar cannot be as it stands here, in words for who set it; nothing when it can. */
export function calendarFaults(schoolYear: string, values: ReadonlyMap<string, string>): CalendarFault[] {
  const fields: readonly CalendarFieldRow[] = calendarFields;
  const wrong = [
    ...fields.flatMap((field) => (field.kind === 'date' ? dateFault(schoolYear, field, values.get(field.code)) : numberFault(field, values.get(field.code)))),
    ...holidayFaults(schoolYear, values),
  ];
  return wrong.length ? wrong : orderFaults(values);
}

function dateFault(schoolYear: string, { code, dutch, earliest = '01-01', latest = '12-31' }: CalendarFieldRow, value = ''): CalendarFault[] {
  if (!isDay(value)) return [{ code, text: `${dutch}: vul een dag in.` }];
  const year = endYear(schoolYear);
  const isWithin = value >= `${year}-${earliest}` && value <= `${year}-${latest}`;
  return isWithin ? [] : [{ code, text: `${dutch}: kies een dag van ${inWords(earliest)} tot en met ${inWords(latest)} ${year}.` }];
}

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'];
const inWords = (monthDay: string): string => `${Number(monthDay.slice(3))} ${MONTHS[Number(monthDay.slice(0, 2)) - 1]}`;

function numberFault({ code, dutch, least = 0, most = 0 }: CalendarFieldRow, value = ''): CalendarFault[] {
  const days = /^\d{1,3}$/.test(value) ? Number(value) : -1;
  return days < least || days > most ? [{ code, text: `${dutch}: vul een getal in van ${least} tot en met ${most}.` }] : [];
}

const ORDERS = [
  ['not-applied-from', 'no-place-yet-from', 'De dag voor een plek komt na de dag voor aanmelden.'],
  ['no-place-yet-from', 'no-place-at-start-from', 'Het begin van het mbo-jaar komt na de dag voor een plek.'],
  ['no-place-at-start-from', 'early-leaver-until', 'Vroeg stoppen telt tot een dag na het begin van het mbo-jaar.'],
] as const;
const NOT_MORE = [
  ['silence-days', 'grace-days', 'We vragen de mbo-school eerst om antwoord. Dat kan niet later zijn dan de melding.'],
  ['pick-up', 'contact', 'Een zaak oppakken komt vóór contact.'],
  ['contact', 'intake', 'Contact komt vóór de intake.'],
] as const;

function orderFaults(values: ReadonlyMap<string, string>): CalendarFault[] {
  const text = (code: string): string => values.get(code) ?? '';
  return [
    ...ORDERS.filter(([first, then]) => text(first) >= text(then)).map(([, code, why]) => ({ code, text: why })),
    ...NOT_MORE.filter(([less, more]) => Number(text(less)) > Number(text(more))).map(([code, , why]) => ({ code, text: why })),
  ];
}

const LONGEST_DAYS = 70;
const DAY_MS = 86_400_000;
const isDay = (value: string): boolean => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

function holidayFaults(schoolYear: string, values: ReadonlyMap<string, string>): CalendarFault[] {
  const [from, until] = [`${schoolYear.slice(0, 4)}-08-01`, `${endYear(schoolYear)}-09-30`];
  return holidayFields.flatMap(({ code, kind }) => {
    const [first = '', last = ''] = values.get(code)?.split('/') ?? [from, from];
    const fault = (text: string): CalendarFault[] => [{ code, text: `De ${kind.dutch}: ${text}` }];
    if (!isDay(first) || !isDay(last)) return fault('vul de eerste en de laatste dag in.');
    if (last < first) return fault('de laatste dag komt na de eerste.');
    if (first < from || last > until) return fault(`kies dagen in schooljaar ${schoolYear}.`);
    return Date.parse(last) - Date.parse(first) > LONGEST_DAYS * DAY_MS ? fault(`langer dan ${LONGEST_DAYS} dagen kan niet.`) : [];
  });
}
