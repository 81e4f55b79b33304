import type { Actor, Tx } from '#platform';

export interface QueuedCase {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly birthDate: string;
  readonly municipality: string | null;
  readonly school: string;
  readonly class: string | null;
  readonly mentorEmail: string | null;
  readonly signal: string | null;
  readonly openedOn: string;
  /** The desk that gave the case to the region. */
  readonly handedOverBy: string | null;
  /** What that desk wrote about it. */
  readonly handedOverBecause: string | null;
}

/** Without the young person: the region no longer sees who it is once a desk has the case. */
export interface AssignedCase {
  readonly id: string;
  readonly number: number;
  readonly desk: string;
  readonly day: string;
  readonly pickedUpOn: string | null;
  readonly closedOn: string | null;
}

export interface Desk {
  readonly id: string;
  readonly name: string;
  readonly isOfRegion: boolean;
}

/** The cases of a region that have no desk, oldest first, and what the region assigned since a day. */
export async function regionQueue(tx: Tx, actor: Actor, since: string): Promise<{ waiting: QueuedCase[]; assigned: AssignedCase[] }> {
  const [waiting, assigned] = await tx.readAll(actor, [
    { name: 'region-queue', text: `${WAITING} order by c.opened_on, l.sort_name` },
    { name: 'region-assigned', text: ASSIGNED, values: [since] },
  ]);
  return { waiting, assigned } as unknown as { waiting: QueuedCase[]; assigned: AssignedCase[] };
}

/** One of them with the desks to choose from, its own region's first; `hasDesk` when it is the region's but no longer waits. */
export async function queuedCase(tx: Tx, actor: Actor, id: string): Promise<{ found?: QueuedCase; hasDesk: boolean; desks: Desk[] }> {
  const [found, given, desks] = await tx.readAll(actor, [
    { name: 'queued-case', text: `${WAITING} and c.id = $1`, values: [id] },
    { name: 'given-case', text: 'select from app.desk_case where id = $1 and (desk_id is not null or closed_on is not null)', values: [id] },
    { name: 'desks', text: DESKS, values: [actor.region] },
  ]);
  return { found: found?.[0] as QueuedCase | undefined, hasDesk: Boolean(given?.length), desks: desks as unknown as Desk[] };
}

const WAITING = `
select c.id, c.number::int, app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.birth_date::text as "birthDate",
  l.municipality, o.name as school, l.class, l.mentor_email as "mentorEmail", s.kind as signal, c.opened_on::text as "openedOn",
  h.name as "handedOverBy", case when h.id is not null then app.given_because(c.id) end as "handedOverBecause"
from app.desk_case c join app.leaver l on l.id = c.leaver_id join app.organisation o on o.id = l.school_id
left join app.signal s on s.leaver_id = l.id and s.closed_on is null
left join app.organisation h on h.id = c.handed_over_by
where c.desk_id is null and c.closed_on is null`;

const ASSIGNED = `
select c.id, c.number::int, o.name as desk, a.day::text, c.picked_up_on::text as "pickedUpOn", c.closed_on::text as "closedOn"
from app.assigned_by_my_region($1) a join app.desk_case c on c.id = a.case_id join app.organisation o on o.id = c.desk_id
order by a.day desc, c.number desc`;

const DESKS = `
select id, name, coalesce(region = $1, false) as "isOfRegion" from app.organisation
where kind in ('leerplicht', 'doorstroompunt') order by "isOfRegion" desc, name`;
