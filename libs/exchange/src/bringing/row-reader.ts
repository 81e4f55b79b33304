import type { Column, Kind, Values } from '../kinds/kind.ts';
import type { Row } from '../reading/row-splitter.ts';
import type { Table } from '../reading/table.ts';
import { Fault } from '../values/fault.ts';
import { ValueReader } from './value-reader.ts';

export interface ReadRow {
  readonly line: number;
  /** In the order of `fieldsOf` the kind. */
  readonly cells: readonly (string | null)[];
  readonly fault?: { readonly column: string; readonly value: string; readonly message: string };
}

/** The fields of a kind: those of its columns, then those that follow from them. */
export const fieldsOf = ({ columns, derived = {} }: Kind): [string, Column['type']][] => [
  ...columns.map(({ field, type }): [string, Column['type']] => [field, type]),
  ...Object.entries(derived),
];

const BROKEN_QUOTE = 'Het aanhalingsteken (") in deze regel eindigt niet goed. Zet het er twee keer of haal het weg.';
const TOO_WIDE = 'Deze rij heeft meer velden dan er kolommen zijn. Zet een veld met een scheidingsteken tussen aanhalingstekens.';

/** Turns fields into values, or names the first fault in the order of the columns. */
export class RowReader {
  private readonly readers: readonly { index: number; column: Column; at: number; values: ValueReader; otherwise: string | null }[];
  private readonly places: ReadonlyMap<string, number>;
  private readonly blank: readonly null[];
  private cells: (string | null)[] = [];

  constructor(
    private readonly kind: Kind,
    private readonly table: Pick<Table<Column>, 'columns' | 'headers'>,
    day: string,
    defaults: Values,
  ) {
    this.readers = kind.columns.map((column, index) => ({
      index, column, at: table.columns.indexOf(column), values: new ValueReader(column, day), otherwise: defaults[column.field] ?? null,
    }));
    this.places = new Map(fieldsOf(kind).map(([field], index) => [field, index]));
    this.blank = [...this.places.values()].map(() => null);
  }

  read(row: Row): ReadRow {
    this.cells = this.blank.slice();
    const fault = this.readCells(row, this.faultOfForm(row));
    if (!fault) this.kind.derive?.(this.told, this.write);
    return { line: row.line, cells: this.cells, fault };
  }

  private readCells({ fields }: Row, formFault: ReadRow['fault']): ReadRow['fault'] {
    let fault = formFault;
    for (const { index, column, at, values, otherwise } of this.readers) {
      const raw = fields[at] ?? '';
      const value = values.read(raw) ?? otherwise;
      if (value instanceof Fault) fault ??= { column: column.name, value: raw, message: value.message };
      else if (value === null && column.filled) fault ??= { column: column.name, value: raw, message: `Vul ${column.name} in.` };
      else this.cells[index] = value;
    }
    return fault;
  }

  private readonly told = (field: string): string => this.cells[this.places.get(field) ?? -1] ?? '';

  private readonly write = (field: string, value: string | null): void => {
    this.cells[this.places.get(field) ?? -1] = value;
  };

  private faultOfForm({ fields, brokenAt }: Row): ReadRow['fault'] {
    if (brokenAt !== undefined) return { column: this.nameAt(brokenAt), value: fields[brokenAt] ?? '', message: BROKEN_QUOTE };
    const width = this.table.headers.length;
    const extra = fields.length > width ? fields.slice(width).find((field) => field.trim() !== '') : undefined;
    return extra === undefined ? undefined : { column: this.nameAt(width - 1), value: extra, message: TOO_WIDE };
  }

  private nameAt(at: number): string {
    const last = Math.min(at, this.table.headers.length - 1);
    return this.table.columns[last]?.name ?? this.table.headers[last] ?? '';
  }
}
