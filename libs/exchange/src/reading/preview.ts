import type { Mapping, NamedColumn } from './columns.ts';
import { RefusedFile } from './refused-file.ts';
import type { Source } from './source.ts';
import { openTable } from './table.ts';

export interface Preview {
  /** Each header with the column it is taken for, null when it is not used. */
  readonly columns: readonly { readonly header: string; readonly column: string | null }[];
  readonly firstRows: readonly (readonly string[])[];
}

const SHOWN = 5;

/** What a person sees of a file before it goes in, also when a column is missing; nothing when it is no table. */
export async function preview<Column extends NamedColumn>(source: Source, wanted: readonly Column[], mapping: Mapping): Promise<Preview> {
  try {
    const lenient = wanted.map((column) => ({ ...column, needed: false }));
    const table = await openTable(source, lenient, mapping, { allowDoubles: true });
    const firstRows: (readonly string[])[] = [];
    for await (const rows of table.rows) {
      firstRows.push(...rows.slice(0, SHOWN - firstRows.length).map(({ fields }) => fields));
      if (firstRows.length >= SHOWN) break;
    }
    return { columns: table.headers.map((header, index) => ({ header, column: table.columns[index]?.name ?? null })), firstRows };
  } catch (error) {
    if (error instanceof RefusedFile) return { columns: [], firstRows: [] };
    throw error;
  }
}
