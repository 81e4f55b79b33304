import type { Actor, Tx } from '#platform';

export interface QueuedCase {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly birthDate: string;
  readonly municipality: string | null;
  readonly school: string;
  readonly schoolKind: string;
  readonly schoolType: string | null;
  readonly class: string | null;
  readonly mentorEmail: string | null;
  readonly signal: string | null;
  readonly openedOn: string;
  /** The desk that gave the case to the region. */
  readonly handedOverBy: string | null;
  /** Another region asks this one to take it; it stays there until somebody here says yes. */
  readonly isAsked: boolean;
  /** Since when it waits for this region, and how many working days that is. */
  readonly since: string;
  readonly days: number;
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

/** Between two desks, without the young person. */
export interface WaitingHandOver {
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly askedOn: string;
  readonly days: number;
}

export interface Desk {
  readonly id: string;
  readonly name: string;
  readonly isOfRegion: boolean;
}

/** The cases of a region that have no desk, oldest first, and what the region assigned since a day. */
export async function regionQueue(tx: Tx, actor: Actor, { since, today }: { since: string; today: string }): Promise<{ waiting: QueuedCase[]; assigned: AssignedCase[]; between: WaitingHandOver[] }> {
  const [waiting, assigned, between] = await tx.readAll(actor, [
    { name: 'region-queue', text: `${WAITING} order by since, l.sort_name`, values: [today] },
    { name: 'region-assigned', text: ASSIGNED, values: [since] },
    { name: 'region-between', text: BETWEEN, values: [today] },
  ]);
  return { waiting, assigned, between } as unknown as { waiting: QueuedCase[]; assigned: AssignedCase[]; between: WaitingHandOver[] };
}

/** One of them with the desks to choose from, its own region's first; `hasDesk` when it is the region's but no longer waits. */
export async function queuedCase(tx: Tx, actor: Actor, id: string, today: string): Promise<{ found?: QueuedCase; hasDesk: boolean; desks: Desk[] }> {
  const [found, given, desks] = await tx.readAll(actor, [
    { name: 'queued-case', text: `${WAITING} and c.id = $2`, values: [today, id] },
    { name: 'given-case', text: 'select from app.desk_case where id = $1 and (desk_id is not null or closed_on is not null)', values: [id] },
    { name: 'desks', text: DESKS, values: [actor.region] },
  ]);
  return { found: found?.[0] as QueuedCase | undefined, hasDesk: Boolean(given?.length), desks: desks as unknown as Desk[] };
}

const WAITING = `
select c.id, c.number::int, app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.birth_date::text as "birthDate",
  l.municipality, o.name as school, o.kind as "schoolKind", l.school_type as "schoolType", l.class, l.mentor_email as "mentorEmail", s.kind as signal, c.opened_on::text as "openedOn",
  q.id is not null as "isAsked", coalesce(q.asked_on, c.at_desk_since, c.opened_on)::text as since,
  app.working_days(coalesce(q.asked_on, c.at_desk_since, c.opened_on), $1::date) as days,
  h.name as "handedOverBy", case when q.id is not null then q.because when h.id is not null then app.given_because(c.id) end as "handedOverBecause"
from app.desk_case c join app.leaver l on l.id = c.leaver_id join app.organisation o on o.id = l.school_id
left join app.signal s on s.leaver_id = l.id and s.closed_on is null
left join app.case_hand_over q on q.case_id = c.id and q.answer is null and q.to_region = app.my_region()
left join app.organisation h on h.id = coalesce(q.from_id, c.handed_over_by)
where (c.desk_id is null or q.id is not null) and c.closed_on is null`;

const BETWEEN = `
select number::int, from_name as "from", to_name as "to", asked_on::text as "askedOn", app.working_days(asked_on, $1::date) as days from app.waiting_hand_overs()`;

const ASSIGNED = `
select c.id, c.number::int, o.name as desk, a.day::text, c.picked_up_on::text as "pickedUpOn", c.closed_on::text as "closedOn"
from app.assigned_by_my_region($1) a join app.desk_case c on c.id = a.case_id join app.organisation o on o.id = c.desk_id
order by a.day desc, c.number desc`;

const DESKS = `
select id, name, coalesce(region = $1, false) as "isOfRegion" from app.organisation
where kind in ('leerplicht', 'doorstroompunt') order by "isOfRegion" desc, name`;
