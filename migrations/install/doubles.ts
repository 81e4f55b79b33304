/**
 * Leavers of who asks whom another school has too: the same name and birth date. Only the name of that school is told; the
 * other row stays the other school's. That a municipality or desk entered somebody is told to the region alone: it would say who has help or a benefit.
 */
export const doubles = `
create or replace function app.doubles_of_my_school() returns table (leaver_id uuid, other_school text) language sql stable as $$
  select d.leaver_id, o.name from app.duplicate_leavers d join app.organisation o on o.id = d.other_school_id
  where d.school_id = app.my_organisation() and o.kind not in ('gemeente', 'leerplicht', 'doorstroompunt')
$$;

/** Once per pair, for a region that has either school: the name and both schools, so that it can bring these together. */
create or replace function app.doubles_of_my_region() returns table (name text, school text, other_school text) language sql stable as $$
  select app.full_name(l.given_name, l.name_prefix, l.family_name), mine.name, o.name
  from app.duplicate_leavers d join app.leaver l on l.id = d.leaver_id join app.leaver other on other.id = d.other_id
  join app.organisation mine on mine.id = d.school_id join app.organisation o on o.id = d.other_school_id
  where l.region = app.my_region() and (d.leaver_id < d.other_id or other.region is distinct from l.region)
$$;`;

export const doublesFunctions = ['doubles_of_my_school()', 'doubles_of_my_region()'];
