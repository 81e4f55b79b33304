import type { Actor, Tx } from '#platform';
import type { TableReason } from '#policy';

export interface TableFacts {
  readonly id: string;
  readonly heldOn: string;
  readonly attendees: string;
  readonly school: string;
  readonly schoolKind: string;
}

export interface TablePlace {
  readonly id: string;
  readonly leaver: string;
  readonly name: string;
  readonly number: string;
  readonly class: string | null;
  readonly mentor: string | null;
  readonly reason: TableReason;
  readonly leftOutBecause: string | null;
  readonly phase: string;
  readonly signal: string | null;
  readonly since: string | null;
  readonly destination: string | null;
  readonly programme: string | null;
  readonly college: string | null;
}

export interface Agreement {
  readonly id: string;
  readonly leaver: string;
  readonly what: string;
  readonly owner: string;
  readonly dueOn: string;
  readonly agreedOn: string;
  readonly doneOn: string | null;
  /** Made at the table that is shown, not at an earlier one. */
  readonly isNew: boolean;
}

export interface Agenda {
  readonly table: TableFacts;
  readonly places: readonly TablePlace[];
  /** Of this table, and of earlier ones what was not done when it was held. */
  readonly agreements: readonly Agreement[];
  /** Leavers of the school who are not on it. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly class: string | null }[];
}

/** One table with its list; undefined when there is none for who asks. */
export async function agenda(tx: Tx, actor: Actor, id: string, schoolYear: string): Promise<Agenda | undefined> {
  const [tables = [], places = [], agreements = [], others = []] = await tx.readAll(actor, [
    { name: 'table-facts', text: TABLE, values: [id] },
    { name: 'table-places', text: PLACES, values: [id] },
    { name: 'table-agreements', text: AGREEMENTS, values: [id] },
    { name: 'table-others', text: OTHERS, values: [id, schoolYear] },
  ]);
  return tables[0] && ({ table: tables[0], places, agreements, others } as unknown as Agenda);
}

/** At which table somebody is talked about; undefined when it is none of who asks. */
export async function tableOfPlace(tx: Tx, actor: Actor, place: string): Promise<string | undefined> {
  const [row] = await tx.read<{ id: string }>(actor, { name: 'table-of-place', text: 'select table_id as id from app.table_place where id = $1', values: [place] });
  return row?.id;
}

const TABLE = `select t.id, t.held_on::text as "heldOn", t.attendees, o.name as school, o.kind as "schoolKind"
from app.transition_table t join app.organisation o on o.id = t.organisation_id where t.id = $1`;

const PLACES = `
select p.id, p.leaver_id as leaver, c.display_name as name, l.number, c.class, app.full_name(a.given_name, a.name_prefix, a.family_name) as mentor, p.reason,
  p.left_out_because as "leftOutBecause", c.phase, c.signal_kind as signal, c.signal_since::text as since, c.destination,
  c.programme_name as programme, c.college_name as college
from app.table_place p join app.card c on c.leaver_id = p.leaver_id join app.leaver l on l.id = p.leaver_id
left join app.membership m on m.id = c.mentor_id left join app.account a on a.id = m.account_id
where p.table_id = $1 and c.destination is distinct from 'deceased' order by p.place, p.id`;

const AGREEMENTS = `
select g.id, g.leaver_id as leaver, g.what, g.owner_name as owner, g.due_on::text as "dueOn", g.agreed_on::text as "agreedOn", g.done_on::text as "doneOn", g.table_id = $1 as "isNew"
from app.transition_table t join app.table_place p on p.table_id = t.id join app.table_agreement g on g.leaver_id = p.leaver_id
where t.id = $1 and (g.table_id = t.id or g.agreed_on <= t.held_on and coalesce(g.done_on, t.held_on) >= t.held_on)
order by g.agreed_on, g.due_on, g.id`;

const OTHERS = `
select c.leaver_id as id, c.display_name as name, c.class from app.card c
where c.school_year = $2 and c.destination is distinct from 'deceased'
  and not exists (select from app.table_place p where p.table_id = $1 and p.leaver_id = c.leaver_id) order by c.sort_name, c.leaver_id`;
