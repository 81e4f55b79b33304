import { DECIDES_ALONE_AT, LEAST_MEASURED, PASSPORT_PARTS } from '#policy';
import { opened } from './students.ts';

const OWN = PASSPORT_PARTS.map((section) => `'${section}'`).join(', ');
const on = (moment: string): string => `((${moment}) at time zone 'Europe/Amsterdam')::date`;

/**
 * How far the passport of each of these leavers is and who moves next, without a word of what it says, nor that a part about support exists (rules 10). Moments are kept in
 * real time; whoever asks moves them to the day that holds. Leavers who were not let in have no row, unless something is shared.
 */
const steps = `
create or replace function app.passport_steps_of(day date, leavers uuid[]) returns table (leaver_id uuid, step text, who text, since date, shared boolean) language sql stable
set plan_cache_mode = force_custom_plan as $$
  with let_in as materialized (
    select m.leaver_id, min(m.accepted_at) as at from app.membership m
    where m.role = 'student' and m.accepted_at is not null and m.leaver_id = any(leavers) group by m.leaver_id),
  going as materialized (
    select l.id from app.leaver l join let_in on let_in.leaver_id = l.id join app.calendar k on k.school_year = l.school_year
    left join app.region_calendar own on own.region = l.region and own.school_year = l.school_year
    where day < coalesce(own.early_leaver_until, k.early_leaver_until)),
  parts as materialized (
    select t.leaver_id, count(*) filter (where t.section in (${OWN})) as begun, count(*) filter (where t.done and t.section in (${OWN})) as finished,
      min(t.written_at) filter (where t.section in (${OWN})) as first_at, max(t.written_at) filter (where t.section in (${OWN})) as last_at,
      max(t.written_at) filter (where t.section = 'mentor-part' and t.done) as mentor_at, max(t.version) filter (where t.section = 'mentor-part' and t.done) as mentor_version
    from app.section_text t where t.leaver_id = any(leavers) group by t.leaver_id),
  said as materialized (
    select distinct on (a.leaver_id) a.leaver_id, a.agrees, a.said_at, a.version from app.agreement a
    where a.leaver_id = any(leavers) and a.section = 'mentor-part' order by a.leaver_id, a.said_at desc),
  shares as materialized (
    select s.leaver_id, bool_or(s.state = 'given' and s.until_on >= day) as shared, min(g.shared_at) filter (where s.state = 'waiting') as waits_since,
      min(s.readable_at) filter (where s.state = 'given' and s.until_on >= day and r.rank is not null and app.is_released(s.section, a.status, s.early)
        and s.readable_at > coalesce(seen.seen_at, '-infinity')) as unread_since,
      bool_or(s.state = 'given' and s.until_on >= day and g.needs_guardian and r.rank is not null
        and app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) between g.shared_on + 1 and day) as again
    from app.share s join app.sharing g on g.id = s.sharing_id join app.leaver l on l.id = s.leaver_id join app.application a on a.id = s.application_id
    join app.status_rule r on r.code = a.status left join app.passport_seen seen on seen.application_id = s.application_id
    where s.leaver_id = any(leavers) and s.state in ('given', 'waiting') and not g.by_school group by s.leaver_id),
  refused as materialized (select n.leaver_id, n.at from app.not_shared(day, leavers) n)
  select x.id, n.step, case when n.step in ('begin', 'student-part', 'read-mentor-part', 'share', 'share-again') then 'student' when n.step in ('mentor-part', 'discuss', 'not-shared') then 'mentor'
      when n.step = 'parent' then 'parent' when n.step = 'college-reads' then 'college' end,
    ${on('n.at')}, coalesce(h.shared, false)
  from (select leaver_id as id from let_in union select leaver_id from shares) x
  left join let_in i on i.leaver_id = x.id left join parts p on p.leaver_id = x.id left join said a on a.leaver_id = x.id and a.version = p.mentor_version
  left join shares h on h.leaver_id = x.id left join refused f on f.leaver_id = x.id
  left join lateral (select w.step, w.at from (values
    (h.waits_since is not null, 'parent', h.waits_since),
    (f.leaver_id is not null, 'not-shared', f.at),
    (h.again, 'share-again', null),
    (h.unread_since is not null, 'college-reads', h.unread_since),
    (h.shared, null, null),
    (coalesce(p.begun, 0) = 0, 'begin', i.at),
    (p.finished < ${PASSPORT_PARTS.length}, 'student-part', p.first_at),
    (p.mentor_at is null, 'mentor-part', p.last_at),
    (a.agrees is null, 'read-mentor-part', p.mentor_at),
    (not a.agrees, 'discuss', a.said_at),
    (true, 'share', greatest(a.said_at, p.last_at))) w (holds, step, at) where w.holds limit 1) n on x.id in (select id from going)
$$;

/** Of the own leavers of a mentor, or of the school of a dean or team leader; nobody else's, whoever asks. That somebody disagreed, or that sharing was stopped, is between them and their mentor. Each asks an index by itself: one question for both read everybody. */
create or replace function app.passport_steps(day date, only_these uuid[]) returns table (leaver_id uuid, step text, who text, since date, shared boolean) language sql stable as $$
  select s.leaver_id, case when k.shows then s.step end, case when k.shows then s.who end, case when k.shows then s.since end, s.shared
  from app.membership me
  cross join lateral app.passport_steps_of(day, case when me.role in ('careers-dean', 'team-leader')
    then array(select l.id from app.leaver l where l.school_id = me.organisation_id and (only_these is null or l.id = any(only_these)))
    else array(select l.id from app.leaver l where l.mentor_id = any((select app.my_members())::uuid[]) and (only_these is null or l.id = any(only_these))) end) s
  cross join lateral (select coalesce(s.step, '') not in ('discuss', 'not-shared') or exists (
    select from app.leaver l join app.mentors_of(array[me.id], day) o on o.mentor_id = l.mentor_id where l.id = s.leaver_id) as shows) k
  where me.id = app.my_member()
$$;`;

