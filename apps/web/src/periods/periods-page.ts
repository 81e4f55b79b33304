import { dayInFull } from '#platform';
import { calendarFields, endYear, holidayRegions, paths, usualCalendar, type HolidayRegion } from '#policy';
import type { CalendarChange, CalendarOfRegion } from '#transfers';
import type { FormError } from '../pages/forms.ts';
import { holidayNames, linesFor, schoolYears, type Typed } from './period-form.ts';
import { fieldName, valueText } from './period-text.ts';

export interface PeriodsView {
  readonly schoolYear: string;
  readonly today: string;
  readonly errors?: readonly FormError[];
  /** What stands in the boxes when the form was not right. */
  readonly typed?: Typed;
}

const yearsHref = (schoolYear: string): string => `${paths.periods}?schooljaar=${schoolYear}`;
const holidaysHref = (schoolYear: string, region: HolidayRegion): string => `${paths.periodHolidays}?schooljaar=${schoolYear}&regio=${region}`;

/** The days and terms of a school year's leavers, to see and to change, with who changed what. */
export const periodsPage = ({ values, changes }: CalendarOfRegion, view: PeriodsView) => ({
  ...frame(view),
  title: 'Periodes',
  back: paths.administration,
  year: endYear(view.schoolYear),
  years: schoolYears(view.today).map((code) => ({ text: code, href: yearsHref(code), isHere: code === view.schoolYear })),
  dates: fieldsOf('date', values, changes, view),
  days: fieldsOf('days', values, changes, view),
  clocks: fieldsOf('working-days', values, changes, view),
  holidays: holidayRegions.map(({ code, dutch }) => ({
    dutch,
    href: holidaysHref(view.schoolYear, code),
    rows: holidayNames(code).map((row) => ({ key: row.dutch, text: valueText(row.code, values.get(row.code)) })),
    starts: startOf(values.get(`${code}-summer`)),
  })),
  history: changes.map((change) => historyOf(change, view.schoolYear)),
});

/** The school holidays of one holiday region, to change. */
export const holidaysPage = ({ values }: CalendarOfRegion, region: HolidayRegion, view: PeriodsView) => ({
  ...frame(view),
  title: `Schoolvakanties ${holidayRegions.find(({ code }) => code === region)?.dutch}`,
  back: yearsHref(view.schoolYear),
  region,
  rows: holidayNames(region).map(({ code, dutch, from, until }) => {
    const [first = '', last = ''] = values.get(code)?.split('/') ?? [];
    return { dutch, from, until, fromLabel: `Eerste vrije dag van de ${dutch}`, untilLabel: `Laatste vrije dag van de ${dutch}`, first: view.typed?.[from] ?? first, last: view.typed?.[until] ?? last, usual: usualText(code, values.get(code), view.schoolYear) };
  }),
});

const frame = ({ schoolYear, errors = [] }: PeriodsView) => ({ section: 'Beheer', schoolYear, errors, check: paths.periodsCheck });

function fieldsOf(kind: string, values: CalendarOfRegion['values'], changes: readonly CalendarChange[], { schoolYear, typed }: PeriodsView): object[] {
  return calendarFields.filter((field) => field.kind === kind).map(({ code, written, dutch, because }) => {
    const since = changes.find((change) => change.field === code && change.isLast && change.value !== null);
    const hint = [because, usualText(code, values.get(code), schoolYear), since && `Sinds ${dayInFull(since.on)}${since.person ? `, door ${since.person}` : ''}.`];
    return { id: written, label: dutch, type: kind === 'date' ? 'date' : 'text', inputmode: kind === 'date' ? '' : 'numeric', value: typed?.[written] ?? values.get(code), hint: hint.filter(Boolean).join(' ') };
  });
}

function usualText(code: string, value: string | undefined, schoolYear: string): string {
  const usual = usualCalendar(schoolYear).get(code);
  return usual === value ? '' : `Anders dan gewoon: dat is ${valueText(code, usual)}.`;
}

const DAY_MS = 86_400_000;
const WEEKEND = [6, 0];

/** The first weekday after the summer holiday. */
function startOf(summer: string | undefined): string {
  let day = Date.parse(summer?.split('/')[1] ?? '');
  if (Number.isNaN(day)) return 'nog niet bekend';
  do day += DAY_MS;
  while (WEEKEND.includes(new Date(day).getUTCDay()));
  return dayInFull(new Date(day).toISOString().slice(0, 10));
}

function historyOf({ field, value, was, on, person, isLast }: CalendarChange, schoolYear: string): object {
  const usual = usualCalendar(schoolYear).get(field);
  const text = (some: string | null): string => valueText(field, some ?? usual);
  return {
    text: `${fieldName(field)}: van ${text(was)} naar ${text(value)}`,
    about: `${dayInFull(on)}${person ? `, door ${person}` : ''}`,
    undo: isLast ? linesFor(new Map([[field, was]])) : undefined,
    undoLabel: `${fieldName(field)} weer op ${text(was)}`,
  };
}
