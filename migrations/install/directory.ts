import { directory as listed, organisationKinds, PLACES_FROM, staffRoles, wordFor } from '#policy';

const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');
const roles = quoted(listed.map(({ role }) => role));
const readers = quoted(staffRoles.map(({ code }) => code).filter((code) => wordFor('directory:see', code) !== 'never'));
const schools = quoted(organisationKinds.filter(({ part }) => part === 'sends' || part === 'receives').map(({ code }) => code));
const guides = quoted(['mentor', 'careers-dean', 'team-leader']);
const slots = listed.map(({ role, slot }) => `('${role}', '${slot}')`).join(', ');

/** People whose work is to be called; who hid somebody, and that colleague, still see the row. Left out is an account that nobody uses, or whose holder never came in. */
const people = `
create or replace function app.reads_directory(organisation uuid) returns boolean language sql stable as $$
  select exists (select from app.membership me join app.organisation mine on mine.id = me.organisation_id join app.organisation o on o.id = organisation
    where me.id = app.my_member() and me.role in (${readers}) and o.region = mine.region)
$$;
create or replace function app.listed_people(organisations uuid[], day date) returns table (organisation_id uuid, member_id uuid, role text, slot text, name text,
  email text, phone text, covers text, reach text, is_listed boolean, away_name text, away_phone text, away_email text, away_until date) language sql stable as $$
  select m.organisation_id, m.id, m.role, s.slot, coalesce(nullif(app.full_name(a.given_name, a.name_prefix, a.family_name), ''), a.email), a.email, a.phone, e.covers, e.reach,
    coalesce(e.is_listed, true), x.away_name, x.away_phone, x.away_email, x.away_until
  from app.membership m join app.account a on a.id = m.account_id join (values ${slots}) as s (role, slot) on s.role = m.role
  left join app.contact_entry e on e.member_id = m.id left join app.contact_entry x on x.member_id = m.id and x.away_until >= day
  where m.organisation_id = any(organisations) and m.leaver_id is null and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day) and a.frozen_at is null
    and (coalesce(e.is_listed, true) or m.id = app.my_member() or app.i_administer(m.organisation_id))
$$;`;

/**
 * Where the young people of a school live. Whoever does not guide them there sees only what many share, so that it says nothing about
 * one of them. Who applied at a college is no part of it: where they live is the business of the school they leave.
 */
const places = `
create or replace function app.places_of_school(school uuid) returns table (municipality text, folded text) language sql stable as $$
  select min(municipality), folded from (
    select m.municipality, m.folded from app.organisation_municipality m where m.organisation_id = school
    union all select min(l.municipality), l.municipality_folded from app.leaver l where l.school_id = school and l.municipality_folded <> '' group by l.municipality_folded
      having count(*) >= ${PLACES_FROM} or exists (select from app.membership me where me.id = app.my_member() and me.organisation_id = school and me.role in (${guides}))) as p group by folded
$$;`;

const page = `
create or replace function app.directory_of(organisation uuid, day date) returns table (slot text, place text, organisation_id uuid, "organisationName" text, member_id uuid, role text,
  name text, email text, phone text, covers text, reach text, is_listed boolean, away_name text, away_phone text, away_email text, away_until date) language sql stable as $$
  with o as materialized (select * from app.organisation x where x.id = organisation and app.reads_directory(x.id)),
  towns as materialized (select t.municipality, d.leerplicht_id, d.doorstroompunt_id from o cross join lateral app.places_of_school(o.id) t
    left join app.municipality_desk d on d.folded = t.folded where o.kind in (${schools})),
  places as materialized (
    select s.slot, null::text as place, o.id from o join (values (array[${schools}], 'school'), (array['mbo'], 'college'), (array['leerplicht'], 'leerplicht'), (array['doorstroompunt'], 'doorstroompunt')) as s (kinds, slot) on o.kind = any(s.kinds)
    union all select 'leerplicht', t.municipality, t.leerplicht_id from towns t
    union select 'doorstroompunt', null, t.doorstroompunt_id from towns t where t.doorstroompunt_id is not null
    union select 'college', null, c.id from o join app.organisation c on c.region = o.region and c.kind = 'mbo' and c.id <> o.id where o.kind in (${schools}) and o.kind <> 'mbo'),
  listed as materialized (select * from app.listed_people(array(select id from places where id is not null), day))
  select p.slot, p.place, x.id, x.name, l.member_id, l.role, l.name, l.email, l.phone, l.covers, l.reach, l.is_listed, l.away_name, l.away_phone, l.away_email, l.away_until
  from places p left join app.organisation x on x.id = p.id left join listed l on l.organisation_id = p.id and l.slot = p.slot
  union all
  select 'programme', coalesce(n.name, c.crebo), o.id, o.name, null, c.works_as, c.name, c.email, c.phone, null, c.reach, true, null, null, null, null
  from o join app.programme_contact c on c.organisation_id = o.id left join lateral (select p.name from app.programme p where p.college_id = o.id and p.crebo = c.crebo order by p.starts_on desc limit 1) n on true
  order by 1, 2 nulls first, 4, 7
$$;`;

