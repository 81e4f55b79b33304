import type { Bringing } from './bringing.ts';

/** Statuses that came before their application: now that it is there they are reported, in the order in which they arrived. */
export async function joinWaitingStatuses({ sql, owner, memberId }: Bringing): Promise<void> {
  await sql(
    `with joined as (
      delete from app.waiting_status w using app.application a
      where w.college_id = $1 and a.college_id = w.college_id and a.number = w.number
      returning a.id, w.status, w.as_of, w.note, w.arrival, w.delivery_id),
    touched as (insert into touched_application select distinct id from joined)
    insert into app.event (application_id, kind, became, as_of, source, organisation_id, member_id, delivery_id, note)
    select id, 'status-reported', status, as_of, 'file', $1, $2, delivery_id, note from joined order by arrival`,
    [owner?.id, memberId],
  );
}
