import { IN_VIEW, inViewEndings, inViewFound, outcomesInView } from '#policy';
import { routeCase } from './routes.ts';

const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');
const stays = quoted(outcomesInView.filter((row) => row.stays).map(({ outcome }) => outcome));
const types = quoted(IN_VIEW.schoolTypes);
const standing = quoted(inViewEndings.filter((row) => row.stands).map(({ code }) => code));
const byHand = quoted(inViewEndings.filter((row) => row.byHand).map(({ code }) => code));
const found = inViewFound.map(({ code, months, ending }) => `('${code}', ${months ?? 'null'}, ${ending ? `'${ending}'` : 'null'})`).join(', ');

/**
 * Who should be in view on a day and at which desk, and of the others who might be why not. No reason: in view. A case that is
 * open, a start, an application that may still start, a school, the upper age: each takes somebody out. Nearly nobody can be in view,
 * so who might be is found first.
 */
const wanted = `
create or replace function app.judged_in_view(day date, leavers uuid[]) returns table (leaver_id uuid, because text, follows boolean, case_id uuid, desk_id uuid,
  leerplicht_id uuid, doorstroompunt_id uuid, reason text) language sql stable as $$
  with last_case as materialized (
    select distinct on (c.leaver_id) c.* from app.desk_case c where leavers is null or c.leaver_id = any(leavers)
    order by c.leaver_id, c.closed_on desc nulls first, c.number desc),
  last_view as materialized (
    select distinct on (v.leaver_id) v.* from app.in_view v where leavers is null or v.leaver_id = any(leavers)
    order by v.leaver_id, v.closed_on desc nulls first, v.since desc),
  those as materialized (
    select x.id from app.leaver x where x.school_type in (${types}) and x.anonymous_on is null and (leavers is null or x.id = any(leavers))
    union select leaver_id from last_case where outcome in (${stays}) union select leaver_id from last_view where closed_on is null),
  l as materialized (
    select x.*, c.id as case_id, c.outcome, c.id is not null and c.closed_on is null as has_case, v.closed_on as left_on, v.closed_because as left_because, v.case_id as left_case,
      v.id is not null and v.closed_on is null as is_in, v.watched_from, coalesce(own.grace_days, k.grace_days) as grace_days,
      x.school_type in (${types}) as follows, case when c.outcome in (${stays}) then 'ended-case' else 'profile' end as because
    from app.leaver x join app.calendar k on k.school_year = x.school_year
    left join app.region_calendar own on own.region = x.region and own.school_year = x.school_year left join last_case c on c.leaver_id = x.id left join last_view v on v.leaver_id = x.id
    where x.anonymous_on is null and x.id = any(array(select id from those)) and (v.id is not null and v.closed_on is null or c.outcome in (${stays})
      or x.school_type in (${types}) and day >= coalesce(own.no_place_at_start_from, k.no_place_at_start_from) and c.outcome is distinct from 'full-time' and c.outcome is distinct from 'bbl')),
  applied as materialized (
    select s.leaver_id, bool_or(s.status = 'started') as started,
      bool_or(s.rank is not null and s.status not in ('planned', 'started') and day < s.starts_on + l.grace_days) as may_start
    from app.standing_on(day, array(select id from l)) s join l on l.id = s.leaver_id group by s.leaver_id),
  points as materialized (select distinct on (o.region) o.region, o.id from app.organisation o where o.kind = 'doorstroompunt' order by o.region, o.code),
  routed as (
    select l.*, d.leerplicht_id, coalesce(d.doorstroompunt_id, p.id) as doorstroompunt_id, a.started, a.may_start, r.settled, r.outcome as led_to, ${routeCase} as route,
      day >= app.birthday(l.birth_date, (select u.years from app.upper_age u where u.valid_from <= day order by u.valid_from desc limit 1)) as too_old,
      exists (select from app.event e where e.leaver_id = l.id and e.kind = 'destination-known' and e.became = l.destination and e.as_of > l.watched_from) as known_later
    from l left join applied a on a.leaver_id = l.id left join app.municipality_desk d on d.folded = l.municipality_folded
    left join points p on p.region = l.region left join app.destination_rule r on r.code = l.destination)
  select id, because, follows, case_id, case route when 'leerplicht' then leerplicht_id else doorstroompunt_id end, leerplicht_id, doorstroompunt_id,
    case when destination = 'deceased' then '' when has_case then 'new-case' when started then 'started' when may_start then 'applied'
      when settled and led_to = 'full-time' then 'school' when is_in and settled and known_later and led_to = 'work' then 'job'
      when destination = 'abroad' or is_in and settled and known_later then 'settled' when too_old then 'upper-age'
      when route = 'mentor-only' or doorstroompunt_id is null and leerplicht_id is null then 'corrected'
      when not is_in and left_because = 'applied' and day < left_on + ${IN_VIEW.appliedDays} then 'applied'
      when not is_in and left_because in (${standing}) and left_case is not distinct from case_id then left_because end
  from routed
$$;`;

