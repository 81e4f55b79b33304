import type { Actor, Tx } from '#platform';
import type { LeaverRow } from './leaver-list.ts';
import { turnedOf, type Today } from './turned.ts';

export type Turned = Pick<LeaverRow, 'group' | 'signal' | 'route' | 'turn' | 'turnSince' | 'step' | 'phase' | 'caseState' | 'shared'>;

/** Whose turn it is for one leaver of a mentor or a school; undefined for who may not ask. */
export async function leaverTurn(tx: Tx, actor: Actor, leaverId: string, today: Today): Promise<Turned | undefined> {
  const [row] = await tx.read<Turned & Record<string, unknown>>(actor, { name: 'leaver-turn', text: ONE, values: [leaverId, today.day, today.moved] });
  return row;
}

const ONE = `with turned as (${turnedOf('array[$1::uuid]', '$2', '$3')} where c.leaver_id = $1)
select t.group_now as "group", t.signal_kind as signal, t.route, t.turn_now as turn, t.since_now::text as "turnSince", t.step, t.phase, t.shared,
  case when k.closed_on is not null then null when k.contacted_on is not null then 'contact' when k.picked_up_on is not null then 'picked-up' when k.id is not null then 'new' end as "caseState"
from turned t left join app.desk_case k on k.id = t.case_id`;
