import type { Actor, Tx } from '#platform';
import { tableYearOf, type TableReason } from '#policy';
import { AT_RISK } from './at-risk.ts';

export interface AtRisk {
  readonly leaver: string;
  readonly name: string;
  readonly class: string | null;
  readonly reason: TableReason;
  readonly phase: string;
  readonly signal: string | null;
  readonly since: string | null;
}

export interface TableLine {
  readonly id: string;
  readonly heldOn: string;
  readonly leavers: number;
  readonly agreements: number;
  readonly open: number;
}

export interface TablesPage {
  readonly atRisk: readonly AtRisk[];
  readonly tables: readonly TableLine[];
}

/** What a school would talk about on a day, and the tables that it held. */
export async function tablesOf(tx: Tx, actor: Actor, day: string): Promise<TablesPage> {
  const [atRisk = [], tables = []] = await tx.readAll(actor, [
    { name: 'table-at-risk', text: RISKS, values: [tableYearOf(day)] },
    { name: 'table-list', text: TABLES },
  ]);
  return { atRisk, tables } as unknown as TablesPage;
}

const RISKS = `with ${AT_RISK}
select leaver_id as leaver, display_name as name, class, reason, phase, signal_kind as signal, signal_since::text as since from at_risk order by place`;

const TABLES = `
with alive as materialized (select leaver_id from app.card where destination is distinct from 'deceased')
select t.id, t.held_on::text as "heldOn", (select count(*)::int from app.table_place p join alive using (leaver_id) where p.table_id = t.id and p.left_out_because is null) as leavers,
  a.agreements, a.open
from app.transition_table t
cross join lateral (select count(*)::int as agreements, count(*) filter (where done_on is null)::int as open from app.table_agreement a join alive using (leaver_id) where a.table_id = t.id) a
order by t.held_on desc`;
