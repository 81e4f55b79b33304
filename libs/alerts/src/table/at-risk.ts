import { statuses, PLACED_FROM_RANK } from '#policy';

const UNPLACED = [...new Set(['choosing', ...statuses.flatMap(({ rank, phase }) => (rank !== null && rank < PLACED_FROM_RANK && phase ? [phase] : []))])];

/**
 * Every leaver of who asks that is at risk, most urgent first: of the school year $1, or with an open signal or agreement of any
 * year. Never somebody who died.
 */
export const AT_RISK = `
waiting as (select leaver_id, min(due_on) as due from app.table_agreement where done_on is null group by leaver_id),
found as (
  select c.leaver_id, c.display_name, c.sort_name, c.class, c.phase, c.signal_kind, c.signal_since, w.due, r.rank,
    case when w.leaver_id is not null then 'agreement' when coalesce(d.settled, false) or c.phase = 'started' then null
      when c.signal_kind is not null then 'signal' when c.school_year <> $1 then null when c.phase = 'choosing' then 'no-application'
      when c.phase = any('{${UNPLACED.join(',')}}') then 'no-place' end as reason
  from app.card c left join waiting w on w.leaver_id = c.leaver_id
  left join app.destination_rule d on d.code = c.destination left join app.signal_rule r on r.code = c.signal_kind
  where c.destination is distinct from 'deceased'),
at_risk as (
  select f.*, row_number() over (order by array_position(array['agreement', 'signal', 'no-application', 'no-place'], f.reason),
    f.due, f.rank, f.signal_since, f.sort_name, f.leaver_id)::int as place
  from found f where f.reason is not null)`;
