/**
 * Compares what holds on a day with what is open: closes, moves to another row or desk, and (in a sweep) opens. One statement,
 * so sweeps at the same moment cannot do a thing twice. Each change is an event. Cases are in move-cases.
 */
export const moveSignals = `
create or replace function app.close_reason(of_leaver uuid, day date) returns text language sql stable as $$
  select case
    when exists (select from app.standing_on(day, array[of_leaver]) s where s.status = 'started') then 'started'
    when l.destination is not null and (select settled from app.destination_rule where code = l.destination) then 'destination-known'
    when exists (select from app.standing_on(day, array[of_leaver]) s where s.placed) then 'placed'
    when exists (select from app.standing_on(day, array[of_leaver]) s where s.rank > 0) then 'applied'
    else 'corrected' end
  from app.leaver l where l.id = of_leaver
$$;

create or replace function app.move_signals(day date, only_these uuid[], sweeping boolean)
returns table (signal_id uuid, leaver_id uuid, moved text) language sql as $$
  with held as materialized (select * from app.signals_on(day, only_these)),
  closed as (
    update app.signal s set closed_on = day, closed_because = app.close_reason(s.leaver_id, day)
    where s.closed_on is null and (only_these is null or s.leaver_id = any(only_these))
      and not exists (select from held where held.leaver_id = s.leaver_id)
    returning s.*),
  before as materialized (
    select s.id, s.kind, s.route from app.signal s where s.closed_on is null),
  escalated as (
    update app.signal s set kind = held.kind, route = held.route,
      kind_since = case when s.kind = held.kind then s.kind_since else day end
    from held where sweeping and s.leaver_id = held.leaver_id and s.closed_on is null
      and (s.kind, s.route) is distinct from (held.kind, held.route)
    returning s.*),
  opened as (
    insert into app.signal (leaver_id, kind, route, opened_on, kind_since)
    select held.leaver_id, held.kind, held.route, day, day from held
    where sweeping and not exists (select from app.signal s where s.leaver_id = held.leaver_id and s.closed_on is null)
    on conflict do nothing
    returning *),
  told as (
    insert into app.event (leaver_id, kind, was, became, as_of, audience, source)
    select leaver_id, 'signal-closed', kind, closed_because, day, 'all', case when sweeping then 'sweep' else 'page' end from closed
    union all
    select e.leaver_id, 'signal-moved', before.kind, e.kind, day, 'all', 'sweep' from escalated e join before using (id)
      where before.kind <> e.kind
    union all
    select leaver_id, 'signal-opened', null, kind, day, 'all', 'sweep' from opened)
  select id, leaver_id, 'closed' from closed
  union all select id, leaver_id, 'escalated' from escalated
  union all select id, leaver_id, 'opened' from opened
$$;`;
