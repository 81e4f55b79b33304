/**
 * Checks of who is in view that are due, for who works at the desk that looks (rules 8): each told once, on the first day that is not
 * quiet; who is away, said no, or lost the role does not hear it.
 */
export const viewChecks = `
create or replace function app.fresh_checks(day date) returns table (account_id uuid, email text, organisation_id uuid, region text) language sql stable as $$
  select distinct p.account_id, p.email, p.organisation_id, p.region
  from app.takes_reminders(fresh_checks.day, null, true) p join app.in_view v on v.desk_id = p.organisation_id and v.closed_on is null
  cross join lateral (select least(v.next_check_on, v.call_on) as due_on) d
  where p.role in ('attendance-officer', 'doorstroompunt-officer') and d.due_on <= fresh_checks.day
    and app.mail_wanted(p.member_id, 'view-checks', fresh_checks.day) and not exists (
      select from app.mail m where m.account_id = p.account_id and m.template = 'digest' and m.page ? 'checks' and m.state in ('queued', 'sent') and m.day >= d.due_on)
$$;

create or replace function app.digest_checks(of_mail uuid, day date) returns table (leaver_id uuid, municipality text) language sql stable as $$
  select distinct v.leaver_id, l.municipality
  from app.mail m join app.reachable_on(digest_checks.day) p on p.account_id = m.account_id and p.role in ('attendance-officer', 'doorstroompunt-officer')
  join app.in_view v on v.desk_id = p.organisation_id and v.closed_on is null and least(v.next_check_on, v.call_on) <= digest_checks.day
  join app.leaver l on l.id = v.leaver_id and l.destination is distinct from 'deceased'
  where m.id = of_mail and m.page ? 'checks'
$$;`;
