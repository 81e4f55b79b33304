/** Rows 1–4 open one case per young person; what the facts say closes it; nothing moves to another desk silently (rules 6, 8). */
export const moveCases = `
create or replace function app.move_cases(day date, moved_signals uuid[]) returns void language sql as $$
  with touched as materialized (
    select s.*, l.region as school_region, l.destination, r.leerplicht_id, r.doorstroompunt_id, rule.start_alert,
      case s.route when 'leerplicht' then r.leerplicht_id when 'help-offer' then r.doorstroompunt_id
        when 'doorstroompunt' then r.doorstroompunt_id end as desk_id
    from app.signal s
    join app.leaver l on l.id = s.leaver_id
    join app.signal_rule rule on rule.code = s.kind
    left join app.routes_on(day, array(select leaver_id from app.signal where id = any(moved_signals))) r on r.leaver_id = s.leaver_id
    where s.id = any(moved_signals)),
  opened as (
    insert into app.desk_case (leaver_id, signal_id, route, desk_id, queue_region, opened_on)
    select t.leaver_id, t.id, t.route, t.desk_id, case when t.desk_id is null then t.school_region end, day
    from touched t
    where t.closed_on is null and t.start_alert
      and exists (select from app.desk_rule d where d.route = t.route and d.opens_case)
      and not exists (select from app.desk_case c where c.leaver_id = t.leaver_id and c.closed_on is null)
    on conflict do nothing
    returning *),
  given as (
    update app.desk_case c set desk_id = t.desk_id, route = t.route
    from touched t where c.leaver_id = t.leaver_id and c.closed_on is null and t.closed_on is null
      and c.desk_id is null and t.desk_id is not null and c.owner_id is null and c.route = 'region-queue' and t.route <> 'region-queue'
    returning c.*),
  offered as (
    update app.desk_case c set offered_to = t.desk_id
    from touched t where c.leaver_id = t.leaver_id and c.closed_on is null and t.closed_on is null
      and c.desk_id is not null and t.desk_id is not null and c.desk_id <> t.desk_id and c.offered_to is distinct from t.desk_id
    returning c.*),
  closed as (
    update app.desk_case c set closed_on = day, outcome = case t.closed_because
        when 'started' then coalesce((select case a.pathway when 'bbl' then 'bbl' else 'full-time' end
          from app.application a where a.leaver_id = t.leaver_id and a.status = 'started' limit 1), 'full-time')
        when 'destination-known' then (select d.outcome from app.destination_rule d where d.code = t.destination)
        else 'signal-gone' end
    from touched t where c.leaver_id = t.leaver_id and c.closed_on is null and t.closed_on is not null
    returning c.*)
  insert into app.event (leaver_id, case_id, kind, became, as_of, audience, source, organisation_id)
  select leaver_id, id, 'case-opened', route, day, 'all', 'sweep', desk_id from opened
  union all select leaver_id, id, 'case-assigned', route, day, 'all', 'sweep', desk_id from given
  union all select leaver_id, id, 'case-offered', 'doorstroompunt', day, 'all', 'sweep', offered_to from offered
  union all select leaver_id, id, 'case-closed', outcome, day, 'all', 'sweep', desk_id from closed
$$;

/** Who besides the school sees these leavers: the desk with a case, the Doorstroompunt of the home region, the region's queue, tie candidates. */
create or replace function app.refresh_access(leavers uuid[]) returns void language sql as $$
  with wanted as (
    select c.leaver_id, c.desk_id as organisation_id, null::text as region, 'case' as because
      from app.desk_case c where c.leaver_id = any(leavers) and c.desk_id is not null
    union select c.leaver_id, c.offered_to, null, 'case' from app.desk_case c where c.leaver_id = any(leavers) and c.offered_to is not null
    union select c.leaver_id, d.doorstroompunt_id, null, 'information'
      from app.desk_case c join app.leaver l on l.id = c.leaver_id join app.municipality_desk d on d.folded = l.municipality_folded
      where c.leaver_id = any(leavers) and c.desk_id is not null and d.doorstroompunt_id is not null
    union select c.leaver_id, null, c.queue_region, 'queue' from app.desk_case c where c.leaver_id = any(leavers) and c.queue_region is not null
    union select t.leaver_id, null, a.region, 'tie' from app.tie_candidate t join app.application a on a.id = t.application_id
      where t.leaver_id = any(leavers) and a.tie <> 'automatic' and a.region is not null),
  gone as (
    delete from app.leaver_access a where a.leaver_id = any(leavers) and not exists (select from wanted w
      where (w.leaver_id, w.organisation_id, w.region, w.because) is not distinct from (a.leaver_id, a.organisation_id, a.region, a.because)))
  insert into app.leaver_access (leaver_id, organisation_id, region, because)
  select leaver_id, organisation_id, region, because from wanted on conflict do nothing
$$;`;
