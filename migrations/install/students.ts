import { DECIDES_ALONE_AT } from '#policy';

/**
 * What a student or parent may see on a day. After a death nobody comes in any more; a parent marked "geen contact" neither. A
 * parent sees the child while it is under 16, and after that when the student says so.
 */
const sight = `
create or replace function app.may_enter(m app.membership, day date) returns boolean language sql stable
return m.leaver_id is null
  or exists (select from app.leaver l where l.id = m.leaver_id and l.destination is distinct from 'deceased')
    and not exists (select from app.guardian g where g.membership_id = m.id and g.no_contact)
    and (m.role = 'student' or exists (select from app.guardian g where g.membership_id = m.id));

create or replace function app.leaver_in_sight(m app.membership, day date) returns uuid language sql stable
return case when m.role = 'student' then m.leaver_id
  when m.role = 'guardian' then (select l.id from app.leaver l join app.guardian g on g.leaver_id = l.id and g.membership_id = m.id
    where l.id = m.leaver_id and not g.no_contact and (g.invited_at is not null or day < app.birthday(l.birth_date, ${DECIDES_ALONE_AT}))) end;`;

/** An address lets in whoever reads its mail: it may be of this young person only, also when it stands in another file. */
const states = `
create or replace function app.same_person(one app.leaver, other app.leaver) returns boolean language sql immutable
return (one.birth_date, one.folded_given, one.folded_family) = (other.birth_date, other.folded_given, other.folded_family);

create or replace function app.invitation_state(l app.leaver) returns text language sql stable
return case
  when l.destination = 'deceased' then 'never'
  when exists (select from app.membership m where m.leaver_id = l.id and m.role = 'student' and m.accepted_at is not null) then 'inside'
  when exists (select from app.membership m where m.leaver_id = l.id and m.role = 'student' and m.invited_at is not null) then 'invited'
  when coalesce(l.email, '') = '' then 'no-address'
  when exists (select from app.leaver o where lower(o.email) = lower(l.email) and not app.same_person(o, l))
    or exists (select from app.account a join app.membership m on m.account_id = a.id left join app.leaver o on o.id = m.leaver_id
      where lower(l.email) in (lower(a.email), lower(a.private_email)) and (m.role = 'student' and app.same_person(o, l)) is not true)
    then 'shared-address'
  else 'ready' end;

create or replace function app.may_let_in(l app.leaver) returns boolean language sql stable
return l.destination is distinct from 'deceased' and exists (select from app.membership me where me.id = app.my_member()
  and (l.mentor_id = any(app.my_members()) or me.role = 'careers-dean' and l.school_id = me.organisation_id));

create or replace function app.letting_in(leavers uuid[], class_only text)
returns table (leaver_id uuid, name text, given_name text, class text, state text, invited_on date, bounced boolean) language sql stable as $$
  select l.id, app.full_name(l.given_name, l.name_prefix, l.family_name), l.given_name, l.class, app.invitation_state(l),
    (m.invited_at at time zone 'Europe/Amsterdam')::date, coalesce(a.mail_bounced_on is not null, false)
  from app.leaver l left join app.membership m on m.leaver_id = l.id and m.role = 'student' left join app.account a on a.id = m.account_id
  where app.may_let_in(l) and (leavers is null or l.id = any(leavers)) and (class_only is null or l.class = class_only)
  order by l.class, l.sort_name
$$;`;