/** Lets people in and out (in between sweeps only in after a case that closed today: another may be about to open), and says so on the timeline of who may know. Gives the leavers for whom something changed. */
const moving = `
create or replace function app.move_in_view(day date, leavers uuid[]) returns uuid[] language plpgsql as $$
#variable_conflict use_column
declare changed uuid[];
begin
  with judged as materialized (select * from app.judged_in_view(move_in_view.day, leavers)),
  was as materialized (select v.* from app.in_view v where v.closed_on is null and (leavers is null or v.leaver_id = any(leavers))),
  entered as (
    insert into app.in_view (leaver_id, because, school_follows, case_id, desk_id, since, watched_from, next_check_on)
    select j.leaver_id, j.because, j.follows, j.case_id, coalesce(j.desk_id, j.doorstroompunt_id), move_in_view.day, move_in_view.day, (move_in_view.day + interval '${IN_VIEW.months} months')::date
    from judged j where j.reason is null and not exists (select from was w where w.leaver_id = j.leaver_id)
      and (leavers is null or exists (select from app.desk_case c where c.id = j.case_id and c.closed_on = move_in_view.day))
    on conflict do nothing returning *),
  moved as (
    update app.in_view v set desk_id = j.desk_id, offered_to = null from judged j join was w on w.leaver_id = j.leaver_id
    where v.id = w.id and j.reason is null and j.desk_id is not null and w.desk_id is distinct from j.leerplicht_id and w.desk_id is distinct from j.doorstroompunt_id returning v.*),
  offered as (
    update app.in_view v set offered_to = case when j.desk_id = j.doorstroompunt_id then j.doorstroompunt_id end from judged j join was w on w.leaver_id = j.leaver_id
    where v.id = w.id and j.reason is null and w.desk_id = j.leerplicht_id
      and w.offered_to is distinct from case when j.desk_id = j.doorstroompunt_id then j.doorstroompunt_id end returning v.*),
  ended as (
    update app.in_view v set closed_on = move_in_view.day, closed_because = j.reason, offered_to = null, call_on = null from judged j join was w on w.leaver_id = j.leaver_id
    where v.id = w.id and j.reason is not null returning v.*),
  told as (
    insert into app.event (leaver_id, kind, became, as_of, audience, source, organisation_id)
    select leaver_id, kind, became, move_in_view.day, case when school_follows then 'all' else 'desk' end, 'sweep', desk_id from (
      select e.*, 'in-view' as kind, e.because as became from entered e union all select m.*, 'in-view-moved', null from moved m
      union all select o.*, 'in-view-offered', null from offered o where o.offered_to is not null
      union all select e.*, 'in-view-ended', e.closed_because from ended e where e.closed_because <> '') as happened
    returning leaver_id)
  select array_agg(distinct leaver_id) into changed from (select leaver_id from told union select leaver_id from ended) as them;
  return coalesce(changed, '{}');
end $$;`;

