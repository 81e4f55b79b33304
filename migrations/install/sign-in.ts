import { DECIDES_ALONE_AT } from '#policy';

/** What is looked up before anybody is known. Answers are the same for known and unknown addresses. */
export const signIn = `
create or replace function app.ask_sign_in(address text, link_hash bytea, valid_until timestamptz, day date, page jsonb)
returns void language sql as $$
  with who as (
    select a.id, case when lower(a.email) = lower(address) then a.email else a.private_email end as email from app.account a
    where lower(address) in (lower(a.email), lower(a.private_email)) and exists (select from app.membership m where m.account_id = a.id
      and (m.ended_on is null or m.ended_on > day) and app.may_enter(m, day))
    order by lower(a.email) = lower(address) desc limit 1),
  link as (
    insert into app.sign_in_link (id, account_id, expires_at) select link_hash, id, valid_until from who)
  insert into app.mail (account_id, to_address, template, day, page, expires_at)
  select id, email, 'sign-in', day, page, valid_until from who
$$;

/**
 * Opens a session for an account in its first membership, whatever way somebody proved who they are, and accepts its invitations
 * that are not too old; false when the account is frozen or has no membership that holds.
 */
create or replace function app.open_session(who uuid, session_hash bytea, began jsonb, day date) returns boolean language plpgsql as $$
declare member uuid;
begin
  update app.account set last_used_at = clock_timestamp() where id = who and frozen_at is null;
  if not found then return false; end if;
  perform app.accept_invitations(who, day);
  select m.id into member from app.membership m
  where m.account_id = who and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day) and app.may_enter(m, day)
  order by m.role = 'mentor' desc, m.id limit 1;
  if member is null then return false; end if;
  insert into app.session (id, account_id, membership_id, how, provider, expires_at, idle_seconds, agent, address)
  select session_hash, who, member, b.how, b.provider, b.until, app.idle_seconds_of(member, b.idle), coalesce(b.agent, ''), coalesce(b.address, '')
  from jsonb_to_record(began) as b (how text, provider text, until timestamptz, idle jsonb, agent text, address text);
  return true;
end $$;

/**
 * Uses a link once and opens a session; false when it is used, too old or unknown. Who used a link from a mail has mail again:
 * what bounced before is forgotten, and alerts go to them once more.
 */
create or replace function app.use_sign_in(link_hash bytea, session_hash bytea, began jsonb, day date)
returns boolean language plpgsql as $$
declare who uuid;
begin
  update app.sign_in_link set used_at = clock_timestamp()
  where id = link_hash and used_at is null and expires_at > clock_timestamp() returning account_id into who;
  update app.account set mail_bounced_on = null where id = who and mail_bounced_on is not null;
  return who is not null and app.open_session(who, session_hash, began, day);
end $$;

create or replace function app.session_of(session_hash bytea, day date)
returns table (member_id uuid, account_id uuid, role text, person text, organisation_id uuid, organisation text,
  organisation_kind text, region text, leaver_id uuid, administers boolean, stands_in_for uuid[], idle_seconds int, unseen_seconds int,
  pending boolean) language sql stable as $$
  select m.id, a.id, m.role, app.full_name(a.given_name, a.name_prefix, a.family_name), o.id, o.name, o.kind, o.region,
    case when m.leaver_id is not null then app.leaver_in_sight(m, day) end, m.administers,
    array(select i.mentor_id from app.stand_in i where i.by_id = m.id and i.kind <> 'for-good' and day between i.from_on and i.until_on),
    s.idle_seconds, extract(epoch from clock_timestamp() - s.last_seen_at)::int,
    s.second_factor_at is null and app.needs_second_factor(s.how, m.role)
  from app.session s join app.membership m on m.id = s.membership_id
  join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
  where s.id = session_hash and app.session_end(s) > clock_timestamp() and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day)
    and a.frozen_at is null and (m.leaver_id is null or app.may_enter(m, day))
$$;

create or replace function app.close_session(session_hash bytea) returns void language sql as $$
  delete from app.session where id = session_hash
$$;

/** The other memberships of the same person, to switch to. */
create or replace function app.memberships_of(session_hash bytea, day date)
returns table (member_id uuid, role text, organisation text, organisation_kind text) language sql stable as $$
  select other.id, other.role, o.name, o.kind
  from app.session s join app.membership other on other.account_id = s.account_id and other.accepted_at is not null and (other.ended_on is null or other.ended_on > day)
    and (other.leaver_id is null or app.may_enter(other, day))
  join app.organisation o on o.id = other.organisation_id
  where s.id = session_hash and app.session_end(s) > clock_timestamp() order by o.name, other.role
$$;

/** Another role is another session: it goes on under a new name, and the old one is nobody's from then on. False when nothing changed. */
create or replace function app.switch_membership(session_hash bytea, new_hash bytea, member uuid, idle jsonb, day date) returns boolean language sql as $$
  with changed as (
    update app.session s set id = new_hash, membership_id = member, idle_seconds = app.idle_seconds_of(member, idle)
    where s.id = session_hash and exists (select from app.memberships_of(session_hash, day) m where m.member_id = member) returning 1)
  select exists (select from changed)
$$;

/**
 * One click per person, in the example region only: the first of each role, a mentor with work to do, a student who decides alone and shared, and one not
 * yet. A study coach begins with the students who leave; the other role is one press away. Whoever was chosen when the example came
 * to its day stays, however much is done since.
 */
create or replace function app.example_persons() returns table (member_id uuid, role text, person text, organisation text, email text, chosen uuid)
language sql stable as $$
  select distinct on (m.role, m.role = 'student' and app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) <= i.example_day)
    coalesce((select s.id from app.sending_role(m) s where s.ended_on is null), m.id), m.role,
    app.full_name(a.given_name, a.name_prefix, a.family_name),
    o.name || case m.role when 'student' then format(', %s jaar', extract(year from age(i.example_day, l.birth_date)))
      when 'guardian' then format(', van %s', l.given_name) else '' end, a.email, m.id
  from app.installation i, app.membership m join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
  left join app.leaver l on l.id = m.leaver_id
  where i.origin = 'example' and m.accepted_at is not null and m.ended_on is null
  order by m.role, m.role = 'student' and app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) <= i.example_day,
    coalesce(m.id = any(i.example_persons), false) desc,
    m.role = 'student' and case when app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) <= i.example_day
      then exists (select from app.share s where s.leaver_id = l.id and s.state = 'given') else exists (select from app.membership g where g.leaver_id = l.id and g.role = 'guardian') end desc,
    exists (select from app.mail x where x.account_id = a.id and x.template = 'digest' and x.day = i.example_day) desc,
    (select count(*) from app.card c where c.mentor_id = m.id and c.work_group = 'act') desc,
    (select count(*) from app.desk_case k where k.desk_id = o.id and k.closed_on is null) desc, a.email
$$;

create or replace function app.example_sign_in(member uuid, session_hash bytea, began jsonb, day date) returns boolean
language plpgsql as $$
begin
  if (select origin from app.installation) is distinct from 'example' then return false; end if;
  if not app.open_session((select m.account_id from app.membership m where m.id = member), session_hash, began, day) then return false; end if;
  perform app.switch_membership(session_hash, session_hash, member, began -> 'idle', day);
  return true;
end $$;`;

/** What the web log-in may call before it takes a role. */
export const signInFunctions = [
  'ask_sign_in(text, bytea, timestamptz, date, jsonb)',
  'use_sign_in(bytea, bytea, jsonb, date)',
  'session_of(bytea, date)',
  'close_session(bytea)',
  'memberships_of(bytea, date)',
  'switch_membership(bytea, bytea, uuid, jsonb, date)',
  'example_persons()',
  'example_sign_in(uuid, bytea, jsonb, date)',
];

/** Opens a session for whoever it is told: only the functions that check who that is may call it, never the web itself. */
export const openingFunctions = ['open_session(uuid, bytea, jsonb, date)'];
