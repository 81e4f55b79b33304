import { type Tx, WORKER } from '#platform';

const DAYS_KEPT = 7;
const RESTS = `state not in ('uploaded', 'wanted', 'importing', 'undo-wanted')`;

/** Contents, remarks and how rows were are personal data: gone when nobody can do anything with them any more. */
export async function forgetOldDeliveries(tx: Tx, now: Date): Promise<void> {
  const before = new Date(now.getTime() - DAYS_KEPT * 86_400_000);
  const old = `(select id from app.delivery where ${RESTS} and (state = 'discarded' or brought_at < $1))`;
  await tx.run(WORKER, async (sql) => {
    for (const table of ['delivery_part', 'delivery_remark', 'delivery_change']) await sql(`delete from app.${table} where delivery_id in ${old}`, [before]);
    await sql(`update app.delivery set report = report - 'firstRows' - 'missingNames' where id in ${old} and report ? 'firstRows'`, [before]);
    await sql("update app.delivery set state = 'discarded' where state in ('checked', 'refused') and brought_at < $1", [before]);
  });
}
