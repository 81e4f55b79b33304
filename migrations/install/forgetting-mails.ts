import { intervalOf } from '#policy';

/** At most so many at a time; what a mail said first, and later that there was one. Never what is about an open signal or case. */
export const forgettingMails = `
create or replace function app.empty_mails(on_day date, most int) returns int language sql as $$
  with old as (select id from app.mail where state <> 'queued' and page <> '{}' and (day + interval '${intervalOf('mail-text')}')::date <= on_day limit most for update skip locked),
  emptied as (update app.mail m set page = '{}' from old where old.id = m.id returning 1)
  select count(*)::int from emptied
$$;

create or replace function app.drop_mails(on_day date, most int) returns int language sql as $$
  with old as (
    select m.id from app.mail m where m.state <> 'queued' and (m.day + interval '${intervalOf('mail')}')::date <= on_day
      and not exists (select from app.mail r where r.replaces = m.id)
      and not exists (select from app.signal s left join app.desk_case c on c.signal_id = s.id and c.closed_on is null
        where s.id = any(m.about) and (s.closed_on is null or c.id is not null))
    limit most for update of m skip locked),
  gone as (delete from app.mail m using old where old.id = m.id returning 1)
  select count(*)::int from gone
$$;

/**
 * To people without an account: a parent, a guest at a talk. What still waited is not sent any more. Mail that may be about somebody else, of whom
 * the same address is still known, stays as it is.
 */
create or replace function app.forget_addresses(due uuid[]) returns void language sql as $$
  with named as materialized (
    select leaver_id, lower(email) as email from app.guardian union select leaver_id, lower(email) from app.joint_intake_guest
    union select id, lower(email) from app.leaver where email is not null union select id, lower(guardian_email) from app.leaver where guardian_email is not null),
  theirs as (
    select id::text from app.joint_intake_guest where leaver_id = any(due)
    union select r.id::text from app.guardian_request r where r.leaver_id = any(due)),
  whose as (select email, bool_and(leaver_id = any(due)) as alone from named group by 1 having bool_or(leaver_id = any(due)) and email <> '')
  update app.mail m set to_address = '', page = '{}', last_error = null, server_said = null, state = case m.state when 'queued' then 'dropped' else m.state end
  from whose w where m.account_id is null and lower(m.to_address) = w.email
    and (w.alone or m.page ->> 'guest' in (select id from theirs) or m.page ->> 'request' in (select id from theirs))
$$;`;
