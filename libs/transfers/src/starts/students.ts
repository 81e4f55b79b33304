import type { Actor, Tx } from '#platform';
import type { ProgrammeKey } from './programmes.ts';

export interface Student {
  readonly id: string;
  readonly name: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly birthDate: string;
  readonly status: string;
  readonly statusOn: string;
  readonly rank: number | null;
  /** The place comes free: this student started elsewhere. */
  readonly isElsewhere: boolean;
}

/** What somebody reported in one go on the page, and what of it still stands. */
export interface Batch {
  /** The moment as text, exact enough to point at it. */
  readonly moment: string;
  readonly at: Date;
  readonly status: 'started' | 'no-show' | 'deregistered';
  readonly person: string | null;
  readonly applications: readonly string[];
}

export interface ProgrammeStudents {
  readonly name: string | null;
  readonly level: number | null;
  readonly students: readonly Student[];
  readonly batches: readonly Batch[];
  /** Who stops before this day is an early leaver; null when no calendar says. */
  readonly earlyUntil: string | null;
}

/** Everybody who applied for one programme of the asking college, sorted as Dutch lists are; undefined when nobody did. */
export async function programmeStudents(tx: Tx, actor: Actor, { crebo, pathway, startsOn }: ProgrammeKey, undoSince: Date): Promise<ProgrammeStudents | undefined> {
  const key = [actor.organisationId, crebo, pathway, startsOn];
  const [students = [], batches, programme, early] = await tx.readAll(actor, [
    { name: 'programme-students', text: STUDENTS, values: key },
    { name: 'programme-batches', text: BATCHES, values: [...key, undoSince] },
    { name: 'programme-name', text: NAME, values: key },
    { name: 'programme-early', text: EARLY, values: [startsOn, actor.region] },
  ]);
  if (!students.length) return undefined;
  const sorted = (students as Student[]).toSorted((one, other) =>
    dutch.compare(one.familyName, other.familyName) || dutch.compare(one.givenName, other.givenName) || one.birthDate.localeCompare(other.birthDate));
  return { name: null, level: null, ...programme?.[0], students: sorted, batches: batches as unknown as Batch[], earlyUntil: (early?.[0]?.day as string | null | undefined) ?? null };
}

const dutch = new Intl.Collator('nl');
const OF_PROGRAMME = 'a.college_id = $1 and a.crebo = $2 and a.pathway = $3 and a.starts_on = $4';

const STUDENTS = `
select a.id, app.full_name(a.given_name, a.name_prefix, a.family_name) as name, a.family_name as "familyName", a.given_name as "givenName",
  a.birth_date::text as "birthDate", a.status, a.status_on::text as "statusOn", r.rank,
  a.status = 'lapsed' and app.lapsed_elsewhere(a.id) as "isElsewhere"
from app.application a join app.status_rule r on r.code = a.status where ${OF_PROGRAMME}`;

/** Only the last word on each application can be taken back. */
const BATCHES = `
select e.known_at::text as moment, e.known_at as at, e.became as status, app.full_name(p.given_name, p.name_prefix, p.family_name) as person,
  array_agg(e.application_id) as applications
from app.application a
join lateral (
  select last.* from app.event last where last.application_id = a.id and last.kind = 'status-reported'
    and not exists (select from app.event undo where undo.retracts = last.id)
  order by last.id desc limit 1) e on e.source = 'page' and e.organisation_id = $1 and e.known_at > $5
left join app.membership m on m.id = e.member_id left join app.account p on p.id = m.account_id
where ${OF_PROGRAMME}
group by e.known_at, e.became, p.given_name, p.name_prefix, p.family_name order by e.known_at desc`;

/** The first such day after the start, of whichever school year: a start in winter counts until the next one. */
const EARLY = `
select min(coalesce(own.early_leaver_until, c.early_leaver_until))::text as day from app.calendar c
left join app.region_calendar own on own.school_year = c.school_year and own.region = $2
where coalesce(own.early_leaver_until, c.early_leaver_until) > $1`;

const NAME = 'select name, level from app.programme where college_id = $1 and crebo = $2 and pathway = $3 and starts_on = $4';
