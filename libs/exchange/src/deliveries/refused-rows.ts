import { csvLine, type Actor, type Sql, type Tx } from '#platform';
import { kindOf } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Row } from '../reading/row-splitter.ts';
import { openTable } from '../reading/table.ts';
import { contentOf, deliveryOf } from './delivery.ts';

/**
 * The rows that were refused, as they were brought, with the reason in a last column: to be mended and brought again. Nothing
 * when this actor may not see the delivery.
 */
export async function* refusedRows(tx: Tx, actor: Actor, id: string): AsyncGenerator<string> {
  const delivery = await tx.run(actor, (sql) => deliveryOf(sql, id));
  const kind = delivery && kindOf(delivery.kind);
  if (!kind) return;
  const reasons = await tx.run(actor, (sql) => reasonsOf(sql, id));
  const table = await openTable(contentOf(tx, delivery, actor), kind.columns, new Map(), { allowDoubles: true });
  yield `\ufeff${csvLine([...table.headers, reasonHeader(kind)])}`;
  for await (const rows of table.rows) {
    const text = rows.map((row) => refusedLine(row, table.headers.length, reasons)).join('');
    if (text) yield text;
  }
}

/** A file of statuses has reasons of its own, and is brought again with this column in it. */
const reasonHeader = ({ columns }: Kind): string => (columns.some(({ name }) => name === 'reden') ? 'reden van weigering' : 'reden');

function refusedLine({ line, fields }: Row, width: number, reasons: ReadonlyMap<number, string>): string {
  const reason = reasons.get(line);
  if (reason === undefined) return '';
  return csvLine([...Array.from({ length: Math.max(width, fields.length) }, (_, index) => fields[index] ?? ''), reason]);
}

async function reasonsOf(sql: Sql, id: string): Promise<Map<number, string>> {
  const rows = await sql<{ line: number; column_name: string; message: string }>(
    'select line, column_name, message from app.delivery_remark where delivery_id = $1 and refused order by line',
    [id],
  );
  return new Map(rows.map(({ line, column_name: column, message }) => [line, `${column}: ${message}`]));
}
