import { NOT_LISTED, NOTED_COUNTS_DAYS, NOTED_MOST } from '#policy';
import { opened } from './students.ts';

/**
 * What happened names no free words: they stay with the choice itself, which can be taken away.
 * As whom somebody notes for this leaver: the student, or who mentors or is dean there; null for anybody else. Nobody after a death.
 */
const WHO = `
create or replace function app.notes_as(leaver uuid) returns text language sql stable as $$
  select case when me.role = 'student' and me.leaver_id = l.id and l.id = app.my_leaver() then 'student'
    when me.leaver_id is null and (l.mentor_id = any(app.my_members())
      or me.role in ('careers-dean', 'team-leader') and l.school_id = me.organisation_id) then 'mentor' end
  from app.leaver l join app.membership me on me.id = app.my_member()
  where l.id = leaver and l.destination is distinct from 'deceased'
$$;

/** A noted application of a leaver for whom who asks may note; locked, with all others of that leaver. */
create or replace function app.my_noted(noted uuid) returns app.noted_application language plpgsql as $$
declare n app.noted_application;
begin
  perform from app.leaver l where l.id = (select x.leaver_id from app.noted_application x where x.id = noted) for update;
  select x.* into n from app.noted_application x where x.id = noted and app.notes_as(x.leaver_id) is not null;
  return n;
end $$;

create or replace function app.tell_noted(n app.noted_application, what text, value text, day date) returns void language sql as $$
  insert into app.event (leaver_id, kind, became, as_of, audience, source, organisation_id, member_id, note)
  select n.leaver_id, what, value, day, case when n.kind = 'planned' then 'school' else 'all' end, 'page', app.my_organisation(), app.my_member(), concat_ws(', ', coalesce(p.name, '${NOT_LISTED}'), o.name)
  from app.organisation o left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (n.college_id, n.crebo, n.pathway, n.starts_on)
  where o.id = n.college_id
$$;`;

/**
 * What comes of the college's reports for what was noted: the application of the same leaver at the same college and programme
 * confirms it; an application for another programme does when it is the only noted one there. Who lost its application waits again.
 */
const CONFIRM = `
create or replace function app.confirm_noted(day date, leavers uuid[]) returns void language plpgsql as $$
declare
  noting uuid[] := array(select distinct n.leaver_id from app.noted_application n where leavers is null or n.leaver_id = any(leavers));
  fits uuid[]; reported uuid[];
begin
  if noting = '{}' then return; end if;
  delete from app.noted_application n where n.leaver_id = any(noting) and n.kind = 'ordered'
    and not exists (select from app.application a where a.id = n.confirmed_by and a.leaver_id = n.leaver_id);
  update app.noted_application n set confirmed_by = null where n.leaver_id = any(noting) and n.confirmed_by is not null
    and not exists (select from app.application a where a.id = n.confirmed_by and a.leaver_id = n.leaver_id);
  with waiting as (
    select n.*, count(*) over (partition by n.leaver_id, n.college_id) as there from app.noted_application n
    where n.leaver_id = any(noting) and n.confirmed_by is null and n.withdrawn_on is null and n.kind <> 'ordered'),
  come as (
    select a.* from app.application a where a.leaver_id = any(noting)
      and not exists (select from app.noted_application n where n.confirmed_by = a.id and n.kind <> 'ordered')),
  pair as (
    select w.id, c.id as application_id, w.leaver_id, case when (c.crebo, c.pathway, c.starts_on) = (w.crebo, w.pathway, w.starts_on) then 1
      when c.crebo = w.crebo then 2 else 3 end as closeness, c.applied_on
    from waiting w join come c on c.leaver_id = w.leaver_id and c.college_id = w.college_id and c.id <> all(w.knew)
    where c.crebo = w.crebo or w.there = 1),
  first_of as (select distinct on (application_id) * from pair order by application_id, closeness, id),
  chosen as (select distinct on (id) * from first_of order by id, closeness, applied_on, application_id),
  told as (
    insert into app.event (leaver_id, application_id, kind, as_of, audience, source)
    select leaver_id, application_id, 'noted-confirmed', day, 'school', 'sweep' from chosen)
  select array_agg(id), array_agg(application_id) into fits, reported from chosen;
  delete from app.noted_application n where n.kind = 'ordered' and n.confirmed_by = any(reported);
  update app.noted_application n set confirmed_by = c.reported from unnest(fits, reported) c (id, reported) where n.id = c.id;
end $$;

/** Whose noted application began to count or stopped counting since the last sweep. */
create or replace function app.noted_turned(last_day date, day date) returns uuid[] language sql stable as $$
  select array(select n.leaver_id from app.noted_application n where n.confirmed_by is null
    and (n.applied_on + ${NOTED_COUNTS_DAYS + 1} between coalesce(last_day, day) and day or n.applied_on between coalesce(last_day, day) and day))
$$;`;