/** What people do: the desk that has it, or a school that follows its own leavers. Null or false: not theirs. */
const acting = `
create or replace function app.my_in_view(leaver uuid) returns app.in_view language sql volatile as $$
  select v from app.in_view v join app.leaver l on l.id = v.leaver_id
  where v.id = (select x.id from app.in_view x where x.leaver_id = leaver order by x.closed_on desc nulls first, x.since desc limit 1) and (v.desk_id = app.my_organisation()
    or v.school_follows and l.school_id = app.my_organisation() and exists (select from app.membership m where m.id = app.my_member()
      and (m.role = 'careers-dean' or m.role = 'mentor' and l.mentor_id = any(app.my_members())))) for update of v
$$;
create or replace function app.check_in_view(leaver uuid, what text, remark text, call_day date, day date) returns boolean language plpgsql as $$
declare v app.in_view := app.my_in_view(leaver); rule record; ours boolean; told_to text;
begin
  if v.id is null then return false; end if;
  if v.closed_on is not null then return true; end if;
  select * into rule from (values ${found}) as f (code, months, ending) where f.code = what;
  if rule.code is null then return false; end if;
  ours := v.desk_id = app.my_organisation();
  if exists (select from app.attempt t where t.leaver_id = v.leaver_id and t.member_id = app.my_member() and t.choice = rule.code and t.note = remark
    and t.made_at > now() - interval '1 minute') then return true; end if;
  insert into app.attempt (leaver_id, member_id, organisation_id, choice, note, on_day) values (v.leaver_id, app.my_member(), app.my_organisation(), rule.code, remark, day);
  update app.in_view set last_check_on = day, last_found = rule.code, last_by = app.my_organisation(), call_on = call_day,
    next_check_on = case when rule.months is null then day else (day + make_interval(months => rule.months))::date end,
    closed_on = case when ours and rule.ending is not null then day end, closed_because = case when ours then rule.ending end where id = v.id;
  told_to := case when v.school_follows then 'all' else 'desk' end;
  insert into app.event (leaver_id, kind, became, as_of, audience, source, organisation_id, member_id)
  values (v.leaver_id, 'in-view-checked', rule.code, day, told_to, 'page', app.my_organisation(), app.my_member());
  if ours and rule.ending is not null then
    insert into app.event (leaver_id, kind, became, as_of, audience, source, organisation_id, member_id)
    values (v.leaver_id, 'in-view-ended', rule.ending, day, told_to, 'page', app.my_organisation(), app.my_member());
  end if;
  return true;
end $$;
create or replace function app.return_to_view(leaver uuid, day date) returns text language plpgsql as $$
declare v app.in_view := app.my_in_view(leaver);
begin
  if v.id is null or v.desk_id <> app.my_organisation() then return 'gone'; end if;
  if v.closed_on is null then return 'done'; end if;
  if v.closed_because not in (${byHand}) or exists (select from app.in_view o where o.leaver_id = v.leaver_id and o.closed_on is null)
    or exists (select from app.desk_case c where c.leaver_id = v.leaver_id and c.closed_on is null) then return 'too-late'; end if;
  update app.in_view set closed_on = null, closed_because = null, watched_from = day, next_check_on = day where id = v.id;
  insert into app.event (leaver_id, kind, as_of, audience, source, organisation_id, member_id)
  values (v.leaver_id, 'in-view-again', day, case when v.school_follows then 'all' else 'desk' end, 'page', app.my_organisation(), app.my_member());
  return 'done';
end $$;
create or replace function app.take_in_view(leaver uuid, day date) returns boolean language plpgsql as $$
declare v app.in_view;
begin
  update app.in_view set desk_id = app.my_organisation(), offered_to = null where leaver_id = leaver and offered_to = app.my_organisation() and closed_on is null returning * into v;
  if v.id is null then return exists (select from app.in_view x where x.leaver_id = leaver and x.closed_on is null and x.desk_id = app.my_organisation()); end if;
  insert into app.event (leaver_id, kind, as_of, audience, source, organisation_id, member_id)
  values (v.leaver_id, 'in-view-taken', day, case when v.school_follows then 'all' else 'desk' end, 'page', app.my_organisation(), app.my_member());
  perform app.refresh_access(array[v.leaver_id]);
  return true;
end $$;`;

export const inView = [wanted, moving, acting].join('\n');

export const inViewFunctions = ['check_in_view(uuid, text, text, date, date)', 'return_to_view(uuid, date)', 'take_in_view(uuid, date)'];
