/**
 * Checks of who is in view that are due, for who works at the desk that looks (rules 8): each told once, on the first day that is not
 * quiet, and again when another desk looks or the day moves; who is away, said no, or lost the role does not hear it.
 */
export const viewChecks = `
drop function if exists app.fresh_checks(date);
create or replace function app.fresh_checks(day date) returns table (view_id uuid, account_id uuid, email text, organisation_id uuid, region text) language sql stable as $$
  select v.id, p.account_id, p.email, p.organisation_id, p.region
  from app.takes_reminders(fresh_checks.day, null, true) p join app.in_view v on v.desk_id = p.organisation_id and v.closed_on is null
  cross join lateral (select least(v.next_check_on, v.call_on) as due_on) d
  where p.role in ('attendance-officer', 'doorstroompunt-officer') and d.due_on <= fresh_checks.day
    and app.mail_wanted(p.member_id, 'view-checks', fresh_checks.day) and not exists (
      select from app.mail m where m.id = any(v.told_in) and m.account_id = p.account_id and m.state in ('queued', 'sent'))
$$;

create or replace function app.untell_check() returns trigger language plpgsql as $$ begin new.told_in := '{}'; return new; end $$;
select app.give_to_worker('app.untell_check()');
create or replace trigger untell_check before update of desk_id, next_check_on, call_on on app.in_view for each row
  when (old.desk_id is distinct from new.desk_id or least(old.next_check_on, old.call_on) <> least(new.next_check_on, new.call_on)) execute function app.untell_check();

create or replace function app.digest_checks(of_mail uuid, day date) returns table (leaver_id uuid, municipality text) language sql stable as $$
  select distinct v.leaver_id, l.municipality
  from app.mail m join app.reachable_on(digest_checks.day) p on p.account_id = m.account_id and p.role in ('attendance-officer', 'doorstroompunt-officer')
  join app.in_view v on v.desk_id = p.organisation_id and v.closed_on is null and least(v.next_check_on, v.call_on) <= digest_checks.day
  join app.leaver l on l.id = v.leaver_id and l.destination is distinct from 'deceased'
  where m.id = of_mail and m.page ? 'checks'
$$;`;
