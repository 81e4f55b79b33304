import type { Actor, Tx } from '#platform';

export interface WaitingApplication {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly college: string;
  readonly programme: string | null;
  readonly appliedOn: string;
  /** Of each likely leaver what differs, as codes of tieReasons; never who it is. */
  readonly whys: readonly (readonly string[])[];
}

export interface DecidedApplication {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly college: string;
  readonly tie: 'by-hand' | 'nobody';
  readonly day: string | null;
  readonly person: string | null;
}

export interface Double {
  readonly name: string;
  readonly school: string;
  readonly otherSchool: string;
}

export interface TieList {
  readonly waiting: readonly WaitingApplication[];
  readonly count: number;
  readonly decided: readonly DecidedApplication[];
  readonly doubles: readonly Double[];
}

/** The applications that wait for a person, one sheet of them, with what the asker decided before and may undo. */
export async function tieList(tx: Tx, actor: Actor, sheet: { size: number; skip: number }): Promise<TieList> {
  const waiting = { name: 'waiting-ties', text: WAITING, values: [sheet.size, sheet.skip] };
  const counted = { name: 'count-ties', text: COUNT };
  const more = [{ name: 'decided-ties', text: DECIDED }, { name: 'region-doubles', text: DOUBLES }];
  const [rows, counts, decided = [], doubles = []] = await tx.readAll(actor, [waiting, counted, ...(actor.kind === 'region' ? more : [])]);
  return { waiting: rows, count: Number(counts?.[0]?.count), decided, doubles } as unknown as TieList;
}

/** How many applications of who asks wait for a person to tie them. */
export async function countWaitingTies(tx: Tx, actor: Actor): Promise<number> {
  const [row] = await tx.read<{ count: number }>(actor, { name: 'count-ties', text: COUNT });
  return row?.count ?? 0;
}

const COUNT = "select count(*)::int from app.application where leaver_id is null and tie = 'waiting'";
const NAME = 'app.full_name(a.given_name, a.name_prefix, a.family_name) as name';

const WAITING = `
select a.id, a.number, ${NAME}, o.name as college, p.name as programme, a.applied_on::text as "appliedOn",
  coalesce((select jsonb_agg(t.why order by cardinality(t.why)) from app.tie_candidate t where t.application_id = a.id), '[]') as whys
from (select * from app.application where leaver_id is null and tie = 'waiting'
  order by folded_family, folded_given, id limit $1 offset $2) a
join app.organisation o on o.id = a.college_id
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
order by a.folded_family, a.folded_given, a.id`;

const DECIDED = `
select a.id, a.number, ${NAME}, o.name as college, a.tie, e.as_of::text as day,
  nullif(app.full_name(coalesce(w.given_name, ''), coalesce(w.name_prefix, ''), coalesce(w.family_name, '')), '') as person
from app.application a join app.organisation o on o.id = a.college_id
left join app.membership m on m.id = a.tied_by left join app.account w on w.id = m.account_id
left join lateral (select as_of, id from app.event where application_id = a.id and kind in ('tied', 'tie-refused') order by id desc limit 1) e on true
where a.tie in ('by-hand', 'nobody') order by e.id desc nulls last limit 50`;

const DOUBLES = 'select name, school, other_school as "otherSchool" from app.doubles_of_my_region() order by name, school';
