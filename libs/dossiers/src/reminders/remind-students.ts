import { dayShort, WORKER, type Clock, type MailHandler, type Tx } from '#platform';
import { COUNTED_PARTS, PASSPORT_PARTS, paths, studentReminders } from '#policy';

/** Once a day each student who is due, from the morning on; answers how many mails were queued. Safe beside others and as often as one likes. */
export async function remindStudents(tx: Tx, clock: Pick<Clock, 'today' | 'time'>): Promise<number> {
  if (clock.time() < studentReminders.from) return 0;
  return tx.run(WORKER, async (sql) => {
    await sql('select pg_advisory_xact_lock(hashtext($1))', ['remind students']);
    const [row] = await sql<{ told: number }>('select app.remind_students($1) as told', [clock.today()]);
    return row?.told ?? 0;
  });
}

/** Looked up just before it goes: who went on, applied or started meanwhile gets nothing. */
export const reminderPage =
  (today: () => string, publicUrl: URL, still: 'waits' | 'apply'): MailHandler =>
  async (sql, { id }) => {
    const [row] = await sql<{ school: string; done: number; isDue: boolean; before: string }>(STILL, [id, today(), still, PASSPORT_PARTS, COUNTED_PARTS]);
    if (!row?.isDue) return 'dropped';
    // Without its year: it is at most three weeks ahead.
    const path = still === 'waits' ? paths.passport : paths.ownTransfer;
    return { onBehalfOf: row.school, done: row.done, ...(still === 'apply' && { before: dayShort(row.before, row.before) }), total: COUNTED_PARTS.length, link: new URL(path, publicUrl).href, settings: new URL(paths.mailSettings, publicUrl).href, address: publicUrl.host };
  };

const STILL = `select o.name as school, n.shown as done, r.apply_before::text as before, case $3 when 'waits' then r.since <= x.day and n.own < cardinality($4::text[]) else r.no_application and $2::date < r.apply_before end as "isDue"
  from app.mail x join app.students_to_remind($2) r on r.account_id = x.account_id join app.leaver l on l.id = r.leaver_id join app.organisation o on o.id = l.school_id
  cross join lateral (select count(*) filter (where t.done and t.section = any($4))::int as own, count(*) filter (where app.part_is_done(t) and t.section = any($5))::int as shown
    from app.section_text t where t.leaver_id = l.id) n
  where x.id = $1 and x.organisation_id = l.school_id limit 1`;
