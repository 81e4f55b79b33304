import { staffRoles, wordFor } from '#policy';

const byRole = staffRoles.filter(({ code }) => ['of-my-organisation', 'of-my-school'].includes(wordFor('people:manage', code)));
const administering = byRole.map(({ code }) => `'${code}'`).join(', ');

/** Who looks after people: by the role, or because it was given. */
const WHO = `
create or replace function app.is_administrator(role text, administers boolean) returns boolean language sql immutable
return administers or role in (${administering});
create or replace function app.i_administer(organisation uuid) returns boolean language sql stable as $$
  select exists (select from app.membership me where me.id = app.my_member() and me.organisation_id = organisation
    and me.accepted_at is not null and app.is_administrator(me.role, me.administers))
$$;
create or replace function app.administrators_of(organisation uuid, day date) returns setof app.membership language sql stable as $$
  select m.* from app.membership m join app.account a on a.id = m.account_id
  where m.organisation_id = organisation and app.is_administrator(m.role, m.administers)
    and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day) and a.frozen_at is null
$$;
create or replace function app.tell_of(member uuid, what text, day date, other uuid, note text) returns void language sql as $$
  insert into app.people_event (organisation_id, member_id, kind, by_id, other_id, note, day)
  select organisation_id, id, what, app.my_member(), other, note, day from app.membership where id = member
$$;`;

/** Ends a membership, or takes back an invitation that nobody used. Says why not: what is not of the asker is gone. */
const LEAVING = `
create or replace function app.end_membership(member uuid, without_successor boolean, day date) returns text language plpgsql as $$
declare found app.membership; with_it uuid[];
begin
  select * into found from app.membership m where m.id = member and m.leaver_id is null and (m.ended_on is null or m.ended_on > day) for update;
  if found.id is null or not app.i_administer(found.organisation_id) then return 'gone'; end if;
  perform from app.organisation o where o.id = found.organisation_id for update;
  if app.is_administrator(found.role, found.administers) and found.accepted_at is not null and not exists (
    select from app.administrators_of(found.organisation_id, day) m where m.id <> member
      and (found.account_id <> (select me.account_id from app.membership me where me.id = app.my_member()) or m.account_id = found.account_id))
    then return 'last-administrator'; end if;
  with_it := array[member] || array(select s.id from app.sending_role(found) s where s.ended_on is null);
  if not without_successor and exists (select from app.leaver l where l.mentor_id = any(with_it)) then return 'has-leavers'; end if;
  update app.membership set ended_on = day where id = member;
  update app.stand_in set until_on = day - 1 where by_id = any(with_it) and kind <> 'for-good' and until_on >= day;
  perform app.let_go_of_cases(array[member], day);
  perform app.tell_of(member, case when found.accepted_at is null then 'withdrawn' else 'ended' end, day, null, null);
  return 'done';
end $$;
create or replace function app.waiting_cases_of(member uuid) returns int language sql stable as $$
  select count(*)::int from app.free_cases_of(array(select m.id from app.membership m where m.id = member and app.i_administer(m.organisation_id)))
$$;
create or replace function app.undo_leaving(member uuid, day date) returns text language plpgsql as $$
declare found app.membership;
begin
  select * into found from app.membership m where m.id = member and m.leaver_id is null for update;
  if found.id is null or not app.i_administer(found.organisation_id) then return 'gone'; end if;
  if found.ended_on is null or found.ended_on > day then return 'done'; end if;
  if exists (select from app.membership c where c.role = 'study-coach' and c.ended_on is not null and member in (select s.id from app.sending_role(c) s)) then return 'gone'; end if;
  update app.membership set ended_on = null where id = member;
  perform app.take_back_cases(member, day);
  perform app.tell_of(member, 'returned', day, null, null);
  return 'done';
end $$;
create or replace function app.let_administer(member uuid, wanted boolean, day date) returns text language plpgsql as $$
declare found app.membership;
begin
  select * into found from app.membership m where m.id = member and m.leaver_id is null and (m.ended_on is null or m.ended_on > day) for update;
  if found.id is null or not app.i_administer(found.organisation_id) then return 'gone'; end if;
  perform from app.organisation o where o.id = found.organisation_id for update;
  if found.administers = wanted then return 'done'; end if;
  if not wanted and not exists (select from app.administrators_of(found.organisation_id, day) m where m.id <> member
    or app.is_administrator(m.role, false)) then return 'last-administrator'; end if;
  update app.membership set administers = wanted where id = member;
  perform app.tell_of(member, case when wanted then 'administers-given' else 'administers-taken' end, day, null, null);
  return 'done';
end $$;`;

/** Accounts that nobody used since a moment, of people who work somewhere; and opening one again. */
const FREEZING = `
create or replace function app.freeze_unused(since timestamptz, day date) returns int language plpgsql as $$
declare frozen int; accounts uuid[];
begin
  with unused as (
    update app.account a set frozen_at = clock_timestamp()
    where a.frozen_at is null and since > coalesce(a.last_used_at, (
      select max(m.accepted_at) from app.membership m where m.account_id = a.id and m.leaver_id is null))
      and exists (select from app.membership m where m.account_id = a.id and m.leaver_id is null and m.accepted_at is not null)
    returning a.id),
  told as (
    insert into app.people_event (organisation_id, member_id, kind, day)
    select m.organisation_id, m.id, 'frozen', freeze_unused.day from unused u join app.membership m on m.account_id = u.id
    where m.leaver_id is null and m.accepted_at is not null and (m.ended_on is null or m.ended_on > freeze_unused.day))
  select count(*), array_agg(id) into frozen, accounts from unused;
  perform app.let_go_of_cases(array(select m.id from app.membership m where m.account_id = any(accounts)), day);
  return frozen;
end $$;
create or replace function app.thaw(member uuid, day date) returns text language plpgsql as $$
declare theirs app.membership;
begin
  select * into theirs from app.membership m where m.id = member and m.leaver_id is null and (m.ended_on is null or m.ended_on > day);
  if theirs.id is null or not app.i_administer(theirs.organisation_id) then return 'gone'; end if;
  update app.account set frozen_at = null, last_used_at = clock_timestamp() where id = theirs.account_id and frozen_at is not null;
  if found then perform app.tell_of(member, 'thawed', day, null, null); end if;
  return 'done';
end $$;`;

/** Whoever proved who they are takes what was offered, when it is not too old. */
const ACCEPTING = `
create or replace function app.accept_invitations(who uuid, day date) returns void language sql as $$
  with accepted as (
    update app.membership m set accepted_at = clock_timestamp()
    where m.account_id = who and m.accepted_at is null and m.role <> 'guardian' and (m.ended_on is null or m.ended_on > day)
      and (m.invitation_ends_at is null or m.invitation_ends_at > clock_timestamp())
    returning m.id, m.organisation_id, m.leaver_id)
  insert into app.people_event (organisation_id, member_id, kind, day) select organisation_id, id, 'accepted', day from accepted where leaver_id is null
$$;`;

export const people = `${WHO}${LEAVING}${FREEZING}${ACCEPTING}`;

export const peopleFunctions = [
  'end_membership(uuid, boolean, date)', 'undo_leaving(uuid, date)', 'let_administer(uuid, boolean, date)', 'thaw(uuid, date)',
  'waiting_cases_of(uuid)',
];
