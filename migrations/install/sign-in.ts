/** What is looked up before anybody is known. Answers are the same for known and unknown addresses. */
export const signIn = `
create or replace function app.ask_sign_in(address text, link_hash bytea, valid_until timestamptz, day date, page jsonb)
returns void language sql as $$
  with who as (
    select a.id, a.email from app.account a
    where lower(a.email) = lower(address) and exists (select from app.membership m where m.account_id = a.id
      and (m.ended_on is null or m.ended_on > day))),
  link as (
    insert into app.sign_in_link (id, account_id, expires_at) select link_hash, id, valid_until from who)
  insert into app.mail (account_id, to_address, template, day, page, expires_at)
  select id, email, 'sign-in', day, page, valid_until from who
$$;

/**
 * Uses a link once and opens a session with the account's first membership; false when it is used, too old or unknown. Who used
 * a link from a mail has mail again: what bounced before is forgotten, and alerts go to them once more.
 */
create or replace function app.use_sign_in(link_hash bytea, session_hash bytea, valid_until timestamptz, day date)
returns boolean language plpgsql as $$
declare member uuid;
begin
  with used as (
    update app.sign_in_link set used_at = clock_timestamp()
    where id = link_hash and used_at is null and expires_at > clock_timestamp() returning account_id)
  select m.id into member from used join app.membership m on m.account_id = used.account_id
  where m.ended_on is null or m.ended_on > day order by m.role = 'mentor' desc, m.id limit 1;
  if member is null then return false; end if;
  update app.account a set mail_bounced_on = null from app.membership m
  where m.id = member and a.id = m.account_id and a.mail_bounced_on is not null;
  insert into app.session (id, membership_id, expires_at) values (session_hash, member, valid_until);
  return true;
end $$;

create or replace function app.session_of(session_hash bytea, day date)
returns table (member_id uuid, account_id uuid, role text, person text, organisation_id uuid, organisation text,
  organisation_kind text, region text) language sql stable as $$
  select m.id, a.id, m.role, app.full_name(a.given_name, a.name_prefix, a.family_name), o.id, o.name, o.kind, o.region
  from app.session s join app.membership m on m.id = s.membership_id
  join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
  where s.id = session_hash and s.expires_at > clock_timestamp() and (m.ended_on is null or m.ended_on > day)
$$;

create or replace function app.close_session(session_hash bytea) returns void language sql as $$
  delete from app.session where id = session_hash
$$;

/** The other memberships of the same person, to switch to. */
create or replace function app.memberships_of(session_hash bytea, day date)
returns table (member_id uuid, role text, organisation text) language sql stable as $$
  select other.id, other.role, o.name
  from app.session s join app.membership mine on mine.id = s.membership_id
  join app.membership other on other.account_id = mine.account_id and (other.ended_on is null or other.ended_on > day)
  join app.organisation o on o.id = other.organisation_id
  where s.id = session_hash and s.expires_at > clock_timestamp() order by o.name, other.role
$$;

create or replace function app.switch_membership(session_hash bytea, member uuid, day date) returns void language sql as $$
  update app.session s set membership_id = member
  where s.id = session_hash and exists (select from app.memberships_of(session_hash, day) m where m.member_id = member)
$$;

/** One click per person, in the example region only: the first of each role, a mentor with work to do. */
create or replace function app.example_persons() returns table (member_id uuid, role text, person text, organisation text, email text)
language sql stable as $$
  select distinct on (m.role) m.id, m.role, app.full_name(a.given_name, a.name_prefix, a.family_name), o.name, a.email
  from app.membership m join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
  where (select origin from app.installation) = 'example' and m.ended_on is null
  order by m.role, exists (select from app.mail x where x.account_id = a.id and x.template = 'digest'
      and x.day = (select example_day from app.installation)) desc,
    (select count(*) from app.card c where c.mentor_id = m.id and c.work_group = 'act') desc,
    (select count(*) from app.desk_case k where k.desk_id = o.id and k.closed_on is null) desc, a.email
$$;

create or replace function app.example_sign_in(member uuid, session_hash bytea, valid_until timestamptz) returns boolean
language sql as $$
  with opened as (
    insert into app.session (id, membership_id, expires_at)
    select session_hash, m.id, valid_until from app.membership m
    where m.id = member and m.ended_on is null and (select origin from app.installation) = 'example' returning 1)
  select exists (select from opened)
$$;`;

/** What the web log-in may call before it takes a role. */
export const signInFunctions = [
  'ask_sign_in(text, bytea, timestamptz, date, jsonb)',
  'use_sign_in(bytea, bytea, timestamptz, date)',
  'session_of(bytea, date)',
  'close_session(bytea)',
  'memberships_of(bytea, date)',
  'switch_membership(bytea, uuid, date)',
  'example_persons()',
  'example_sign_in(uuid, bytea, timestamptz)',
];
