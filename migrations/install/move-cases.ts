/**
 * Start alerts open one case per young person; what the facts say closes it; no open case moves to another desk, it is offered
 * (rules 6, 8). A desk that closed its case while the signal stands gets a new one only when something worse has happened; who
 * needed no desk for a while and needs one again gets a new one too. A change of the calendar closes none that has an owner, nor does what a mentor notes: the owner is told, and decides. Cases of one day are numbered by the rank of their signal, the worst first.
 * A case that closes by what somebody reported names them, not the desk that had it: the college that reported a start, the school
 * that knew a destination; nobody where the signal just went.
 */
export const moveCases = `
create or replace function app.who_closed(of_case app.desk_case, because text) returns table (organisation_id uuid, member_id uuid) language sql stable as $$
  select case when app.my_member() is not null then app.my_organisation() when because = 'no-reason' then of_case.desk_id
    when because = 'started' then (select a.college_id from app.application a where a.leaver_id = of_case.leaver_id and a.status = 'started' order by a.status_on limit 1)
    when because = 'destination-known' then (select case when l.destination_source = 'desk' then of_case.desk_id else l.school_id end from app.leaver l where l.id = of_case.leaver_id) end,
    app.my_member()
$$;
create or replace function app.move_cases(day date, signals uuid[], source text) returns void language plpgsql as $$
#variable_conflict use_column
declare
  held uuid[] := app.held_by_calendar(move_cases.day, array(select c.leaver_id from app.desk_case c join app.signal s on s.leaver_id = c.leaver_id
    where s.id = any(signals) and c.closed_on is null and c.owner_id is not null));
begin
  with touched as materialized (
    select s.*, l.region, l.destination, l.destination_source, l.number, r.rank, d.opens_case,
      s.closed_on is null and r.start_alert and d.opens_case as wants_case
    from app.signal s
    join app.leaver l on l.id = s.leaver_id
    join app.signal_rule r on r.code = s.kind
    left join (select distinct route, opens_case from app.desk_rule) d on d.route = s.route
    where s.id = any(signals) and l.id = any(array(select o.leaver_id from app.signal o where o.id = any(signals)))),
  open_case as materialized (
    select c.* from app.desk_case c join touched t on t.leaver_id = c.leaver_id where c.closed_on is null),
  opened as (
    insert into app.desk_case (leaver_id, signal_id, route, desk_id, queue_region, opened_on)
    select t.leaver_id, t.id, t.route, t.desk_id,
      case when t.desk_id is null then coalesce(t.region, (select min(region) from app.organisation)) end, move_cases.day
    from touched t
    where t.wants_case and not exists (select from open_case c where c.leaver_id = t.leaver_id)
      and (t.kind_since = move_cases.day or not exists (select from app.desk_case c
        where c.leaver_id = t.leaver_id and c.signal_id = t.id and c.outcome is distinct from 'signal-gone'))
    order by t.rank, t.number
    returning *),
  given as (
    update app.desk_case c set desk_id = t.desk_id, route = t.route, at_desk_since = move_cases.day
    from touched t join open_case o using (leaver_id)
    where c.id = o.id and t.wants_case and o.desk_id is null and t.desk_id is distinct from o.handed_over_by and t.desk_id is not null
    returning c.*),
  offered as (
    update app.desk_case c set offered_to = t.other_desk
    from (select x.*, case when x.desk_id <> o.desk_id and x.desk_id is distinct from o.handed_over_by then x.desk_id end as other_desk
      from touched x join open_case o using (leaver_id)) t join open_case o using (leaver_id)
    where c.id = o.id and t.wants_case and o.desk_id is not null and t.desk_id is not null and o.offered_to is distinct from t.other_desk
    returning c.*),
  closed as (
    update app.desk_case c set closed_on = move_cases.day, offered_to = null, outcome = case t.closed_because
        when 'started' then (select case a.pathway when 'bbl' then 'bbl' else 'full-time' end
          from app.application a where a.leaver_id = t.leaver_id and a.status = 'started' order by a.status_on limit 1)
        when 'destination-known' then (select r.outcome from app.destination_rule r where r.code = t.destination)
        when 'no-reason' then null
        else 'signal-gone' end
    from touched t join open_case o using (leaver_id)
    where c.id = o.id and (t.closed_on is not null or not t.wants_case and (o.owner_id is null or t.route = 'mentor')) and t.leaver_id <> all(held)
      and not (t.closed_because = 'destination-known' and o.owner_id is not null and t.destination_source = 'mentor')
    returning c as of_case, t.closed_because)
  insert into app.event (leaver_id, case_id, kind, was, became, as_of, audience, source, organisation_id, member_id)
  select leaver_id, id, 'case-opened', null::text, route, move_cases.day, 'all', move_cases.source, desk_id, null::uuid from opened
  union all select leaver_id, id, 'case-assigned', null, route, move_cases.day, 'all', move_cases.source, desk_id, null from given
  union all select leaver_id, id, 'case-offered', null, null, move_cases.day, 'all', move_cases.source, offered_to, null from offered where offered_to is not null
  union all select (o.of_case).leaver_id, (o.of_case).id, 'case-closed', case when o.closed_because = 'started' then 'started' end, (o.of_case).outcome, move_cases.day, 'all', move_cases.source,
      by.organisation_id, by.member_id
    from closed o cross join lateral app.who_closed(o.of_case, o.closed_because) by;
end $$;

/** Of who died every case closes, also one whose signal was gone already; no line of it tells why (rules 7). */
create or replace function app.close_in_silence(day date, leavers uuid[]) returns void language sql as $$
  with closed as (
    update app.desk_case c set closed_on = day, offered_to = null, outcome = null from app.leaver l
    where l.id = any(leavers) and l.destination = 'deceased' and c.leaver_id = l.id and c.closed_on is null
    returning c.leaver_id, c.id, c.desk_id)
  insert into app.event (leaver_id, case_id, kind, as_of, source, organisation_id)
  select leaver_id, id, 'case-closed', day, 'page', desk_id from closed
$$;`;
