/** Who may invite whom: an administrator of the organisation; the region whoever is to look after one of its organisations. */
const MAY = `
create or replace function app.may_invite(organisation uuid, to_administer boolean) returns boolean language sql stable as $$
  select app.i_administer(organisation) or to_administer and exists (
    select from app.membership me join app.organisation mine on mine.id = me.organisation_id
    join app.organisation theirs on theirs.id = may_invite.organisation and theirs.region = mine.region
    where me.id = app.my_member() and me.role = 'region-administrator' and me.accepted_at is not null)
$$;`;

/** Letters to accounts with an invitation that nobody used yet: an earlier link of theirs is dead from now on. */
const SENDING = `
create or replace function app.send_letters(organisation uuid, letters jsonb, until timestamptz, day date) returns int language plpgsql as $$
#variable_conflict use_column
declare sent int;
begin
  with letter as (select * from jsonb_to_recordset(letters) as l (account uuid, hash text, link text)),
  renewed as (
    update app.membership m set invited_by = app.my_member(), invited_at = clock_timestamp(), invitation_ends_at = send_letters.until
    from letter l where m.account_id = l.account and m.organisation_id = send_letters.organisation and m.leaver_id is null
      and m.accepted_at is null and (m.ended_on is null or m.ended_on > send_letters.day) returning m.id, m.account_id),
  old as (
    delete from app.invitation i using renewed r
    where i.account_id = r.account_id and i.organisation_id = send_letters.organisation and i.used_at is null),
  told as (
    insert into app.people_event (organisation_id, member_id, kind, by_id, day)
    select send_letters.organisation, id, 'invited', app.my_member(), send_letters.day from renewed),
  chosen as (select l.* from letter l where l.account in (select account_id from renewed)),
  kept as (
    insert into app.invitation (id, account_id, organisation_id, sent_by, ends_at)
    select decode(hash, 'hex'), account, send_letters.organisation, app.my_member(), send_letters.until from chosen)
  insert into app.mail (account_id, to_address, template, day, page, expires_at)
  select a.id, a.email, 'invitation', send_letters.day, jsonb_build_object('link', c.link, 'hash', c.hash), send_letters.until
  from chosen c join app.account a on a.id = c.account;
  get diagnostics sent = row_count;
  return sent;
end $$;
create or replace function app.send_invitations(organisation uuid, letters jsonb, until timestamptz, day date) returns int language plpgsql as $$
begin
  if not app.i_administer(organisation) then return 0; end if;
  return app.send_letters(organisation, letters, until, day);
end $$;`;

/**
 * Notes somebody in these roles and sends a letter. Who works here already has a new role at once, without a letter; who left
 * begins anew. A name is only taken over for who has none.
 */
const INVITING = `
create or replace function app.invite(wanted jsonb, until timestamptz, day date) returns text language plpgsql as $$
#variable_conflict use_column
declare
  who uuid;
  works_here boolean;
  w record;
begin
  select * into w from jsonb_to_record(wanted) as x (organisation uuid, email text, given_name text, name_prefix text, family_name text,
    roles text[], administers boolean, hash text, link text);
  if not app.may_invite(w.organisation, w.administers) then return 'gone'; end if;
  insert into app.account (email) values (lower(w.email)) on conflict do nothing;
  select a.id into who from app.account a where lower(a.email) = lower(w.email);
  update app.account a set (given_name, name_prefix, family_name) = (select w.given_name, w.name_prefix, w.family_name)
  where a.id = who and a.given_name = '' and a.family_name = '';
  works_here := exists (select from app.membership m where m.account_id = who and m.organisation_id = w.organisation
    and m.accepted_at is not null and m.leaver_id is null and (m.ended_on is null or m.ended_on > invite.day));
  with given as (
    insert into app.membership as m (account_id, organisation_id, role, administers, accepted_at)
    select who, w.organisation, role, w.administers, case when works_here then clock_timestamp() end from unnest(w.roles) role
    on conflict (account_id, organisation_id, role, leaver_id) do update set administers = m.administers or excluded.administers,
      ended_on = case when m.ended_on > invite.day then m.ended_on end,
      accepted_at = case when m.ended_on <= invite.day then excluded.accepted_at else coalesce(m.accepted_at, excluded.accepted_at) end
    where m.ended_on <= invite.day or m.accepted_at is null or excluded.administers and not m.administers
    returning m.id, m.organisation_id)
  insert into app.people_event (organisation_id, member_id, kind, by_id, day)
  select organisation_id, id, 'role-given', app.my_member(), invite.day from given;
  if not found then return 'already'; end if;
  if w.roles && array['mentor', 'study-coach'] then perform app.tie_arrived(w.organisation, invite.day); end if;
  perform app.send_letters(w.organisation, jsonb_build_array(jsonb_build_object('account', who, 'hash', w.hash, 'link', w.link)), until, invite.day);
  return case when works_here then 'given' else 'sent' end;
end $$;`;

