import type { Sql } from '#platform';

/** What moves by itself, or by others, without anybody going on from a file: not compared, not put back. */
export const LIVING: Readonly<Record<string, readonly string[]>> = {
  organisation: [],
  account: ['mail_bounced_on', 'last_used_at', 'frozen_at'],
  membership: [],
  programme: [],
  leaver: ['mentor_id', 'region'],
  presence: [],
  application: ['leaver_id', 'tie', 'tied_by', 'status', 'status_on', 'last_event_on', 'region'],
};

const list = (names: readonly string[]): string => `'{${names.join()}}'::text[]`;

/** A row of a table as it is compared: without what lives. */
export const image = (table: string, alias: string): string => `to_jsonb(${alias}) - ${list(LIVING[table] ?? [])}`;

/** Keeps what the delivery left behind, to see later whether somebody changed it since. */
export async function rememberAfter(sql: Sql, deliveryId: string): Promise<void> {
  for (const table of Object.keys(LIVING)) {
    await sql(
      `update app.delivery_change c set after = ${image(table, 't')} from app.${table} t
      where c.delivery_id = $1 and c.table_name = $2 and t.id = c.row_id`,
      [deliveryId, table],
    );
  }
}
