import { roles } from '#policy';

/** Who can stand in: whoever may see leavers in that role. */
const standIns = roles.filter(({ actor, at }) => (actor === 'mentor' || actor === 'school') && at.some((kind) => kind === 'vo')).map(({ code }) => `'${code}'`).join(', ');

const PARTS = `
create or replace function app.living_colleague(member uuid, of_organisation uuid, day date) returns app.membership language sql stable as $$
  select m.* from app.membership m where m.id = member and m.organisation_id = of_organisation and m.leaver_id is null and (m.ended_on is null or m.ended_on > day)
$$;
create or replace function app.mentor_of_mine(mentor uuid) returns app.membership language sql stable as $$
  select m.* from app.membership m where m.id = mentor and m.role = 'mentor' and app.i_administer(m.organisation_id)
$$;`;

/**
 * For good: the leavers of now are the successor's at once, and a file that still names the former mentor changes nothing about it.
 * Says `gone` for what is not of the asker, `nobody` when there was nobody to hand over.
 */
const FOR_GOOD = `
create or replace function app.hand_over(mentor uuid, successor uuid, of_class text, day date) returns text language plpgsql as $$
#variable_conflict use_variable
declare
  former app.membership := app.mentor_of_mine(mentor);
  heir app.membership := app.living_colleague(successor, former.organisation_id, day);
  moved uuid[];
  last_year text;
begin
  if former.id is null or heir.id is null or heir.role <> 'mentor' or heir.id = former.id then return 'gone'; end if;
  with given as (
    update app.leaver l set mentor_id = heir.id
    where l.mentor_id = former.id and (of_class is null or l.class = of_class) returning l.id, l.school_year)
  select array_agg(id), max(school_year) into moved, last_year from given;
  if moved is null then return 'nobody'; end if;
  insert into app.stand_in (organisation_id, mentor_id, by_id, kind, class, from_on, made_by, school_year)
  values (former.organisation_id, former.id, heir.id, 'for-good', of_class, day, app.my_member(), last_year);
  if of_class is null then
    update app.stand_in i set until_on = day - 1 where i.mentor_id = former.id and i.kind <> 'for-good' and i.until_on >= day;
  end if;
  perform app.tell_of(former.id, 'handed-over', day, heir.id, of_class), app.tell_of(heir.id, 'took-over', day, former.id, of_class);
  perform app.settle(day, moved);
  return 'done';
end $$;`;

const FOR_A_WHILE = `
create or replace function app.let_stand_in(mentor uuid, colleague uuid, what text, from_on date, until_on date, day date) returns text language plpgsql as $$
#variable_conflict use_variable
declare
  absent app.membership := app.mentor_of_mine(mentor);
  by_whom app.membership := app.living_colleague(colleague, absent.organisation_id, day);
begin
  if absent.id is null or by_whom.id is null or by_whom.role not in (${standIns}) or by_whom.id = absent.id
    or what not in ('leave', 'summer') or until_on < greatest(from_on, day) then return 'gone'; end if;
  if exists (select from app.stand_in i where i.mentor_id = absent.id and i.by_id = by_whom.id and i.kind = what and i.until_on >= from_on and i.from_on <= until_on)
    then return 'already'; end if;
  insert into app.stand_in (organisation_id, mentor_id, by_id, kind, from_on, until_on, made_by)
  values (absent.organisation_id, absent.id, by_whom.id, what, from_on, until_on, app.my_member());
  perform app.tell_of(absent.id, 'stand-in-began', day, by_whom.id, what), app.tell_of(by_whom.id, 'stands-in', day, absent.id, what);
  return 'done';
end $$;
create or replace function app.stop_stand_in(standing uuid, day date) returns text language plpgsql as $$
declare found app.stand_in;
begin
  select * into found from app.stand_in i where i.id = standing and i.kind <> 'for-good' and app.i_administer(i.organisation_id) for update;
  if found.id is null then return 'gone'; end if;
  if found.until_on < day then return 'already'; end if;
  update app.stand_in set until_on = day - 1 where id = standing;
  perform app.tell_of(found.mentor_id, 'stand-in-ended', day, found.by_id, found.kind);
  return 'done';
end $$;`;

/** Numbers of leavers per mentor and class, for who looks after the classes and may not see a leaver. */
const CLASSES = `
create or replace function app.classes_of_mine() returns table (mentor_id uuid, class text, leavers int) language sql stable as $$
  select l.mentor_id, l.class, count(*)::int from app.leaver l
  where l.school_id = app.my_organisation() and app.i_administer(l.school_id) group by l.mentor_id, l.class
$$;`;

/** Who does the work of a mentor on a day. A leave takes the mentor's place; in summer both look. */
const HEARING = `
create or replace function app.hears_as_mentor(mentor uuid, member uuid, day date) returns boolean language sql stable as $$
  select case when member = mentor then not exists (
      select from app.stand_in i where i.mentor_id = mentor and i.kind = 'leave' and day between i.from_on and i.until_on)
    else exists (select from app.stand_in i where i.mentor_id = mentor and i.by_id = member and i.kind <> 'for-good' and day between i.from_on and i.until_on) end
$$;
create or replace function app.successor_of(mentor uuid, of_class text, of_year text) returns uuid language plpgsql stable as $$
declare
  heir uuid := mentor;
  since timestamptz := '-infinity';
  step record;
begin
  loop
    select i.by_id, i.made_at into step from app.stand_in i where i.mentor_id = heir and i.kind = 'for-good'
      and (i.class is null or i.class = of_class) and of_year <= i.school_year and i.made_at > since order by i.made_at limit 1;
    if not found then return heir; end if;
    heir := step.by_id;
    since := step.made_at;
  end loop;
end $$;`;

export const handOverOfClasses = `${PARTS}${FOR_GOOD}${FOR_A_WHILE}${CLASSES}${HEARING}`;

export const handOverOfClassesFunctions = [
  'hand_over(uuid, uuid, text, date)', 'let_stand_in(uuid, uuid, text, date, date, date)', 'stop_stand_in(uuid, date)', 'classes_of_mine()',
];
