/**
 * Whom a sweep has to look at: who did not start and has no settled destination, and whoever has an open signal. About all
 * others nothing can hold (the signals ask for neither), and in autumn that is nearly everybody. The two questions about
 * destinations are asked apart, since an index answers each of them by itself.
 */
const WORTH_JUDGING = `
create or replace function app.worth_judging(day date) returns uuid[] language sql stable as $$
  select array(
    select l.id from (
      select id from app.leaver where destination is null and anonymous_on is null
      union all select id from app.leaver where destination is not null and anonymous_on is null
        and destination <> all(array(select d.code from app.destination_rule d where d.settled))) l
    where not exists (
      select from app.application a where a.leaver_id = l.id and a.status = 'started'
        and a.applied_on <= day and (a.last_event_on is null or a.last_event_on <= day))
    union select s.leaver_id from app.signal s where s.closed_on is null)
$$;`;

/**
 * Compares what holds on a day with what is open: closes, and in a sweep also opens and moves to another row or desk. Each
 * change is an event. Cases follow in move-cases.
 */
export const moveSignals = `${WORTH_JUDGING}
create or replace function app.move_signals(day date, leavers uuid[], sweeping boolean)
returns table (signal_id uuid, leaver_id uuid, moved text) language plpgsql as $$
#variable_conflict use_column
declare asked uuid[] := coalesce(leavers, app.worth_judging(day));
begin return query
  with compared as materialized (
    select j.*, s.id as signal_id, s.kind as was, case
      when j.kind is null then 'closed'
      when s.id is null then 'opened'
      when (s.kind, s.route, s.desk_id) is distinct from (j.kind, j.route, j.desk_id) then 'escalated' end as move
    from app.judged_on(move_signals.day, asked) j
    left join app.signal s on s.leaver_id = j.leaver_id and s.closed_on is null
    where j.kind is not null or s.id is not null),
  moves as materialized (select * from compared where move = 'closed' or sweeping and move is not null),
  closed as (
    update app.signal s set closed_on = move_signals.day, closed_because = m.reason
    from moves m where m.move = 'closed' and s.id = m.signal_id and s.closed_on is null
    returning s.id, s.leaver_id, s.kind, s.closed_because),
  escalated as (
    update app.signal s set kind = m.kind, route = m.route, desk_id = m.desk_id,
      kind_since = case when s.kind = m.kind then s.kind_since else move_signals.day end
    from moves m where m.move = 'escalated' and s.id = m.signal_id and s.closed_on is null
    returning s.id, s.leaver_id, s.kind, m.was),
  opened as (
    insert into app.signal (leaver_id, kind, route, desk_id, opened_on, kind_since)
    select m.leaver_id, m.kind, m.route, m.desk_id, move_signals.day, move_signals.day from moves m where m.move = 'opened'
    returning id, leaver_id, kind),
  told as (
    insert into app.event (leaver_id, kind, was, became, as_of, audience, source)
    select leaver_id, 'signal-closed', kind, nullif(closed_because, 'no-reason'), move_signals.day, 'all',
      case when sweeping then 'sweep' else 'page' end from closed
    union all
    select leaver_id, 'signal-moved', was, kind, move_signals.day, 'all', 'sweep' from escalated where was <> kind
    union all
    select leaver_id, 'signal-opened', null, kind, move_signals.day, 'all', 'sweep' from opened)
  select id, leaver_id, 'closed' from closed
  union all select id, leaver_id, 'escalated' from escalated
  union all select id, leaver_id, 'opened' from opened;
end $$;`;
