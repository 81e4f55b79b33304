import { Readable } from 'node:stream';
import { type Sql, type Tx, WORKER } from '#platform';
import type { Mapping } from '../reading/columns.ts';
import type { Source } from '../reading/source.ts';

export interface Delivery {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly code: string;
  readonly region: string | null;
  readonly memberId: string;
  readonly fileName: string;
  readonly year: string | null;
  readonly allOrNothing: boolean;
  readonly endedAt: Date | null;
}

const COLUMNS = `d.id, d.kind, d.state, o.code, d.region, d.brought_by as "memberId", d.file_name as "fileName", d.year,
  d.all_or_nothing as "allOrNothing", d.ended_at as "endedAt"`;

export async function deliveryOf(sql: Sql, id: string): Promise<Delivery | undefined> {
  const [row] = await sql<Delivery & Record<string, unknown>>(`select ${COLUMNS} from app.delivery d join app.organisation o on o.id = d.organisation_id where d.id = $1`, [id]);
  return row;
}

/** The oldest file that waits for the worker, one that a killed worker left half-way included. */
export async function nextDelivery(sql: Sql): Promise<Delivery | undefined> {
  const [row] = await sql<Delivery & Record<string, unknown>>(`select ${COLUMNS} from app.delivery d join app.organisation o on o.id = d.organisation_id
    where d.state in ('uploaded', 'wanted', 'importing', 'undo-wanted') order by d.brought_at limit 1`);
  return row;
}

export async function mappingOf(sql: Sql, id: string): Promise<Mapping> {
  const rows = await sql<{ header: string; column_name: string | null }>(
    `select m.header, m.column_name from app.column_mapping m join app.delivery d on (d.organisation_id, d.kind) = (m.organisation_id, m.kind)
    where d.id = $1`,
    [id],
  );
  return new Map(rows.map(({ header, column_name: name }) => [header, name]));
}

/** The bytes as they were brought, a part at a time over a connection of its own. */
export const contentOf = (tx: Tx, { id, fileName }: Delivery): Source => ({
  name: fileName,
  open: () => Readable.from(partsOf(tx, id)),
});

async function* partsOf(tx: Tx, id: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const [row] = await tx.run(WORKER, (sql) => sql<{ bytes: Buffer }>('select bytes from app.delivery_part where delivery_id = $1 and part = $2', [id, part]));
    if (!row) return;
    yield row.bytes;
  }
}
