import { fold } from '#transfers';
import { RefusedFile } from './refused-file.ts';

/** A column as formats names it. */
export interface NamedColumn {
  readonly name: string;
  /** Headers that mean exactly the same. */
  readonly also: readonly string[];
  /** Headers that mean it when nothing better is there; beside a better one they are somebody else's column. */
  readonly loosely: readonly string[];
  /** Without it the file cannot go in. */
  readonly needed: boolean;
}

export interface Recognised<Column extends NamedColumn> {
  /** Per field of a row its column; null where it is ignored. */
  readonly columns: readonly (Column | null)[];
  readonly headers: readonly string[];
  readonly unknown: readonly string[];
}

/** What a person decided on the page: folded header to column name, or to nothing. */
export type Mapping = ReadonlyMap<string, string | null>;

/** Which field holds which column, by header; says nothing yet about what is missing or double. */
export function recognise<Column extends NamedColumn>(headers: readonly string[], columns: readonly Column[], mapping: Mapping): Recognised<Column> {
  const surely = byName(columns, ({ name, also }) => [name, ...also]);
  const sure = headers.map((header) => {
    const chosen = mapping.get(fold(header));
    return chosen === undefined ? surely.get(fold(header)) : columns.find(({ name }) => name === chosen);
  });
  const loosely = byName(columns.filter((column) => !sure.includes(column)), (column) => column.loosely);
  const found = headers.map((header, index) => sure[index] ?? (mapping.has(fold(header)) ? null : (loosely.get(fold(header)) ?? null)));
  const unknown = headers.filter((header, index) => !found[index] && header !== '');
  return { columns: found, headers, unknown: [...new Set(unknown)] };
}

const byName = <Column>(columns: readonly Column[], names: (column: Column) => readonly string[]): Map<string, Column> =>
  new Map(columns.flatMap((column) => names(column).map((name) => [fold(name), column] as const)));

/** Refuses a table without what it needs, or with two columns that could be the same one. */
export function refuseWrongHeader<Column extends NamedColumn>({ columns, headers }: Recognised<Column>, wanted: readonly Column[]): void {
  for (const column of wanted) {
    const same = headers.filter((_, index) => columns[index] === column);
    if (same.length > 1) throw new RefusedFile(`De kolommen ${same.map((header) => `"${header}"`).join(' en ')} kunnen allebei ${column.name} zijn. Laat er één staan.`);
  }
  const missing = wanted.filter((column) => column.needed && !columns.includes(column)).map(({ name }) => name);
  if (missing.length === 0) return;
  if (columns.every((column) => column === null)) throw new RefusedFile(`Dit is geen bestand met deze gegevens: geen enkele kolom is herkend. Nodig zijn ${list(missing)}.`);
  throw new RefusedFile(`${missing.length > 1 ? 'De kolommen' : 'De kolom'} ${list(missing)} ${missing.length > 1 ? 'ontbreken' : 'ontbreekt'}. Voeg die toe en breng het bestand opnieuw.`);
}

const list = (names: readonly string[]): string => names.join(', ').replace(/, ([^,]*)$/, ' en $1');