/** The number belongs to the account: an administrator changes it only of who is nobody elsewhere. */
const keeping = `
create or replace function app.contact_to_keep(member uuid, day date) returns setof app.contact_entry language sql stable as $$
  select m.id, m.organisation_id, coalesce(e.is_listed, true), e.covers, e.reach, e.away_name, e.away_phone, e.away_email, e.away_until, e.kept_by, coalesce(e.kept_on, day)
  from app.membership m left join app.contact_entry e on e.member_id = m.id
  where m.id = member and m.role in (${roles}) and (m.ended_on is null or m.ended_on > day) and (m.id = app.my_member() or app.i_administer(m.organisation_id))
$$;
create or replace function app.keeps_phone(member uuid, day date) returns boolean language sql stable as $$
  select m.id = app.my_member() or not exists (select from app.membership x where x.account_id = m.account_id and (x.ended_on is null or x.ended_on > day)
    and (x.organisation_id <> m.organisation_id or x.leaver_id is not null)) from app.membership m where m.id = member
$$;
create or replace function app.contact_form(member uuid, day date) returns table (name text, role text, phone text, email text, is_listed boolean, covers text, reach text,
  away_name text, away_phone text, away_email text, away_until date, is_mine boolean, keeps_phone boolean) language sql stable as $$
  select coalesce(nullif(app.full_name(a.given_name, a.name_prefix, a.family_name), ''), a.email), m.role, a.phone, a.email, k.is_listed, k.covers, k.reach,
    k.away_name, k.away_phone, k.away_email, k.away_until, m.id = app.my_member(), app.keeps_phone(m.id, day)
  from app.contact_to_keep(member, day) k join app.membership m on m.id = k.member_id join app.account a on a.id = m.account_id
$$;
create or replace function app.keep_contact(member uuid, entry jsonb, day date) returns boolean language plpgsql as $$
declare kept app.contact_entry;
begin
  select * into kept from app.contact_to_keep(member, day);
  if kept.member_id is null then return false; end if;
  update app.account a set phone = entry ->> 'phone' from app.membership m where m.id = member and a.id = m.account_id and app.keeps_phone(member, day);
  insert into app.contact_entry values (member, kept.organisation_id, (entry ->> 'isListed')::boolean, entry ->> 'covers', entry ->> 'reach',
    entry ->> 'awayName', entry ->> 'awayPhone', entry ->> 'awayEmail', (entry ->> 'awayUntil')::date, app.my_member(), day)
  on conflict (member_id) do update set is_listed = excluded.is_listed, covers = excluded.covers, reach = excluded.reach, away_name = excluded.away_name,
    away_phone = excluded.away_phone, away_email = excluded.away_email, away_until = excluded.away_until, kept_by = excluded.kept_by, kept_on = excluded.kept_on;
  return true;
end $$;
create or replace function app.forget_stand_ins(day date) returns int language sql as $$
  with gone as (update app.contact_entry set away_name = null, away_phone = null, away_email = null, away_until = null where away_until < day returning 1)
  select count(*)::int from gone
$$;`;

export const directory = [people, places, page, keeping].join('\n');

export const directoryFunctions = ['directory_of(uuid, date)', 'contact_form(uuid, date)', 'keep_contact(uuid, jsonb, date)'];
