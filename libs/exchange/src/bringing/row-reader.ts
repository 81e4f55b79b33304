import type { Column, Kind, Values } from '../kinds/kind.ts';
import { MAX_COLUMNS } from '../reading/limits.ts';
import type { Row } from '../reading/row-splitter.ts';
import type { Table } from '../reading/table.ts';
import { clean } from '../values/clean.ts';
import { Fault } from '../values/fault.ts';

export interface ReadRow {
  readonly line: number;
  readonly values: Values;
  readonly fault?: { readonly column: string; readonly value: string; readonly message: string };
}

const BROKEN_QUOTE = 'Het aanhalingsteken (") in deze regel eindigt niet goed. Zet het er twee keer of haal het weg.';

/** Turns fields into values, or names the first fault in the order of the columns. */
export class RowReader {
  private readonly places: readonly { column: Column; at: number }[];
  private readonly seen = new Map<Column, Map<string, ReturnType<Column['read']>>>();

  constructor(
    private readonly kind: Kind,
    private readonly table: Pick<Table<Column>, 'columns' | 'headers'>,
    private readonly day: string,
    private readonly defaults: Values,
  ) {
    this.places = kind.columns.map((column) => ({ column, at: table.columns.indexOf(column) }));
  }

  read(row: Row): ReadRow {
    const values: Values = {};
    let fault = this.faultOfForm(row);
    for (const { column, at } of this.places) {
      const raw = row.fields[at] ?? '';
      const value = this.value(column, raw) ?? this.defaults[column.field] ?? null;
      const message = value instanceof Fault ? value.message : value === null && column.filled ? `Vul ${column.name} in.` : null;
      if (message !== null) fault ??= { column: column.name, value: raw, message };
      values[column.field] = value instanceof Fault ? null : value;
    }
    if (fault) return { line: row.line, values, fault };
    this.kind.derive?.(values);
    return { line: row.line, values };
  }

  private value(column: Column, raw: string): ReturnType<Column['read']> {
    if (raw === '') return null;
    let known = this.seen.get(column);
    if (!known) this.seen.set(column, (known = new Map()));
    const before = known.get(raw);
    if (before !== undefined) return before;
    const text = clean(raw);
    const value = text === '' ? null : column.read(text, this.day);
    if (known.size < MAX_COLUMNS) known.set(raw, value);
    return value;
  }

  private faultOfForm({ fields, brokenAt }: Row): ReadRow['fault'] {
    if (brokenAt !== undefined) return { column: this.nameAt(brokenAt), value: fields[brokenAt] ?? '', message: BROKEN_QUOTE };
    const width = this.table.headers.length;
    const extra = fields.length > width ? fields.slice(width).find((field) => field.trim() !== '') : undefined;
    if (extra === undefined) return undefined;
    return { column: this.nameAt(width - 1), value: extra, message: 'Deze rij heeft meer velden dan er kolommen zijn. Zet een veld met een scheidingsteken tussen aanhalingstekens.' };
  }

  private nameAt(at: number): string {
    const last = Math.min(at, this.table.headers.length - 1);
    return this.table.columns[last]?.name ?? this.table.headers[last] ?? '';
  }
}
