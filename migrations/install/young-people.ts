import { opened } from './students.ts';

/**
 * A young person without a school in this service, entered by who helps: Werk & Inkomen as the own sender, a desk for itself. The
 * same person again in one organisation is the same row. Whether another organisation has them is told to nobody but the region.
 */
const ENTER = `
create or replace function app.enters_for() returns app.membership language sql stable as $$
  select m from app.membership m where m.id = app.my_member() and m.role in ('work-income-officer', 'attendance-officer', 'doorstroompunt-officer')
$$;

create or replace function app.enter_young_person(person jsonb, born date, year text, day date) returns uuid language plpgsql as $$
declare me app.membership := app.enters_for(); p app.leaver; known uuid;
begin
  if me.id is null then return null; end if;
  p := jsonb_populate_record(null::app.leaver, person);
  perform pg_advisory_xact_lock(hashtextextended('young-people ' || me.organisation_id, 0));
  select l.id into known from app.leaver l where l.school_id = me.organisation_id and l.school_year = year
    and (l.birth_date, l.folded_given, l.folded_family) = (born, p.folded_given, p.folded_family);
  if known is not null then return case when me.role <> 'work-income-officer' or exists (
    select from app.leaver l where l.id = known and l.mentor_id = any(app.my_members())) then known end; end if;
  insert into app.leaver (school_id, number, school_year, given_name, name_prefix, family_name, folded_given, folded_family, sort_name, birth_date,
    municipality, municipality_folded, email, school_type, diploma, mentor_id, region)
  select o.id, upper(left(gen_random_uuid()::text, 8)), year, p.given_name, p.name_prefix, p.family_name, p.folded_given, p.folded_family, p.sort_name, born,
    p.municipality, p.municipality_folded, p.email, p.school_type, p.diploma, case when me.role = 'work-income-officer' then me.id end, o.region
  from app.organisation o where o.id = me.organisation_id returning id into known;
  insert into app.event (leaver_id, kind, as_of, source, organisation_id, member_id) values (known, 'young-person-entered', day, 'page', me.organisation_id, me.id);
  perform app.settle(day, array[known]);
  return known;
end $$;

/** Takes away who was entered by mistake, as long as nothing came of it. */
create or replace function app.remove_young_person(leaver uuid) returns boolean language plpgsql as $$
declare me app.membership := app.enters_for();
begin
  delete from app.leaver l where l.id = remove_young_person.leaver and l.school_id = me.organisation_id
    and (me.role <> 'work-income-officer' or l.mentor_id = any(app.my_members()))
    and not exists (select from app.signal s where s.leaver_id = l.id) and not exists (select from app.application a where a.leaver_id = l.id)
    and not exists (select from app.attempt t where t.leaver_id = l.id) and not exists (select from app.membership m where m.leaver_id = l.id);
  return found;
end $$;`;

const DOORS = { 'enter_young_person(jsonb, date, text, date)': ['mentor', 'desk'], 'remove_young_person(uuid)': ['mentor', 'desk'] };

export const youngPeople = [ENTER, opened(DOORS)].join('\n');
