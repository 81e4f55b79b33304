/** One condition per row of libs/policy/signals, in its order; the first that holds is the signal (rules 5). */
const CONDITIONS: Record<string, string> = {
  'no-show': 'f.no_show',
  'dropped-out': 'f.deregistered',
  'start-unconfirmed': 'f.placed and day >= f.first_start + c.grace_days',
  'no-place-at-start': 'not f.placed and day >= c.no_place_at_start_from',
  'last-option-gone': 'not f.placed and f.applied and not f.live',
  'no-place-yet': 'not f.placed and day >= c.no_place_yet_from',
  'not-applied': 'not f.placed and not f.applied and day >= c.not_applied_from',
};

/** A pure question: what holds on that day, for all leavers or for these. Asking changes nothing. */
export function signalsOn(rows: readonly { readonly code: string }[]): string {
  const branches = rows.map(({ code }) => {
    const condition = CONDITIONS[code];
    if (!condition) throw new Error(`No condition for signal ${code}`);
    return `when ${condition} then '${code}'`;
  });
  return `
create or replace function app.signals_on(day date, leavers uuid[] default null)
returns table (leaver_id uuid, kind text, route text, leerplicht_id uuid, doorstroompunt_id uuid) language sql stable as $$
  with facts as (
    select s.leaver_id,
      bool_or(s.status = 'started') as started,
      bool_or(s.status = 'no-show') as no_show,
      bool_or(s.status = 'deregistered') as deregistered,
      bool_or(s.placed) as placed,
      min(s.starts_on) filter (where s.placed) as first_start,
      bool_or(s.status <> 'planned') as applied,
      bool_or(s.status <> 'planned' and s.rank is not null) as live
    from app.standing_on(day, leavers) s group by s.leaver_id),
  held as materialized (
    select l.id, case ${branches.join('\n      ')} end as kind
    from app.leaver l
    join app.calendar c on c.school_year = l.school_year
    left join app.destination_rule d on d.code = l.destination
    left join facts on facts.leaver_id = l.id
    cross join lateral (select
      coalesce(facts.started, false) as started, coalesce(facts.no_show, false) as no_show,
      coalesce(facts.deregistered, false) as deregistered, coalesce(facts.placed, false) as placed,
      coalesce(facts.applied, false) as applied, coalesce(facts.live, false) as live, facts.first_start) f
    where not f.started and not coalesce(d.settled, false) and (leavers is null or l.id = any(leavers))),
  alerts as materialized (
    select held.id from held join app.signal_rule r on r.code = held.kind and r.start_alert)
  select held.id, held.kind, coalesce(routes.route, 'mentor'), routes.leerplicht_id, routes.doorstroompunt_id
  from held left join app.routes_on(day, array(select id from alerts)) routes on routes.leaver_id = held.id
  where held.kind is not null
$$;`;
}
