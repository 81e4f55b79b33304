import { NOT_LISTED } from '#policy';

/** The read model of these leavers (all when null) on a day, worked out anew from the facts, set-wise. */
const cardOn = `
drop view if exists app.card_now;
create or replace function app.card_on(day date, leavers uuid[]) returns setof app.card language sql stable as $$
  with shown as (
    select distinct on (s.leaver_id) s.leaver_id, s.rank, s.status_on, a.id, coalesce(a.college_id, n.college_id) as college_id,
      coalesce(a.crebo, n.crebo) as crebo, coalesce(a.pathway, n.pathway) as pathway, coalesce(a.starts_on, n.starts_on) as starts_on,
      n.programme_text, a.id is null as unconfirmed,
      count(*) filter (where s.status <> 'planned') over leaver as applications, max(s.heard_on) over leaver as last_heard_on
    from app.standing_on(day, leavers) s
    left join app.application a on a.id = s.application_id and (leavers is null or a.leaver_id = any(leavers))
    left join app.noted_application n on n.id = s.noted_id
    left join app.noted_application own on own.confirmed_by = s.application_id
    window leaver as (partition by s.leaver_id)
    order by s.leaver_id, s.rank desc nulls last, case when s.rank is null then s.status_on end desc,
      coalesce(n.preference, own.preference, a.preference), a.id is null, a.starts_on, a.college_id, a.number, n.id),
  latest_case as (
    select distinct on (c.leaver_id) c.* from app.desk_case c
    where leavers is null or c.leaver_id = any(leavers) order by c.leaver_id, c.closed_on desc nulls first, c.number desc),
  acted as (
    select s.id, max(t.on_day) as on_day from app.signal s
    join app.leaver l on l.id = s.leaver_id
    join app.attempt t on t.leaver_id = s.leaver_id and t.organisation_id = l.school_id and t.choice <> 'no-contact' and t.on_day >= s.kind_since
    where s.closed_on is null and (leavers is null or s.leaver_id = any(leavers)) group by s.id)
  select l.id, l.school_id, l.mentor_id, l.school_year, l.class,
    app.full_name(l.given_name, l.name_prefix, l.family_name), l.sort_name, l.birth_date,
    coalesce(best.phase, 'choosing'), case when best.phase is not null then shown.status_on end, l.destination,
    coalesce(shown.applications, 0)::int, shown.id, college.name, coalesce(programme.name, case when shown.programme_text <> '' then '${NOT_LISTED}' end), programme.level, shown.pathway, shown.starts_on,
    shown.last_heard_on, s.kind, s.kind_since, s.route,
    case when not fine.all_well then coalesce(turns.who, best.turn) end,
    case when fine.all_well then null when s.id is not null then coalesce(acted.on_day, s.kind_since) else shown.status_on end,
    case when fine.all_well then 'fine' when turns.who = 'mentor' then 'act' when s.id is not null then 'wait'
      when best.code is not null and best.turn is null then 'fine' else 'wait' end,
    c.id, c.desk_id, c.outcome, coalesce(shown.unconfirmed and shown.rank > 0, false)
  from app.leaver l
  left join app.destination_rule d on d.code = l.destination
  left join shown on shown.leaver_id = l.id
  left join app.status_rule best on best.rank = shown.rank
  left join app.organisation college on college.id = shown.college_id
  left join app.programme programme on programme.college_id = shown.college_id and programme.crebo = shown.crebo
    and programme.pathway = shown.pathway and programme.starts_on = shown.starts_on
  left join app.signal s on s.leaver_id = l.id and s.closed_on is null
  left join acted on acted.id = s.id
  left join latest_case c on c.leaver_id = l.id
  left join app.silence silent on silent.closed_on is null and silent.college_id = shown.college_id and silent.crebo = shown.crebo
    and silent.pathway = shown.pathway and silent.starts_on = shown.starts_on
  cross join lateral (select coalesce(d.settled, false) or coalesce(shown.rank = 100, false) as all_well) fine
  cross join lateral (select case
    when s.id is null then null
    when c.closed_on is not null and c.signal_id = s.id then 'college'
    when s.kind = 'start-unconfirmed' and silent.id is not null then 'college'
    when acted.on_day is null then 'mentor'
    when c.id is not null and c.closed_on is null then 'desk'
    else 'student' end as who) turns
  where leavers is null or l.id = any(leavers)
$$;`;

/** The cards of leavers whom a file has just brought in: about whom nothing is known yet, so that nothing has to be looked up or settled. */
const firstCards = `
create or replace function app.first_cards(leavers uuid[]) returns void language plpgsql set plan_cache_mode = force_custom_plan as $$
begin
  insert into app.card (leaver_id, school_id, mentor_id, school_year, class, display_name, sort_name, birth_date, phase, applications, work_group, unconfirmed)
  select l.id, l.school_id, l.mentor_id, l.school_year, l.class, app.full_name(l.given_name, l.name_prefix, l.family_name), l.sort_name, l.birth_date,
    'choosing', 0, 'wait', false
  from app.leaver l where l.id = any(leavers);
end $$;`;

const WRITTEN = ['school_id', 'mentor_id', 'school_year', 'class', 'display_name', 'sort_name', 'birth_date', 'phase', 'phase_since', 'destination',
  'applications', 'application_id', 'college_name', 'programme_name', 'level', 'pathway', 'starts_on', 'last_heard_on', 'signal_kind', 'signal_since',
  'route', 'turn', 'turn_since', 'work_group', 'case_id', 'case_desk_id', 'case_outcome', 'unconfirmed'];
const from = (row: string): string => WRITTEN.map((column) => `${row}.${column}`).join(', ');

/**
 * Writes only the rows that differ, so that a second run writes nothing; those that are there by an update of their own, since an
 * insert that finds its row locks it first. Naming the leavers of the question again at each table leads the planner to its index;
 * a join alone would read everybody for some thousands.
 */
export const cards = `${cardOn}
create or replace function app.refresh_cards(day date, leavers uuid[]) returns void language plpgsql as $$
#variable_conflict use_column
begin
  with changed as materialized (
    select fresh.*, card.leaver_id is null as is_new from app.card_on(refresh_cards.day, leavers) fresh left join app.card on card.leaver_id = fresh.leaver_id
      and (leavers is null or card.leaver_id = any(leavers))
    where card is distinct from fresh),
  rewritten as (
    update app.card set (${WRITTEN.join(', ')}) = (${from('c')}) from changed c where not c.is_new and card.leaver_id = c.leaver_id
      and (leavers is null or card.leaver_id = any(leavers)))
  insert into app.card (leaver_id, ${WRITTEN.join(', ')}) select leaver_id, ${WRITTEN.join(', ')} from changed where is_new
  on conflict (leaver_id) do update set (${WRITTEN.join(', ')}) = (${from('excluded')});
end $$;
${firstCards}`;
