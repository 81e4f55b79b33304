/** Whose program this is and what it may do, looked up anew at every call; when it called is noted once a minute. */
export const tokens = `
create or replace function app.token_of(token_hash bytea, day date)
returns table (member_id uuid, account_id uuid, role text, person text, organisation_id uuid, organisation text, organisation_kind text,
  region text, leaver_id uuid, administers boolean, stands_in_for uuid[], idle_seconds int, unseen_seconds int, pending boolean, token_id uuid, scopes text[])
language sql as $$
  with live as (
    select t.id, t.scopes, t.last_used_at, m as member, a as account, o as organisation
    from app.api_token t join app.membership m on m.id = t.member_id
    join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
    where t.hash = token_hash and t.revoked_at is null and t.ends_at > clock_timestamp() and a.frozen_at is null
      and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day)),
  used as (
    update app.api_token t set last_used_at = clock_timestamp() from live
    where t.id = live.id and (t.last_used_at is null or t.last_used_at < clock_timestamp() - interval '1 minute'))
  select (member).id, (account).id, (member).role, app.full_name((account).given_name, (account).name_prefix, (account).family_name),
    (organisation).id, (organisation).name, (organisation).kind, (organisation).region, null::uuid, (member).administers,
    array(select i.mentor_id from app.stand_in i where i.by_id = (member).id and i.kind <> 'for-good' and day between i.from_on and i.until_on),
    0, 0, false, live.id, live.scopes
  from live
$$;`;

export const tokenFunctions = ['token_of(bytea, date)'];
