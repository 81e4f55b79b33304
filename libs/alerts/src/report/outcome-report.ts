import type { Actor, Tx } from '#platform';
import { endYear, hiddenCells, reportAges, reportPerMunicipality, reportTables } from '#policy';

interface Counted {
  readonly section: string;
  readonly code: string;
  readonly cut: 'all' | 'age' | 'town';
  readonly of: string;
  readonly count: number;
}

/** Null: too few to be shown. */
export type Figure = number | null;

export interface OutcomeReport {
  readonly tables: readonly { readonly code: string; readonly rows: readonly { readonly code: string; readonly figures: readonly Figure[] }[] }[];
  readonly towns: readonly { readonly town: string; readonly figures: readonly Figure[] }[];
  readonly hasHidden: boolean;
}

const cellOf = (section: string, code: string, of: string): string => `${section}/${code}/${of}`;
const townOf = (town: string): string => `in:${town}`;

/** The yearly report of the region of who asks; with small counts hidden unless the exact ones are wanted, for the minister. */
export async function outcomeReport(tx: Tx, actor: Actor, { schoolYear, isExact }: { schoolYear: string; isExact: boolean }): Promise<OutcomeReport> {
  const end = endYear(schoolYear);
  const counted = (await tx.read(actor, { name: 'outcome-report', text: REPORT, values: [`${end - 1}-08-01`, `${end}-07-31`] })) as unknown as Counted[];
  const towns = [...new Set(counted.filter(({ cut }) => cut === 'town').map(({ of }) => of))].toSorted((one, other) => one.localeCompare(other, 'nl'));
  const counts = new Map(counted.map(({ section, code, cut, of, count }) => [cellOf(section, code, cut === 'town' ? townOf(of) : of), count]));
  const hidden = isExact ? new Set<string>() : hiddenCells(counts, linesOf(towns));
  const figure = (cell: string): Figure => (hidden.has(cell) ? null : (counts.get(cell) ?? 0));
  return {
    tables: reportTables.map(({ code: section, rows }) => ({ code: section, rows: rows.map(({ code }) => ({ code, figures: reportAges.map((age) => figure(cellOf(section, code, age.code))) })) })),
    towns: towns.map((town) => ({ town, figures: reportPerMunicipality.map((code) => figure(cellOf('steps', code, townOf(town)))) })),
    hasHidden: hidden.size > 0,
  };
}

/** Each total with what it is the sum of: over the ages, over the rows of a table, over the municipalities. */
function linesOf(towns: readonly string[]): string[][] {
  const [all, ...ages] = reportAges.map(({ code }) => code);
  const acrossAges = reportTables.flatMap(({ code: section, rows }) => rows.map(({ code }) => [String(all), ...ages].map((age) => cellOf(section, code, age))));
  const downTables = reportTables.flatMap((table) =>
    table.sumOf ? reportAges.map((age) => [cellOf('steps', table.sumOf, age.code), ...table.rows.filter(({ code }) => !(table.loose as readonly string[]).includes(code)).map(({ code }) => cellOf(table.code, code, age.code))]) : []);
  const acrossTowns = reportPerMunicipality.map((code) => [cellOf('steps', code, String(all)), ...towns.map((town) => cellOf('steps', code, townOf(town)))]);
  return [...acrossAges, ...downTables, ...acrossTowns];
}

const REPORT = 'select section, code, cut, of, count from app.outcome_report($1::date, $2::date)';
