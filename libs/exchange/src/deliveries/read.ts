import type { Actor, Tx } from '#platform';
import type { Remark } from '../bringing/bringing.ts';

export type DeliveryState = 'uploaded' | 'checked' | 'wanted' | 'importing' | 'done' | 'refused' | 'undo-wanted' | 'undone' | 'discarded';

/** What a check found that would happen, or what an import did; of a file that was refused whole only the columns. */
export interface DeliveryReport {
  readonly columns: readonly { readonly header: string; readonly column: string | null }[];
  readonly firstRows: readonly (readonly string[])[];
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly waiting: number;
  readonly refused: number;
  readonly warnings: number;
  readonly missing: number;
  readonly missingNames: readonly string[];
  readonly ties: { readonly tied: number };
}

/** A file as the people who may know of it see it. */
export interface SeenDelivery {
  readonly id: string;
  readonly kind: string;
  readonly state: DeliveryState;
  readonly fileName: string;
  readonly year: string | null;
  readonly organisation: string;
  /** Nothing for somebody of the region, whom a school does not know. */
  readonly person: string | null;
  readonly broughtAt: Date;
  readonly endedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly problem: string | null;
  readonly report: Partial<DeliveryReport> | null;
}

const COLUMNS = `d.id, d.kind, d.state, d.file_name as "fileName", d.year, o.name as organisation,
  app.full_name(a.given_name, a.name_prefix, a.family_name) as person, d.brought_at as "broughtAt", d.ended_at as "endedAt",
  d.undone_at as "undoneAt", d.problem, d.report
  from app.delivery d join app.organisation o on o.id = d.organisation_id
  left join app.membership m on m.id = d.brought_by left join app.account a on a.id = m.account_id`;

/** The newest hundred files that this person may know of; row-level security says of whom, `kinds` what this role brings. */
export async function recentDeliveries(tx: Tx, actor: Actor, kinds: readonly string[]): Promise<SeenDelivery[]> {
  const text = `select ${COLUMNS} where d.kind = any($1) and d.state <> 'discarded' order by d.brought_at desc limit 100`;
  return tx.read<SeenDelivery & Record<string, unknown>>(actor, { name: 'deliveries', text, values: [kinds] });
}

export interface DeliveryRemarks {
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
}

const REMARKS = `select line, column_name as column, value, message from app.delivery_remark where delivery_id = $1 and refused = $2 order by line limit $3`;

/** One file with its first refused rows and warnings; nothing when it is not for this person. */
export async function seenDelivery(tx: Tx, actor: Actor, kinds: readonly string[], id: string, shown = 20): Promise<(SeenDelivery & DeliveryRemarks) | undefined> {
  const [found, refused, warnings] = await tx.readAll(actor, [
    { name: 'delivery', text: `select ${COLUMNS} where d.id = $1 and d.kind = any($2)`, values: [id, kinds] },
    { text: REMARKS, values: [id, true, shown] },
    { text: REMARKS, values: [id, false, shown] },
  ]);
  const delivery = found?.[0] as SeenDelivery | undefined;
  return delivery && { ...delivery, refused: refused as Remark[], warnings: warnings as Remark[] };
}

export interface Organisation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly region: string | null;
}

/** Every organisation, longest code first: to tell from the name of a file whose it is. */
export const organisationsByCode = (tx: Tx, actor: Actor): Promise<Organisation[]> =>
  tx.read<Organisation & Record<string, unknown>>(actor, { name: 'organisations', text: 'select id, code, name, region from app.organisation order by length(code) desc, name' });

/** Applications that wait for a person, as far as this visitor may know of them. */
export async function waitingForAPerson(tx: Tx, actor: Actor): Promise<number> {
  const text = "select count(*)::int as waiting from app.application where leaver_id is null and tie = 'waiting'";
  const [row] = await tx.read<{ waiting: number }>(actor, { name: 'waiting-for-a-person', text });
  return row?.waiting ?? 0;
}
