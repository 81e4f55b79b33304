import type { Sql } from '#platform';

/** With a study coach whom an undone file had made goes the role that followed from it. */
export async function forgetSenders(sql: Sql, deliveryId: string): Promise<void> {
  await sql(
    `delete from app.membership m using app.membership c, app.delivery_change d
    where d.delivery_id = $1 and d.table_name = 'membership' and d.before is null and c.id = d.row_id and c.role = 'study-coach'
      and (m.account_id, m.organisation_id, m.role) = (c.account_id, c.organisation_id, 'mentor') and not exists (
        select from app.delivery_change own where own.table_name = 'membership' and own.row_id = m.id)`,
    [deliveryId],
  );
}
