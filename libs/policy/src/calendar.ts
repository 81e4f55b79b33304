/** The fixed days of a school year's leavers (rules 5). Valid from a school year until the next row. */
export interface CalendarRow {
  readonly validFrom: string;
  /** Month and day in the calendar year in which the school year ends. */
  readonly notAppliedFrom: string;
  readonly noPlaceYetFrom: string;
  readonly noPlaceAtStartFrom: string;
  readonly earlyLeaverUntil: string;
  /** Days after the start date in which the college may still report who started. */
  readonly graceDays: number;
  /** Days after the start date on which college and region hear that nothing was reported. */
  readonly silenceDays: number;
  readonly because: string;
}

const usual = {
  notAppliedFrom: '04-01',
  noPlaceYetFrom: '06-01',
  noPlaceAtStartFrom: '09-01',
  earlyLeaverUntil: '10-01',
  graceDays: 14,
  silenceDays: 7,
} as const;

export const calendar = [
  { ...usual, validFrom: '2010-2011', because: 'Aanmelden vóór 1 april (Wet vroegtijdige aanmelddatum mbo); eerder gold dezelfde dag als afspraak.' },
  { ...usual, validFrom: '2019-2020', notAppliedFrom: '05-01', because: 'In 2020 en 2021 was de aanmelddatum 1 mei, door corona.' },
  { ...usual, validFrom: '2021-2022', because: 'Weer 1 april.' },
] as const satisfies readonly CalendarRow[];

/** The year of school year `2025-2026` in which its leavers transfer: 2026. */
export const endYear = (schoolYear: string): number => Number(schoolYear.slice(5));

/** The school year (1 August to 31 July) of a day `yyyy-mm-dd`. */
export function schoolYearOf(day: string): string {
  const year = Number(day.slice(0, 4));
  const from = day.slice(5) >= '08-01' ? year : year - 1;
  return `${from}-${from + 1}`;
}

/** The row that counts for the leavers of a school year. */
export function calendarOf(schoolYear: string): CalendarRow {
  const row = calendar.findLast(({ validFrom }) => validFrom <= schoolYear) ?? calendar[0];
  return row;
}