/** One account per young person, whatever schools and years they stand in. Repeating it changes nothing. */
const accounts = `
create or replace function app.admit_student(l app.leaver, by_member uuid) returns app.membership language plpgsql as $$
declare found app.membership; who uuid; own boolean := app.invitation_state(l) = 'ready';
begin
  select * into found from app.membership m where m.leaver_id = l.id and m.role = 'student';
  if found.id is not null and own then perform app.give_address(found.account_id, lower(l.email)); end if;
  if found.id is not null then return found; end if;
  if own then select a.id into who from app.account a where lower(l.email) in (lower(a.email), lower(a.private_email)) limit 1; end if;
  if who is null then
    insert into app.account (email, given_name, name_prefix, family_name)
    values (case when own then lower(l.email) end, l.given_name, l.name_prefix, l.family_name) returning id into who;
  end if;
  insert into app.membership (account_id, organisation_id, role, leaver_id, invited_by) values (who, l.school_id, 'student', l.id, by_member)
  returning * into found;
  return found;
end $$;

/** An account that was made for a code gets the address that the school brought later; not when another account has it. */
create or replace function app.give_address(who uuid, address text) returns void language sql as $$
  update app.account a set email = address where a.id = who and a.email is null
    and not exists (select from app.account o where address in (lower(o.email), lower(o.private_email)))
$$;

create or replace function app.invite_students(leavers uuid[], day date) returns int language plpgsql as $$
declare l app.leaver; m app.membership; invited int := 0;
begin
  for l in select * from app.leaver x where x.id = any(leavers) order by x.id for update loop
    continue when not app.may_let_in(l) or app.invitation_state(l) <> 'ready';
    m := app.admit_student(l, app.my_member());
    update app.membership set invited_by = app.my_member(), invited_at = clock_timestamp() where id = m.id;
    insert into app.mail (account_id, to_address, organisation_id, template, day) values (m.account_id, lower(l.email), l.school_id, 'welcome-student', day);
    perform app.tell_student(l, 'student-invited', null, day);
    invited := invited + 1;
  end loop;
  return invited;
end $$;

create or replace function app.tell_student(l app.leaver, happened text, what text, day date) returns void language sql as $$
  insert into app.event (leaver_id, kind, became, as_of, source, organisation_id, member_id, audience)
  values (l.id, happened, what, day, 'page', (select organisation_id from app.membership where id = app.my_member()), app.my_member(), 'all')
$$;`;

/** What a student may know of the people around them: the name of the mentor, and who let whom in. */
const own = `
create or replace function app.my_mentor() returns text language sql stable as $$
  select app.full_name(a.given_name, a.name_prefix, a.family_name)
  from app.leaver l join app.membership m on m.id = l.mentor_id join app.account a on a.id = m.account_id where l.id = app.my_leaver()
$$;
create or replace function app.let_in_story() returns table (day date, at timestamptz, kind text, became text, person text) language sql stable as $$
  select e.as_of, e.known_at, e.kind, e.became, app.full_name(a.given_name, a.name_prefix, a.family_name)
  from app.event e left join app.membership m on m.id = e.member_id left join app.account a on a.id = m.account_id
  where e.leaver_id = app.my_leaver() and e.audience = 'all' and e.kind in ('student-invited', 'sign-in-code-given', 'sign-in-letter-made', 'guardian-letter-made', 'guardian-allowed', 'guardian-stopped')
  order by e.id desc limit 50
$$;
create or replace function app.my_addresses() returns table (school text, own text, waiting text) language sql stable as $$
  select a.email, a.private_email, n.address from app.membership m join app.account a on a.id = m.account_id
  left join app.new_address n on n.account_id = a.id and n.expires_at > clock_timestamp()
  where m.id = app.my_member() and m.role = 'student'
$$;`;

/** Each with the rights of the worker, for these kinds of actor only; who may let whom in is looked up inside. */
const DOORS = {
  'letting_in(uuid[], text)': ['mentor', 'school'],
  'invite_students(uuid[], date)': ['mentor', 'school'],
  'my_mentor()': ['student', 'guardian'],
  'let_in_story()': ['student'],
  'my_addresses()': ['student'],
};

export const opened = (doors: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(doors)
    .map(([signature, kinds]) => `select app.give_to_worker('app.${signature}');
do $$ begin
  ${kinds.map((kind) => `execute format('grant execute on function app.${signature} to %I', (select role_prefix from app.installation) || 'as_${kind}');`).join('\n  ')}
end $$;`)
    .join('\n');

export const students = [sight, states, accounts, own, opened(DOORS)].join('\n');
