import { mayBring } from '#policy';
import type { Actor, Sql } from '#platform';
import { fold } from '#transfers';

export interface NewDelivery {
  readonly kind: string;
  /** Whose file it is; a region chooses one of its organisations, its own for files that tell it in their columns. */
  readonly organisationId: string;
  readonly fileName: string;
  readonly year: string | null;
  readonly size: number;
  /** From a disk, not from a browser: the transaction does not wait for somebody's line. */
  readonly content: Iterable<Buffer> | AsyncIterable<Buffer>;
}

const PART = 1024 * 1024;

/** Keeps an uploaded file for the worker to check; null when this actor may not bring this kind, or not for this organisation. */
export async function bringDelivery(sql: Sql, actor: Actor, { kind, organisationId, fileName, year, size, content }: NewDelivery): Promise<string | null> {
  const own = actor.kind === 'region' || organisationId === actor.organisationId;
  if (!mayBring(actor.kind, kind) || !own) return null;
  const [delivery] = await sql<{ id: string }>(
    `insert into app.delivery (id, kind, organisation_id, region, brought_by, file_name, size, year)
    select gen_random_uuid(), $1, o.id, $3, $4, $5, $6, $7 from app.organisation o
    where o.id = $2 and ($3::text is null or o.region = $3) returning id`,
    [kind, organisationId, actor.kind === 'region' ? actor.region : null, actor.memberId, fileName, size, year],
  );
  if (!delivery) return null;
  await keepParts(sql, delivery.id, content);
  return delivery.id;
}

async function keepParts(sql: Sql, id: string, content: NewDelivery['content']): Promise<void> {
  let part = 0;
  const keep = (bytes: Buffer): Promise<unknown> => sql('insert into app.delivery_part (delivery_id, part, bytes) values ($1, $2, $3)', [id, part++, bytes]);
  let kept = Buffer.alloc(0);
  for await (const chunk of content) {
    kept = Buffer.concat([kept, chunk]);
    if (kept.length < PART) continue;
    await keep(kept);
    kept = Buffer.alloc(0);
  }
  if (kept.length) await keep(kept);
}

/** Asks for the import of a file that was checked; false when that cannot be asked now. */
export async function wantImport(sql: Sql, id: string, allOrNothing: boolean): Promise<boolean> {
  const rows = await sql("update app.delivery set state = 'wanted', all_or_nothing = $2 where id = $1 and state = 'checked' returning id", [id, allOrNothing]);
  return rows.length > 0;
}

/** Asks to undo an import, whose term has not passed at this moment; false when that cannot be asked now. */
export async function wantUndo(sql: Sql, id: string, since: Date): Promise<boolean> {
  const rows = await sql("update app.delivery set state = 'undo-wanted' where id = $1 and state = 'done' and ended_at >= $2 returning id", [id, since]);
  return rows.length > 0;
}

/** Gives up a file that was not imported; false when it is past that. */
export async function discard(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql("update app.delivery set state = 'discarded' where id = $1 and state in ('checked', 'refused') returning id", [id]);
  return rows.length > 0;
}

/** Remembers for this organisation and kind what these headers are (null: nothing of ours), and has the file checked again; false when it is past that. */
export async function correctColumns(sql: Sql, id: string, chosen: Readonly<Record<string, string | null>>): Promise<boolean> {
  const byHeader = new Map(Object.entries(chosen).map(([header, name]) => [fold(header), name]));
  await sql(
    `insert into app.column_mapping (organisation_id, kind, header, column_name)
    select d.organisation_id, d.kind, c.header, c.name from app.delivery d cross join unnest($2::text[], $3::text[]) as c (header, name) where d.id = $1
    on conflict (organisation_id, kind, header) do update set column_name = excluded.column_name`,
    [id, [...byHeader.keys()], [...byHeader.values()]],
  );
  const rows = await sql("update app.delivery set state = 'uploaded' where id = $1 and state in ('checked', 'refused') returning id", [id]);
  return rows.length > 0;
}
