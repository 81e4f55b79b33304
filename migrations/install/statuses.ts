import { NOTED_COUNTS_DAYS, PLACED_FROM_RANK } from '#policy';

/**
 * Where applications stand on a day, from what was reported as of that day: the last status, but a start is undone only by an
 * ended status of a later day (rules 2). Applications without a report are not among the rows.
 */
export const statusesOn = `
create or replace function app.statuses_on(day date, only_these uuid[])
returns table (application_id uuid, status text, status_on date, last_event_on date) language sql stable as $$
  select reported.application_id,
    case when stands then 'started' else last end,
    case when stands then started_on else last_on end,
    last_on
  from (
    select e.application_id,
      (array_agg(e.became order by e.as_of desc, e.id desc))[1] as last,
      max(e.as_of) as last_on,
      max(e.as_of) filter (where e.became = 'started') as started_on,
      coalesce(max(e.as_of) filter (where e.became = 'started')
        >= coalesce(max(e.as_of) filter (where r.rank is null), '-infinity'), false) as stands
    from app.event e join app.status_rule r on r.code = e.became
    where e.kind = 'status-reported' and e.application_id = any(only_these) and e.as_of <= day
      and not exists (select from app.event undo where undo.retracts = e.id)
    group by e.application_id) reported
$$;

/**
 * Writes the standing of these applications into their current columns: from what was reported, or without any report as
 * they came in. Many are planned with the ids at hand (settle).
 */
create or replace function app.refresh_statuses(only_these uuid[]) returns void language plpgsql set plan_cache_mode = auto as $$
begin
  perform app.plan_for(cardinality(only_these));
  update app.application a
  set status = s.status, status_on = s.status_on, last_event_on = s.last_event_on
  from app.statuses_on('infinity', only_these) s
  where a.id = s.application_id and (a.status, a.status_on, a.last_event_on) is distinct from (s.status, s.status_on, s.last_event_on);

  update app.application a
  set status = 'submitted', status_on = a.applied_on, last_event_on = null
  where a.id = any(only_these) and (a.status, a.status_on, a.last_event_on) is distinct from ('submitted', a.applied_on, null::date)
    and not exists (select from app.event e where e.kind = 'status-reported' and e.application_id = a.id
      and not exists (select from app.event undo where undo.retracts = e.id));
end $$;

/**
 * The applications that count on a day, each with its status then: the current one unless something was dated later. What a
 * student or mentor noted counts beside them, until its college reported it, it was taken away, or it got no report for too long.
 */
create or replace function app.standing_on(day date, leavers uuid[])
returns table (application_id uuid, noted_id uuid, leaver_id uuid, status text, status_on date, rank int, placed boolean, starts_on date, heard_on date)
language sql stable as $$
  with a as materialized (
    select x.id, x.leaver_id, x.status, x.status_on, x.last_event_on, x.applied_on, x.starts_on from app.application x
    where x.applied_on <= day and x.leaver_id is not null and (leavers is null or x.leaver_id = any(leavers)))
  select a.id, null::uuid, a.leaver_id, r.code, case when a.last_event_on > day then coalesce(s.status_on, a.applied_on) else a.status_on end,
    r.rank, coalesce(r.rank >= ${PLACED_FROM_RANK}, false), a.starts_on,
    greatest(a.applied_on, case when a.last_event_on > day then s.last_event_on else a.last_event_on end)
  from a
  left join app.statuses_on(day, array(select b.id from a b where b.last_event_on > day)) s on s.application_id = a.id
  join app.status_rule r on r.code = case when a.last_event_on > day then coalesce(s.status, 'submitted') else a.status end
  union all
  select null, n.id, n.leaver_id, r.code, coalesce(n.applied_on, n.noted_on), r.rank, false, n.starts_on, null
  from app.noted_application n join app.status_rule r on r.code = n.kind
  where n.confirmed_by is null and (n.withdrawn_on is null or n.withdrawn_on > day) and (leavers is null or n.leaver_id = any(leavers))
    and coalesce(n.applied_on, n.noted_on) <= day and (n.applied_on is null or day <= n.applied_on + ${NOTED_COUNTS_DAYS})
$$;`;