/** What the page behind a link says, and using it: once, in time, and not after it was taken back. */
const USING = `
create or replace function app.invitation_of(link_hash bytea, day date)
returns table (state text, person text, organisation text, inviter text, roles text[], ask text[]) language sql stable as $$
  select case when i.used_at is not null then 'used' when open.roles = '{}' then 'withdrawn' when i.ends_at <= clock_timestamp() then 'expired' else 'open' end,
    app.full_name(a.given_name, a.name_prefix, a.family_name), o.name, app.full_name(b.given_name, b.name_prefix, b.family_name), open.roles,
    array(select distinct app.full_name(x.given_name, x.name_prefix, x.family_name)
      from app.administrators_of(i.organisation_id, day) m join app.account x on x.id = m.account_id where x.id <> a.id order by 1 limit 3)
  from app.invitation i join app.account a on a.id = i.account_id join app.organisation o on o.id = i.organisation_id
  left join app.membership sender on sender.id = i.sent_by left join app.account b on b.id = sender.account_id
  cross join lateral (select array(select m.role from app.membership m where m.account_id = i.account_id and m.organisation_id = i.organisation_id
    and m.leaver_id is null and m.accepted_at is null and (m.ended_on is null or m.ended_on > day) order by m.role) as roles) open
  where i.id = link_hash
$$;
create or replace function app.use_invitation(link_hash bytea, session_hash bytea, began jsonb, day date) returns boolean language plpgsql as $$
declare found app.invitation;
begin
  if (select state from app.invitation_of(link_hash, day)) is distinct from 'open' then return false; end if;
  update app.invitation set used_at = clock_timestamp() where id = link_hash and used_at is null returning * into found;
  if found.id is null then return false; end if;
  update app.account set mail_bounced_on = null where id = found.account_id;
  if not app.open_session(found.account_id, session_hash, began, day) then return false; end if;
  update app.session s set membership_id = role.id, idle_seconds = app.idle_seconds_of(role.id, began -> 'idle')
  from (select m.id from app.membership m where m.account_id = found.account_id and m.organisation_id = found.organisation_id and m.leaver_id is null
    and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day) order by m.role = 'mentor' desc, m.id limit 1) role
  where s.id = session_hash;
  return true;
end $$;
create or replace function app.why_closed(link_hash bytea, day date) returns table (why text, organisation text, ask text[]) language sql stable as $$
  select case when a.frozen_at is not null then 'frozen' else 'expired' end, o.name,
    array(select distinct app.full_name(x.given_name, x.name_prefix, x.family_name)
      from app.administrators_of(o.id, day) other join app.account x on x.id = other.account_id where x.id <> a.id order by 1 limit 3)
  from (select account_id from app.sign_in_link where id = link_hash and expires_at > clock_timestamp() - interval '1 day'
    union select account_id from app.invitation where id = link_hash) l
  join app.account a on a.id = l.account_id join app.membership m on m.account_id = a.id join app.organisation o on o.id = m.organisation_id
  where (m.ended_on is null or m.ended_on > day)
    and (a.frozen_at is not null or m.accepted_at is null and m.invitation_ends_at <= clock_timestamp())
  order by m.id limit 1
$$;`;

export const invitations = `${MAY}${SENDING}${INVITING}${USING}`;

export const invitationFunctions = ['send_invitations(uuid, jsonb, timestamptz, date)', 'invite(jsonb, timestamptz, date)'];

/** Before anybody is known. */
export const invitationLinkFunctions = [
  'invitation_of(bytea, date)', 'use_invitation(bytea, bytea, jsonb, date)', 'why_closed(bytea, date)',
];
