import { calendarOf, desks, destinations, endYear, feastDays, holidays, phases, releases, sections, signals, statuses, upperAges } from '#policy';

type Cell = string | number | boolean | null;

const literal = (value: Cell): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);

/** Makes a rule table hold exactly these rows; the first column is its key. */
function rowsOf(table: string, columns: readonly string[], rows: readonly Cell[][]): string {
  const values = rows.map((row) => `(${row.map(literal).join(', ')})`).join(',\n');
  const [key = '', ...rest] = columns;
  const changes = rest.map((column) => `${column} = excluded.${column}`).join(', ');
  const keys = rows.map(([first]) => literal(first ?? null)).join(', ');
  return `delete from app.${table} where ${key}::text not in (${keys});
insert into app.${table} (${columns.join(', ')}) values ${values}
on conflict (${key}) do update set ${changes};`;
}

const FIRST_YEAR = 2010;
const YEARS = 60;

const calendarRows = Array.from({ length: YEARS }, (_, index) => {
  const schoolYear = `${FIRST_YEAR + index}-${FIRST_YEAR + index + 1}`;
  const row = calendarOf(schoolYear);
  const on = (monthDay: string): string => `${endYear(schoolYear)}-${monthDay}`;
  return [schoolYear, on(row.notAppliedFrom), on(row.noPlaceYetFrom), on(row.noPlaceAtStartFrom), on(row.earlyLeaverUntil), row.graceDays, row.silenceDays];
});

const calendarColumns = ['school_year', 'not_applied_from', 'no_place_yet_from', 'no_place_at_start_from', 'early_leaver_until', 'grace_days', 'silence_days'];

const holidayRows = holidays.map((row) => [
  `${row.schoolYear}-${row.region}-${row.kind}`, row.schoolYear, row.region, row.kind, row.firstDay, row.lastDay,
]);
/** Ascension day is on Liberation day now and then: one row. */
const feastRows = [...new Map(Array.from({ length: YEARS }, (_, index) => feastDays(FIRST_YEAR + index).map(({ day, dutch }) => [day, dutch] as const)).flat())];

export const rules = [
  rowsOf('status_rule', ['code', 'rank', 'phase', 'turn'], statuses.map(({ code, rank, phase, turn }) => [code, rank, phase, turn])),
  rowsOf('phase_rule', ['code', 'step'], phases.map(({ code, step }) => [code, step])),
  rowsOf('destination_rule', ['code', 'settled', 'outcome'], destinations.map(({ code, settled, outcome }) => [code, settled, outcome])),
  rowsOf('signal_rule', ['code', 'rank', 'start_alert', 'mailed', 'turn'], signals.map(({ code, rank, startAlert, mailed, turn }) => [code, rank, startAlert, mailed, turn])),
  rowsOf('desk_rule', ['code', 'rank', 'route', 'opens_case'], desks.map(({ code, rank, route, opensCase }) => [code, rank, route, opensCase])),
  rowsOf('upper_age', ['valid_from', 'years'], upperAges.map(({ validFrom, years }) => [validFrom, years])),
  rowsOf('section_rule', ['code', 'writer', 'basis', 'sensitivity', 'release', 'kept_years'], sections.map((row) => [row.code, row.writer, row.basis, row.sensitivity, row.release, row.keptYears])),
  rowsOf('release_rule', ['code', 'rank'], releases.map(({ code, from }) => [code, statuses.find((row) => row.code === from)?.rank ?? null])),
  rowsOf('calendar', calendarColumns, calendarRows),
  rowsOf('holiday_rule', ['code', 'school_year', 'holiday_region', 'kind', 'first_day', 'last_day'], holidayRows),
  rowsOf('feast_rule', ['day', 'name'], feastRows),
].join('\n');
