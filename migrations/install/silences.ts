/**
 * Programmes of which nobody was reported, from so many days after the start date on (rules 5): asked of the college, told to
 * the region. One row per programme, closed by the first report that somebody started or did not come. Only programmes that
 * are silent already or have somebody placed and not yet started are looked at.
 */
export const silences = `
create or replace function app.move_silences(day date) returns uuid[] language plpgsql set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare changed uuid[];
begin
  with asked as materialized (
    select college_id, crebo, pathway, starts_on from app.silence where closed_on is null
    union select college_id, crebo, pathway, starts_on from app.application
      where leaver_id is not null and (last_event_on > move_silences.day or status in (select code from app.status_rule where phase = 'admitted'))),
  programmes as materialized (
    select a.college_id, a.crebo, a.pathway, a.starts_on,
      bool_or(s.placed and move_silences.day >= a.starts_on + coalesce(own.silence_days, c.silence_days)) as waiting,
      bool_or(s.status in ('started', 'no-show')) as heard
    from asked join app.application a using (college_id, crebo, pathway, starts_on)
    join app.standing_on(move_silences.day, array(select b.leaver_id from asked join app.application b using (college_id, crebo, pathway, starts_on)
      where b.leaver_id is not null)) s on s.application_id = a.id
    join app.calendar c on c.school_year = a.school_year
    left join app.region_calendar own on own.region = a.region and own.school_year = a.school_year
    group by a.college_id, a.crebo, a.pathway, a.starts_on),
  closed as (
    update app.silence s set closed_on = move_silences.day from programmes p
    where s.closed_on is null and (s.college_id, s.crebo, s.pathway, s.starts_on) = (p.college_id, p.crebo, p.pathway, p.starts_on)
      and (p.heard or not p.waiting)
    returning s.college_id, s.crebo, s.pathway, s.starts_on),
  opened as (
    insert into app.silence (college_id, crebo, pathway, starts_on, opened_on)
    select p.college_id, p.crebo, p.pathway, p.starts_on, move_silences.day from programmes p
    where p.waiting and not p.heard and not exists (select from app.silence s where s.closed_on is null
      and (s.college_id, s.crebo, s.pathway, s.starts_on) = (p.college_id, p.crebo, p.pathway, p.starts_on))
    returning college_id, crebo, pathway, starts_on)
  select coalesce(array_agg(distinct a.leaver_id), '{}') into changed
  from (select * from closed union all select * from opened) p
  join app.application a on (a.college_id, a.crebo, a.pathway, a.starts_on) = (p.college_id, p.crebo, p.pathway, p.starts_on)
  where a.leaver_id is not null;
  return changed;
end $$;

/** After a report: programmes of these leavers that are no longer silent. Gives everybody whose card said so. */
create or replace function app.end_silences(day date, leavers uuid[]) returns uuid[] language sql as $$
  with closed as (
    update app.silence s set closed_on = end_silences.day
    where s.closed_on is null and exists (
      select from app.application a where a.leaver_id = any(leavers) and a.status in ('started', 'no-show')
        and (a.college_id, a.crebo, a.pathway, a.starts_on) = (s.college_id, s.crebo, s.pathway, s.starts_on))
    returning s.college_id, s.crebo, s.pathway, s.starts_on)
  select coalesce(array_agg(distinct a.leaver_id), '{}') from closed c
  join app.application a on (a.college_id, a.crebo, a.pathway, a.starts_on) = (c.college_id, c.crebo, c.pathway, c.starts_on)
  where a.leaver_id is not null
$$;`;