/** Lead times of the finished steps of the own school, of leavers who go on or went last; fewer than so many are left out. */
const leadTimes = `
create or replace function app.lead_times(day date) returns table (step text, days numeric, leavers int) language sql stable as $$
  with mine as materialized (
    select l.id from app.membership me join app.leaver l on l.school_id = me.organisation_id join app.calendar k on k.school_year = l.school_year
    left join app.region_calendar own on own.region = l.region and own.school_year = l.school_year
    where me.id = app.my_member() and me.role in ('careers-dean', 'team-leader') and day < coalesce(own.early_leaver_until, k.early_leaver_until) + 365),
  parts as materialized (
    select t.leaver_id, max(t.written_at) filter (where t.section in (${OWN}) and t.done) as own_at, min(t.written_at) filter (where t.section in (${OWN})) as first_at,
      count(*) filter (where t.section in (${OWN}) and t.done) as finished, max(t.written_at) filter (where t.section = 'mentor-part' and t.done) as mentor_at
    from app.section_text t where t.leaver_id in (select id from mine) group by t.leaver_id),
  took as (
    select 'student-part' as step, leaver_id, ${on('own_at')} - ${on('first_at')} as days from parts where finished = ${PASSPORT_PARTS.length}
    union all
    select 'mentor-part', leaver_id, ${on('mentor_at')} - ${on('own_at')} from parts where finished = ${PASSPORT_PARTS.length} and mentor_at >= own_at
    union all
    select 'read-mentor-part', p.leaver_id, ${on('min(a.said_at)')} - ${on('min(p.mentor_at)')} from parts p
      join app.agreement a on a.leaver_id = p.leaver_id and a.section = 'mentor-part' and a.said_at >= p.mentor_at group by p.leaver_id
    union all
    select 'parent', g.leaver_id, ${on('min(s.given_at)')} - ${on('min(g.shared_at)')} from app.sharing g join app.share s on s.sharing_id = g.id and s.given_at is not null
      where g.needs_guardian and g.leaver_id in (select id from mine) group by g.leaver_id
    union all
    select 'college-answer', a.leaver_id, min(e.as_of) - min(a.applied_on) from app.application a
      join app.event e on e.application_id = a.id and e.kind = 'status-reported' and e.became <> 'submitted' and e.as_of >= a.applied_on
      where a.leaver_id in (select id from mine) group by a.leaver_id
    union all
    select 'desk-pick-up', c.leaver_id, app.working_days(c.opened_on, f.picked_up_on) from app.desk_case c cross join lateral app.first_days(c) f where f.picked_up_on is not null and c.leaver_id in (select id from mine)
    union all
    select 'desk-contact', c.leaver_id, app.working_days(c.opened_on, f.contacted_on) from app.desk_case c cross join lateral app.first_days(c) f where f.contacted_on is not null and c.leaver_id in (select id from mine))
  select took.step, percentile_cont(0.5) within group (order by took.days)::numeric, count(distinct took.leaver_id)::int
  from took group by took.step having count(distinct took.leaver_id) >= ${LEAST_MEASURED}
$$;`;

/** What of sharing waits for the student or asks a talk, for whose own part it is, whatever else is louder. */
const sharing = `
create or replace function app.sharing_stands(leaver uuid, day date) returns text language sql stable as $$
  select case when exists (select from app.not_shared(day, array[l.id])) then 'not-shared' when app.decides_anew(l, day) then 'share-again' end
  from app.leaver l where l.id = leaver and l.mentor_id = any((select app.my_members())::uuid[])
$$;`;

const DOORS = { 'sharing_stands(uuid, date)': ['mentor', 'school'], 'passport_steps(date, uuid[])': ['mentor', 'school'], 'lead_times(date)': ['school'] };

export const turns = [steps, leadTimes, sharing, opened(DOORS)].join('\n');