/** Noting again, or in other words, never makes an unreported application younger; only what was taken away on the day itself does not count. */
const NOTE = `
create or replace function app.first_applied(leaver uuid, college uuid, applied date) returns date language sql stable as $$
  select least(applied, min(n.applied_on)) from app.noted_application n
  where n.leaver_id = leaver and n.college_id = college and n.confirmed_by is null and n.withdrawn_on is distinct from n.noted_on
$$;
create or replace function app.open_noted(leaver uuid) returns int language sql stable as $$
  select count(*)::int from app.noted_application n where n.leaver_id = leaver and n.confirmed_by is null and n.withdrawn_on is null and n.kind <> 'ordered'
$$;
create or replace function app.note_application(leaver uuid, what text, college uuid, programme uuid, words text, applied date, day date) returns uuid language plpgsql as $$
declare n app.noted_application; p app.programme; by_whom text;
begin
  perform from app.leaver l where l.id = leaver for update;
  by_whom := app.notes_as(leaver);
  if by_whom is null or not exists (select from app.organisation o where o.id = college and o.kind = 'mbo') or applied > day then return null; end if;
  select x.* into p from app.programme x where x.id = programme and x.college_id = college;
  select x.* into n from app.noted_application x where x.leaver_id = leaver and x.college_id = college and x.confirmed_by is null and x.withdrawn_on is null
    and x.kind <> 'ordered' and (x.crebo, x.pathway, x.starts_on) is not distinct from (p.crebo, p.pathway, p.starts_on)
    and (p.id is not null or x.programme_text is not distinct from words);
  if what = 'submitted' then applied := app.first_applied(leaver, college, applied); end if;
  if n.id is not null and n.kind = 'submitted' and what = 'planned' then return n.id; end if;
  if n.id is not null and n.kind = what and n.applied_on is not distinct from applied then return n.id; end if;
  if n.id is null and app.open_noted(leaver) >= ${NOTED_MOST.open} then return null; end if;
  if n.id is not null then
    update app.noted_application x set kind = what, applied_on = applied, noted_by = app.my_member(), noted_as = by_whom where x.id = n.id returning x.* into n;
  else
    insert into app.noted_application (leaver_id, college_id, crebo, pathway, starts_on, programme_text, kind, noted_on, applied_on, noted_by, noted_as, preference, knew)
    select leaver, college, p.crebo, p.pathway, p.starts_on, case when p.id is null then words end, what, day, applied, app.my_member(), by_whom,
      (select 1 + coalesce(max(o.preference), 0) from app.own_order(leaver) o),
      array(select a.id from app.application a where a.leaver_id = note_application.leaver and a.college_id = college)
    returning * into n;
  end if;
  perform app.tell_noted(n, 'application-noted', what, day);
  perform app.settle(day, array[leaver]);
  return n.id;
end $$;

create or replace function app.withdraw_noted(noted uuid, day date) returns boolean language plpgsql as $$
declare n app.noted_application := app.my_noted(noted);
begin
  if n.id is null or n.kind = 'ordered' or n.confirmed_by is not null then return false; end if;
  if n.withdrawn_on is not null then return true; end if;
  update app.noted_application x set withdrawn_on = day where x.id = n.id;
  perform app.tell_noted(n, 'noted-withdrawn', null, day);
  perform app.settle(day, array[n.leaver_id]);
  return true;
end $$;

create or replace function app.restore_noted(noted uuid, day date) returns boolean language plpgsql as $$
declare n app.noted_application := app.my_noted(noted);
begin
  if n.id is null then return false; end if;
  if n.withdrawn_on is null then return true; end if;
  if app.open_noted(n.leaver_id) >= ${NOTED_MOST.open} then return false; end if;
  update app.noted_application x set withdrawn_on = null where x.id = n.id;
  perform app.tell_noted(n, 'noted-restored', null, day);
  perform app.settle(day, array[n.leaver_id]);
  return true;
end $$;`;

