import type { Actor, Tx } from '#platform';
import { planningKinds, type PlanningKind } from '#policy';

export interface PlannedDay {
  readonly day: string;
  /** The last day of what lasts longer. */
  readonly until: string | null;
  readonly kind: PlanningKind;
  /** How many leavers or agreements it is about; null when it is about none in particular. */
  readonly count: number | null;
  /** Who stands in the same tabs of the list and is not counted: they go elsewhere. */
  readonly elsewhere: number;
}

/** What comes for the leavers of who asks, as their region has its calendar, from today on; only counts. */
export const planning = (tx: Tx, actor: Actor, today: string, until: string): Promise<PlannedDay[]> =>
  tx.read<PlannedDay & Record<string, unknown>>(actor, { name: 'planning', text: PLANNING, values: [today, until, actor.organisationId ?? null] });

const fixed = [
  { code: 'not-applied-from', column: 'not_applied_from', counts: "m.phase = 'choosing'" },
  { code: 'no-place-yet-from', column: 'no_place_yet_from', counts: "m.phase in ('choosing', 'applied', 'intake')" },
  { code: 'no-place-at-start-from', column: 'no_place_at_start_from', counts: "m.phase in ('choosing', 'applied', 'intake')" },
  { code: 'early-leaver-until', column: 'early_leaver_until', counts: "m.phase in ('admitted', 'started')" },
] as const;

const PLANNING = `
with mine as materialized (
  select c.leaver_id, c.phase, l.school_year, l.region, coalesce(d.settled, false) as elsewhere from app.card c join app.leaver l on l.id = c.leaver_id
  left join app.destination_rule d on d.code = c.destination),
days as (
  ${fixed.map(({ code, column, counts }) => `select coalesce(own.${column}, k.${column}) as day, null::date as until, '${code}' as kind, count(*) filter (where ${counts} and not m.elsewhere)::int as count,
    count(*) filter (where ${counts} and m.elsewhere)::int as elsewhere
  from mine m join app.calendar k on k.school_year = m.school_year left join app.region_calendar own on own.region = m.region and own.school_year = m.school_year group by 1`).join('\n  union all ')}
  union all
  select a.starts_on, null, 'start', count(distinct a.leaver_id)::int, 0 from mine m join app.application a on a.leaver_id = m.leaver_id and not m.elsewhere
    join app.status_rule r on r.code = a.status and r.phase = 'admitted' group by 1
  union all
  select g.due_on, null, 'agreement', count(*)::int, 0 from app.table_agreement g where g.done_on is null and g.owner_id = any(app.my_members()) group by 1
  union all
  select h.first_day, h.last_day, 'holiday', null, 0 from app.organisation o cross join lateral app.holidays_of(o.region) h
    where o.id = $3 and h.holiday_region = lower(o.holiday_region))
select day::text, until::text, kind, count, elsewhere from days where coalesce(until, day) >= $1 and day <= $2
order by day, array_position(array[${planningKinds.map(({ code }) => `'${code}'`).join(', ')}], kind)`;
