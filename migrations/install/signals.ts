import { signals } from '#policy';
import { routeCase } from './routes.ts';

/** One condition per row of libs/policy/signals, in its order; the first that holds is the signal (rules 5). */
const CONDITIONS: Record<(typeof signals)[number]['code'], string> = {
  'no-show': 'f.no_show',
  'dropped-out': 'f.deregistered',
  'start-unconfirmed': 'f.placed and day >= f.first_start + coalesce(own.grace_days, c.grace_days)',
  'no-place-at-start': 'f.placed is not true and day >= coalesce(own.no_place_at_start_from, c.no_place_at_start_from)',
  'last-option-gone': 'f.placed is not true and f.applied and not f.live',
  'no-place-yet': 'f.placed is not true and day >= coalesce(own.no_place_yet_from, c.no_place_yet_from)',
  'not-applied': 'f.placed is not true and f.applied is not true and day >= coalesce(own.not_applied_from, c.not_applied_from)',
};

const kind = `case when f.started or d.settled then null
      ${signals.map(({ code }) => `when ${CONDITIONS[code]} then '${code}'`).join('\n      ')} end`;

/**
 * Every leaver (or these), with the signal that holds on that day, whom it is for, and when none holds why. A pure question.
 * Set-wise: the plan must not depend on how many are asked about, so nothing in it is worked out per row from a table.
 */
export const signalsOn = `
create or replace function app.judged_on(day date, leavers uuid[])
returns table (leaver_id uuid, kind text, route text, desk_id uuid, reason text) language sql stable as $$
  with judged as materialized (
    select l.id, ${kind} as kind,
      case when l.destination = 'deceased' then 'no-reason' when f.started then 'started' when d.settled then 'destination-known'
        when f.placed then 'placed' when f.live then 'applied' else 'corrected' end as reason,
      l.birth_date, l.diploma, l.exam_result, l.school_type, l.exit_profile, l.municipality_folded
    from app.leaver l
    join app.calendar c on c.school_year = l.school_year
    left join app.region_calendar own on own.region = l.region and own.school_year = l.school_year
    left join app.destination_rule d on d.code = l.destination
    left join (
      select s.leaver_id,
        bool_or(s.status = 'started') as started,
        bool_or(s.status = 'no-show') as no_show,
        bool_or(s.status = 'deregistered') as deregistered,
        bool_or(s.placed) as placed,
        min(s.starts_on) filter (where s.placed) as first_start,
        bool_or(s.status <> 'planned') as applied,
        bool_or(s.status <> 'planned' and s.rank is not null) as live
      from app.standing_on(day, leavers) s group by s.leaver_id) f on f.leaver_id = l.id
    where leavers is null or l.id = any(leavers)),
  desks as materialized (select * from app.municipality_desk),
  routed as (
    select l.id, l.kind, l.reason, d.leerplicht_id, d.doorstroompunt_id,
      case when not r.start_alert then 'mentor' when r.start_alert then ${routeCase} end as route
    from judged l left join app.signal_rule r on r.code = l.kind
    left join desks d on d.folded = l.municipality_folded and r.start_alert)
  select id, kind, route,
    case route when 'leerplicht' then leerplicht_id when 'help-offer' then doorstroompunt_id when 'doorstroompunt' then doorstroompunt_id end,
    reason from routed
$$;

create or replace function app.signals_on(day date, leavers uuid[] default null)
returns table (leaver_id uuid, kind text, route text) language sql stable as $$
  select leaver_id, kind, route from app.judged_on(day, leavers) where kind is not null
$$;`;
