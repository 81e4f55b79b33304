import { intervalOf } from '#policy';

const OF_ACCOUNT = ['identity', 'passkey', 'code_app', 'recovery_code', 'known_device', 'factor_change', 'invitation', 'code_try', 'session', 'sign_in_link', 'mailed_code', 'new_address', 'parked_form'];
const OF_MEMBER = { contact_entry: 'member_id', mail_setting: 'member_id', api_token: 'member_id', search: 'member_id', summer_team: 'member_id', handed_code: 'membership_id' };

/**
 * Mentors whose address a school still gives for somebody, and who took over from them for good: a next file finds the mentor of a class through
 * that address and those rows.
 */
const pointing = `
create or replace function app.pointing_members() returns table (member_id uuid) language sql stable as $$
  with recursive named as (
    select m.id from app.membership m join app.account a on a.id = m.account_id
    join (select distinct school_id, lower(mentor_email) as email from app.leaver where anonymous_on is null and mentor_email is not null) l
      on l.school_id = m.organisation_id and l.email = lower(a.email) where m.role = 'mentor'
    union select i.by_id from named n join app.stand_in i on i.mentor_id = n.id and i.kind = 'for-good')
  select id from named
$$;`;

/** Staff without a role since a year, or who never took the one they were offered. What they did stays, done by a former colleague. */
const accounts = `
create or replace function app.accounts_past(on_day date) returns table (account_id uuid) language sql stable as $$
  select a.id from app.account a where a.forgotten_on is null and exists (select from app.membership m where m.account_id = a.id)
    and not exists (select from app.membership m where m.account_id = a.id and (m.leaver_id is not null
      or coalesce((coalesce(m.ended_on, case when m.accepted_at is null then m.invitation_ends_at::date end) + interval '${intervalOf('account')}')::date > on_day, true)))
    and not exists (select from app.membership m join app.pointing_members() p on p.member_id = m.id where m.account_id = a.id)
$$;

create or replace function app.forget_accounts(on_day date, most int) returns int language plpgsql as $$
declare
  due uuid[] := array(select a.id from app.account a where a.id in (select account_id from app.accounts_past(on_day)) limit most for update skip locked);
  members uuid[] := array(select m.id from app.membership m where m.account_id = any(due));
begin
  ${OF_ACCOUNT.map((table) => `delete from app.${table} where account_id = any(due);`).join('\n  ')}
  ${Object.entries(OF_MEMBER).map(([table, column]) => `delete from app.${table} where ${column} = any(members);`).join('\n  ')}
  delete from app.stand_in where mentor_id = any(members) or by_id = any(members);
  update app.mail set to_address = '', page = '{}', last_error = null, server_said = null, state = case state when 'queued' then 'dropped' else state end where account_id = any(due);
  update app.membership set ended_on = on_day where id = any(members) and ended_on is null;
  update app.account set email = null, given_name = 'Oud-medewerker', name_prefix = '', family_name = '', phone = null, private_email = null, mail_bounced_on = null,
    last_used_at = null, forgotten_on = on_day where id = any(due);
  return cardinality(due);
end $$;`;

export const forgettingAccounts = [pointing, accounts].join('\n');
