/** The read model of these leavers (all when null), worked out anew from the facts; only rows that differ are written. */
export const cards = `
drop view if exists app.card_now;
create view app.card_now with (security_invoker = true) as
select l.id as leaver_id, l.school_id, l.mentor_id, l.school_year, l.class,
  app.full_name(l.given_name, l.name_prefix, l.family_name) as display_name, l.sort_name, l.birth_date,
  coalesce(best.phase, 'choosing') as phase, best.status_on as phase_since, l.destination,
  coalesce(counted.applications, 0) as applications, shown.id as application_id,
  college.name as college_name, programme.name as programme_name, programme.level, shown.pathway, shown.starts_on,
  counted.last_heard_on,
  s.kind as signal_kind, s.kind_since as signal_since, s.route,
  case when settled.ok then null when s.id is not null then turns.who else best.turn end as turn,
  case when settled.ok then null when s.id is not null then coalesce(acted.on_day, s.kind_since)
    else coalesce(best.status_on, null) end as turn_since,
  case when settled.ok then 'fine' when s.id is not null then case turns.who when 'mentor' then 'act' else 'wait' end
    when best.rank is null then 'wait' when best.turn is null then 'fine' else 'wait' end as work_group,
  c.id as case_id, c.desk_id as case_desk_id, c.outcome as case_outcome
from app.leaver l
left join app.destination_rule d on d.code = l.destination
left join lateral (
  select a.id, a.status_on, r.rank, r.phase, r.turn from app.application a join app.status_rule r on r.code = a.status
  where a.leaver_id = l.id and r.rank is not null order by r.rank desc, a.preference, a.starts_on, a.number limit 1) best on true
left join lateral (
  select a.* from app.application a join app.status_rule r on r.code = a.status
  where a.leaver_id = l.id order by r.rank desc nulls last, a.status_on desc, a.preference, a.number limit 1) shown on true
left join lateral (
  select count(*)::int as applications, max(greatest(a.last_event_on, a.applied_on)) as last_heard_on
  from app.application a where a.leaver_id = l.id) counted on true
left join app.organisation college on college.id = shown.college_id
left join app.programme programme on (programme.college_id, programme.crebo, programme.pathway, programme.starts_on)
  = (shown.college_id, shown.crebo, shown.pathway, shown.starts_on)
left join app.signal s on s.leaver_id = l.id and s.closed_on is null
left join app.signal_rule rule on rule.code = s.kind
left join lateral (select max(t.on_day) as on_day from app.attempt t
  where t.leaver_id = l.id and t.organisation_id = l.school_id and t.choice <> 'no-contact' and t.on_day >= s.kind_since) acted on true
left join lateral (select c.* from app.desk_case c where c.leaver_id = l.id order by c.closed_on desc nulls first, c.number desc limit 1) c on true
cross join lateral (select coalesce(d.settled, false) or coalesce(best.rank = 100, false) as ok) settled
cross join lateral (select case
  when c.closed_on is not null and c.signal_id = s.id then 'college'
  when s.kind = 'start-unconfirmed' and not exists (
    select from app.application other where (other.college_id, other.crebo, other.pathway, other.starts_on)
      = (shown.college_id, shown.crebo, shown.pathway, shown.starts_on) and other.status in ('started', 'no-show')) then 'college'
  when acted.on_day is null then 'mentor'
  when c.id is not null and c.closed_on is null then 'desk'
  else 'student' end as who) turns;
grant select on app.card_now to public;

create or replace function app.refresh_cards(leavers uuid[]) returns void language sql as $$
  with fresh as materialized (
    select * from app.card_now where leavers is null or leaver_id = any(leavers)),
  changed as (
    select fresh.* from fresh left join app.card on card.leaver_id = fresh.leaver_id
    where card.leaver_id is null or card is distinct from row(fresh.*)::app.card)
  insert into app.card select * from changed
  on conflict (leaver_id) do update set (school_id, mentor_id, school_year, class, display_name, sort_name, birth_date, phase,
    phase_since, destination, applications, application_id, college_name, programme_name, level, pathway, starts_on, last_heard_on,
    signal_kind, signal_since, route, turn, turn_since, work_group, case_id, case_desk_id, case_outcome)
  = (excluded.school_id, excluded.mentor_id, excluded.school_year, excluded.class, excluded.display_name, excluded.sort_name,
    excluded.birth_date, excluded.phase, excluded.phase_since, excluded.destination, excluded.applications, excluded.application_id,
    excluded.college_name, excluded.programme_name, excluded.level, excluded.pathway, excluded.starts_on, excluded.last_heard_on,
    excluded.signal_kind, excluded.signal_since, excluded.route, excluded.turn, excluded.turn_since, excluded.work_group,
    excluded.case_id, excluded.case_desk_id, excluded.case_outcome)
$$;`;
