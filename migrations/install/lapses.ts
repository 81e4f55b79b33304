/**
 * Who started somewhere needs no other place: each other live application of these leavers lapses, as of that start, so that its
 * college sees the place come free. When the start no longer stands, so it was retracted or ended later, the lapses are retracted
 * and everything holds as before: signals are the same with them as without.
 */
const LAPSING = `
create or replace function app.lapse_elsewhere(day date, leavers uuid[]) returns void language plpgsql as $$
declare back uuid[]; gone uuid[];
begin
  with started as materialized (
    select a.leaver_id, max(a.status_on) as on_day from app.application a where a.leaver_id = any(leavers) and a.status = 'started' group by 1),
  former as (
    select e.id, e.application_id from app.application a
    join app.event e on e.application_id = a.id and e.kind = 'status-reported' and e.source = 'sweep'
    left join started s on s.leaver_id = a.leaver_id
    where a.leaver_id = any(leavers) and (s.leaver_id is null or e.as_of < s.on_day)
      and not exists (select from app.event undo where undo.retracts = e.id)),
  retracted as (
    insert into app.event (application_id, kind, became, as_of, source, retracts)
    select application_id, 'status-retracted', 'lapsed', day, 'sweep', id from former on conflict do nothing returning application_id)
  select array_agg(distinct application_id) into back from retracted;
  if back is not null then perform app.refresh_statuses(back); end if;
  with started as materialized (
    select a.leaver_id, max(a.status_on) as on_day from app.application a where a.leaver_id = any(leavers) and a.status = 'started' group by 1),
  lapsed as (
    insert into app.event (application_id, kind, was, became, as_of, source)
    select o.id, 'status-reported', o.status, 'lapsed', greatest(s.on_day, o.last_event_on, o.applied_on), 'sweep'
    from started s join app.application o on o.leaver_id = s.leaver_id and o.leaver_id = any(leavers) and o.status <> 'started'
    join app.status_rule r on r.code = o.status and r.rank is not null
    returning application_id)
  select array_agg(application_id) into gone from lapsed;
  if gone is not null then perform app.refresh_statuses(gone); end if;
end $$;

/** Of an application that leaves its leaver: its lapses were about that leaver. */
create or replace function app.forget_lapses(day date, application uuid) returns void language plpgsql as $$
begin
  insert into app.event (application_id, kind, became, as_of, source, retracts)
  select e.application_id, 'status-retracted', 'lapsed', day, 'sweep', e.id from app.event e
  where e.application_id = application and e.kind = 'status-reported' and e.source = 'sweep'
    and not exists (select from app.event undo where undo.retracts = e.id);
  if found then perform app.refresh_statuses(array[application]); end if;
end $$;

/** Whether this application ended only because its leaver started at another college or programme. */
create or replace function app.lapsed_elsewhere(application uuid) returns boolean language sql stable as $$
  select exists (select from app.event e where e.application_id = application and e.kind = 'status-reported' and e.source = 'sweep'
    and not exists (select from app.event undo where undo.retracts = e.id))
$$;`;

export const lapses = LAPSING;
