import { CODE_TRIES, DECIDES_ALONE_AT } from '#policy';
import { opened } from './students.ts';

/**
 * Parents who may read along. Under 16 the mentor says who they are (`asking-confirmed`), after that the student; each of the two shows or prints the code
 * with which the parent comes in the first time. Who is marked "geen contact" is never made one again without the mentor.
 */
const letting = `
create or replace function app.admit_guardian(l app.leaver, called text, address text, code bytea, day date) returns app.guardian language plpgsql as $$
declare g app.guardian; who uuid;
begin
  select * into g from app.guardian x where x.leaver_id = l.id and lower(x.email) = lower(address);
  if g.no_contact or lower(address) = lower(l.email) or exists (select from app.account a join app.membership m on m.account_id = a.id
    where m.leaver_id = l.id and m.role = 'student' and lower(address) in (lower(a.email), lower(a.private_email))) then return null; end if;
  select id into who from app.account a where lower(address) in (lower(a.email), lower(a.private_email)) limit 1;
  if who is null then insert into app.account (email, given_name) values (lower(address), called) returning id into who; end if;
  insert into app.membership as m (account_id, organisation_id, role, leaver_id, invited_by, invited_at)
  values (who, l.school_id, 'guardian', l.id, app.my_member(), clock_timestamp())
  on conflict (account_id, organisation_id, role, leaver_id) do update set invited_at = excluded.invited_at returning m.id into who;
  insert into app.guardian as x (leaver_id, name, email, membership_id, code_hash) values (l.id, called, lower(address), who, code)
  on conflict (leaver_id, lower(email)) do update set name = excluded.name, membership_id = excluded.membership_id, code_hash = excluded.code_hash, code_tries = 0
  returning * into g;
  perform app.tell_student(l, 'guardian-allowed', null, day);
  return g;
end $$;

create or replace function app.mail_reading_along(g app.guardian, l app.leaver, day date) returns void language sql as $$
  insert into app.mail (account_id, to_address, organisation_id, template, day)
  select m.account_id, g.email, l.school_id, 'guardian-invited', day from app.membership m where m.id = g.membership_id and g.email is not null
$$;

create or replace function app.invite_guardian(called text, address text, code bytea, day date) returns boolean language plpgsql as $$
declare l app.leaver; g app.guardian;
begin
  select x.* into l from app.leaver x join app.membership me on me.leaver_id = x.id and me.role = 'student'
  where me.id = app.my_member() and x.id = app.my_leaver() for update of x;
  if l.id is null or day < app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) then return false; end if;
  g := app.admit_guardian(l, called, address, code, day);
  update app.guardian set invited_at = clock_timestamp() where id = g.id;
  perform app.mail_reading_along(g, l, day);
  return g.id is not null;
end $$;`;

const stopping = `
create or replace function app.stop_guardian(which uuid, day date) returns boolean language plpgsql as $$
declare l app.leaver; g app.guardian;
begin
  select x.* into g from app.guardian x join app.membership me on me.leaver_id = x.leaver_id and me.role = 'student'
  where x.id = which and me.id = app.my_member() for update of x;
  select * into l from app.leaver x where x.id = g.leaver_id;
  if l.id is null or day < app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) then return false; end if;
  update app.guardian set invited_at = null, code_hash = null where id = g.id;
  delete from app.session s where s.membership_id = g.membership_id;
  perform app.tell_student(l, 'guardian-stopped', null, day);
  return true;
end $$;

create or replace function app.set_no_contact(leaver uuid, reached_at text, called text, stop boolean, day date) returns boolean language plpgsql as $$
declare l app.leaver; g app.guardian;
begin
  select * into l from app.leaver x where x.id = leaver for update;
  if l.id is null or not app.may_let_in(l) then return false; end if;
  select * into g from app.guardian x where x.leaver_id = l.id
    and case when reached_at = '' then x.email is null and lower(x.name) = lower(called) else lower(x.email) = lower(reached_at) end;
  if g.id is null and reached_at = '' then return false; end if;
  if g.id is null then insert into app.guardian (leaver_id, name, email, no_contact) values (l.id, called, lower(reached_at), stop); end if;
  update app.guardian x set no_contact = stop, code_hash = null where x.id = g.id;
  delete from app.session s where stop and s.membership_id = g.membership_id;
  delete from app.handed_code h where stop and h.membership_id = g.membership_id;
  if stop then
    perform app.tell_student(l, 'guardian-stopped', null, day);
    perform app.count_answers(l, day, clock_timestamp());
  elsif g.no_contact and g.membership_id is not null then
    perform app.tell_student(l, 'guardian-allowed', null, day);
  end if;
  return true;
end $$;

create or replace function app.my_guardians() returns table (id uuid, name text, email text, invited boolean, inside boolean) language sql stable as $$
  select g.id, g.name, g.email, g.invited_at is not null, m.accepted_at is not null from app.guardian g left join app.membership m on m.id = g.membership_id
  where g.leaver_id = app.my_leaver() and not g.no_contact and g.membership_id is not null order by g.name, g.email
$$;`;

/** Whether the owner of a link must type the code of a parent first, or may. */
const comingIn = `
create or replace function app.waiting_guardian(link_hash bytea, day date) returns setof app.guardian language sql stable as $$
  select g.* from app.sign_in_link k join app.membership m on m.account_id = k.account_id and m.role = 'guardian' and m.accepted_at is null
  join app.guardian g on g.membership_id = m.id
  where k.id = link_hash and k.used_at is null and k.expires_at > clock_timestamp() and app.may_enter(m, day) and g.code_hash is not null
$$;

create or replace function app.link_asks_code(link_hash bytea, day date) returns text language sql stable as $$
  select case when not exists (select from app.waiting_guardian(link_hash, day)) then 'no'
    when exists (select from app.sign_in_link k join app.membership m on m.account_id = k.account_id
      where k.id = link_hash and (m.role <> 'guardian' or m.accepted_at is not null)) then 'may' else 'must' end
$$;

create or replace function app.accept_guardian(link_hash bytea, code bytea, day date) returns boolean language plpgsql as $$
declare g app.guardian;
begin
  update app.guardian x set code_tries = x.code_tries + 1 from app.waiting_guardian(link_hash, day) w where x.id = w.id;
  select x.* into g from app.waiting_guardian(link_hash, day) x where x.code_hash = code and x.code_tries <= ${CODE_TRIES} limit 1;
  if g.id is null then return false; end if;
  update app.membership set accepted_at = clock_timestamp() where id = g.membership_id;
  update app.guardian set code_hash = null, code_tries = 0 where id = g.id;
  return true;
end $$;`;

const DOORS = {
  'set_no_contact(uuid, text, text, boolean, date)': ['mentor', 'school'],
  'invite_guardian(text, text, bytea, date)': ['student'],
  'stop_guardian(uuid, date)': ['student'],
  'my_guardians()': ['student'],
};

export const guardians = [letting, stopping, comingIn, opened(DOORS)].join('\n');

export const guardianFunctions = ['link_asks_code(bytea, date)', 'accept_guardian(bytea, bytea, date)'];
