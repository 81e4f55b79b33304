import type { Figure, OutcomeReport } from '#alerts';
import { csvLine } from '#platform';
import { endYear, HIDDEN_UNDER, paths, reportAges, reportPerMunicipality, reportTables } from '#policy';

const YEARS_BACK = 4;
const HIDDEN = `minder dan ${HIDDEN_UNDER} of afgeschermd`;

/** This school year and those before it, newest first. */
export const yearsUntil = (schoolYear: string): string[] =>
  Array.from({ length: YEARS_BACK + 1 }, (_, back) => `${endYear(schoolYear) - back - 1}-${endYear(schoolYear) - back}`);

interface View {
  readonly schoolYear: string;
  readonly years: readonly string[];
  readonly region: string;
  readonly mayTakeExact: boolean;
}

const shown = (figure: Figure): string => (figure === null ? '–' : String(figure));
const steps = reportTables[0].rows;
const TOWN_HEADS = ['Gemeente', ...reportPerMunicipality.map((code) => steps.find((row) => row.code === code)?.dutch ?? code)];

export function reportPage({ tables, towns, hasHidden }: OutcomeReport, { schoolYear, years, region, mayTakeExact }: View) {
  const isEmpty = tables.every(({ rows }) => rows.every(({ figures }) => figures.every((figure) => figure === 0)));
  return {
    title: 'Rapportage', section: `Schooljaar ${schoolYear}`, here: paths.outcomeReport, region, schoolYear, hasHidden, isEmpty,
    years: years.map((year) => ({ code: year, text: year })),
    heads: reportAges.map(({ dutch }) => dutch), townHeads: TOWN_HEADS,
    tables: reportTables.map(({ code, dutch, rows }, at) => ({
      code, title: dutch, rows: rows.map((row, place) => ({ dutch: row.dutch, because: row.because, figures: tables[at]?.rows[place]?.figures.map(shown) })),
    })),
    towns: towns.map(({ town, figures }) => ({ town, figures: figures.map(shown) })),
    file: `${paths.outcomeReportFile}?schooljaar=${schoolYear}`,
    exact: mayTakeExact ? `${paths.outcomeReportExact}?schooljaar=${schoolYear}` : undefined,
  };
}

/** The same figures as on the page, one line each. */
export function reportLines({ tables, towns }: OutcomeReport, schoolYear: string): string {
  const figureOf = (figure: Figure): string => (figure === null ? HIDDEN : String(figure));
  const header = ['schooljaar', 'tabel', 'regel', 'groep', 'aantal'];
  const perAge = reportTables.flatMap(({ dutch, rows }, at) => rows.flatMap((row, place) =>
    reportAges.map((age, column) => [schoolYear, dutch, row.dutch, age.dutch, figureOf(tables[at]?.rows[place]?.figures[column] ?? null)])));
  const perTown = towns.flatMap(({ town, figures }) => figures.map((figure, column) => [schoolYear, 'Per gemeente', String(TOWN_HEADS[column + 1]), town, figureOf(figure)]));
  return [header, ...perAge, ...perTown].map(csvLine).join('');
}
