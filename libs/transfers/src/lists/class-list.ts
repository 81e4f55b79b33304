import type { Actor, Tx } from '#platform';
import { turnedOf, type Today } from './turned.ts';

export interface ClassRow {
  /** Null for who is in none. */
  readonly class: string | null;
  readonly schoolYear: string;
  readonly mentors: readonly string[];
  readonly leavers: number;
  /** Need somebody of the school now. */
  readonly act: number;
  readonly withSignal: number;
  readonly notApplied: number;
  /** The mentor's part of the passport comes next. */
  readonly partMissing: number;
  readonly withoutMentor: number;
}

/** The classes of who asks, those that need most first. */
export const classList = (tx: Tx, actor: Actor, { day, moved }: Today): Promise<ClassRow[]> =>
  tx.read<ClassRow & Record<string, unknown>>(actor, { name: 'class-list', text: CLASSES, values: [day, moved] });

const CLASSES = `
with turned as materialized (${turnedOf('null', '$1', '$2')})
select t.class, t.school_year as "schoolYear", count(*)::int as leavers,
  count(*) filter (where group_now = 'act')::int as act,
  count(*) filter (where signal_kind is not null and group_now <> 'fine')::int as "withSignal",
  count(*) filter (where phase = 'choosing' and group_now <> 'fine')::int as "notApplied",
  count(*) filter (where step = 'mentor-part')::int as "partMissing",
  count(*) filter (where t.mentor_id is null)::int as "withoutMentor",
  coalesce(array_agg(distinct app.full_name(a.given_name, a.name_prefix, a.family_name)) filter (where a.id is not null), '{}') as mentors
from turned t left join app.membership m on m.id = t.mentor_id left join app.account a on a.id = m.account_id
group by t.class, t.school_year
order by act desc, "withSignal" desc, "notApplied" desc, t.school_year desc, t.class nulls last`;