/** Where an application stands that nobody gave a place: after those that have one, before what is noted next. */
const NO_PLACE = 1000;

/** The own order of what somebody noted and what colleges reported; a step moves one before or after its neighbour. */
const ORDER = `
create or replace function app.own_order(leaver uuid) returns table (id uuid, noted_id uuid, preference int, place int) language sql stable as $$
  select x.id, x.noted_id, x.preference, (row_number() over (order by x.preference, x.since, x.id))::int from (
    select a.id, n.id as noted_id, coalesce(n.preference, a.preference, ${NO_PLACE}) as preference, a.applied_on as since
    from app.application a join app.status_rule r on r.code = a.status and r.rank is not null
    left join app.noted_application n on n.confirmed_by = a.id where a.leaver_id = leaver
    union all
    select n.id, n.id, n.preference, n.noted_on from app.noted_application n
    where n.leaver_id = leaver and n.confirmed_by is null and n.withdrawn_on is null and n.kind <> 'ordered') x
$$;

/** One line for each who moved things that day, however many steps it took; colleges and desks never see an order. */
create or replace function app.tell_moved(leaver uuid, day date) returns void language sql as $$
  insert into app.event (leaver_id, kind, as_of, audience, source, organisation_id, member_id)
  select leaver, 'choices-moved', day, 'school', 'page', app.my_organisation(), app.my_member()
  where (select (e.as_of, e.member_id) is distinct from (day, app.my_member()) from (select 1) one
    left join lateral (select x.as_of, x.member_id from app.event x where x.leaver_id = leaver and x.kind = 'choices-moved' order by x.id desc limit 1) e on true)
$$;

/** Who last changed the order of the student who asks, or whose parent asks; nothing when that was the student. */
create or replace function app.my_order_changed() returns table (day date, person text) language sql stable as $$
  select e.as_of, app.full_name(a.given_name, a.name_prefix, a.family_name)
  from (select x.* from app.event x where x.leaver_id = app.my_leaver() and x.kind = 'choices-moved' order by x.id desc limit 1) e
  join app.membership m on m.id = e.member_id and m.role <> 'student' join app.account a on a.id = m.account_id
$$;

create or replace function app.move_choice(choice uuid, up boolean, day date) returns boolean language plpgsql as $$
declare leaver uuid; by_whom text; at_place int;
begin
  select x.leaver_id into leaver from (select n.leaver_id from app.noted_application n where n.id = choice
    union all select a.leaver_id from app.application a where a.id = choice) x;
  perform from app.leaver l where l.id = leaver for update;
  by_whom := app.notes_as(leaver);
  select o.place into at_place from app.own_order(leaver) o where o.id = choice;
  if by_whom is null or at_place is null then return false; end if;
  insert into app.noted_application (leaver_id, college_id, kind, noted_on, noted_by, noted_as, preference, confirmed_by)
  select leaver, a.college_id, 'ordered', day, app.my_member(), by_whom, o.place, a.id
  from app.own_order(leaver) o join app.application a on a.id = o.id where o.noted_id is null;
  update app.noted_application n set preference = case
      when o.place = at_place then case when up then greatest(o.place - 1, 1) else least(o.place + 1, o.last) end
      when o.place = at_place - 1 and up then at_place when o.place = at_place + 1 and not up then at_place else o.place end
  from (select w.*, max(w.place) over () as last from app.own_order(leaver) w) o where n.id = o.noted_id;
  perform app.tell_moved(leaver, day);
  perform app.settle(day, array[leaver]);
  return true;
end $$;`;

const DOORS = {
  'note_application(uuid, text, uuid, uuid, text, date, date)': ['student', 'mentor', 'school'],
  'withdraw_noted(uuid, date)': ['student', 'mentor', 'school'],
  'restore_noted(uuid, date)': ['student', 'mentor', 'school'],
  'move_choice(uuid, boolean, date)': ['student', 'mentor', 'school'],
  'my_order_changed()': ['student', 'guardian'],
};

export const noted = [WHO, CONFIRM, NOTE, ORDER, opened(DOORS)].join('\n');
