import { Readable } from 'node:stream';
import { type Actor, type Sql, type Tx, WORKER } from '#platform';
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
  /** How often work on it began before and did not end. */
  readonly attempts: number;
  /** Brought by a region for itself: its columns say whose each row is. */
  readonly isRegional: boolean;
  readonly endedAt: Date | null;
}

const COLUMNS = `d.id, d.kind, d.state, o.code, d.region, d.brought_by as "memberId", d.file_name as "fileName", d.year,
  d.all_or_nothing as "allOrNothing", d.ended_at as "endedAt", d.attempts,
  d.region is not null and m.organisation_id = d.organisation_id as "isRegional"`;
const FROM = 'from app.delivery d join app.organisation o on o.id = d.organisation_id left join app.membership m on m.id = d.brought_by';

export async function deliveryOf(sql: Sql, id: string): Promise<Delivery | undefined> {
  const [row] = await sql<Delivery & Record<string, unknown>>(`select ${COLUMNS} ${FROM} where d.id = $1`, [id]);
  return row;
}

/** The oldest file that waits for the worker, one that a killed worker left half-way included. */
export async function nextDelivery(sql: Sql): Promise<Delivery | undefined> {
  const [row] = await sql<Delivery & Record<string, unknown>>(`select ${COLUMNS} ${FROM}
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
export const contentOf = (tx: Tx, { id, fileName }: Pick<Delivery, 'id' | 'fileName'>, actor: Actor = WORKER): Source => ({
  name: fileName,
  open: () => Readable.from(partsOf(tx, actor, id)),
});

async function* partsOf(tx: Tx, actor: Actor, id: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const [row] = await tx.run(actor, (sql) => sql<{ bytes: Buffer }>('select bytes from app.delivery_part where delivery_id = $1 and part = $2', [id, part]));
    if (!row) return;
    yield row.bytes;
  }
}
