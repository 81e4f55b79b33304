import type { Sql } from '#platform';

/**
 * Whom an mbo names as the mentor of who leaves it is a study coach there (rules 3): that person gets the mentor's role at the mbo
 * too, for those students only, and chooses at the top of the page in which role to work. Repeating it changes nothing.
 */
export async function letStudyCoachesSend(sql: Sql): Promise<void> {
  await sql(`insert into app.membership (account_id, organisation_id, role, accepted_at, invited_by, invited_at, invitation_ends_at)
    select c.account_id, c.organisation_id, 'mentor', c.accepted_at, c.invited_by, c.invited_at, c.invitation_ends_at
    from app.membership c join app.organisation o on o.id = c.organisation_id and o.kind = 'mbo' join app.account a on a.id = c.account_id
    where c.role = 'study-coach' and c.ended_on is null and exists (
      select from app.leaver l where l.school_id = c.organisation_id and lower(l.mentor_email) = lower(a.email))
    on conflict do nothing`);
}

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
