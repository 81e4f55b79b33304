import type { Actor, Tx } from '#platform';
import { addDays } from '#platform';
import { NOT_LISTED, NOTED_COUNTS_DAYS, type NotedState } from '#policy';

/** One in the own order: noted by the student or mentor, or reported by a college. */
export interface OwnChoice {
  readonly id: string;
  readonly college: string;
  readonly programme: string | null;
  readonly level: number | null;
  readonly startsOn: string | null;
  /** Absent when the college reported it. */
  readonly state?: NotedState;
  /** Of what a college reported. */
  readonly status: string | null;
  /** Applied, noted or reported on this day. */
  readonly day: string;
  /** Until when it counts without a report of the college. */
  readonly countsUntil?: string;
  readonly notedAs: 'student' | 'mentor' | null;
  readonly collegeId: string;
  readonly programmeId: string | null;
}

interface Row extends Omit<OwnChoice, 'state' | 'countsUntil'> {
  readonly kind: 'planned' | 'submitted' | null;
  readonly withdrawn: boolean;
}

/** What this leaver wants, in the own order, and last what was taken away lately; nothing for who may not see the leaver. A desk reads no free words. */
export async function ownChoices(tx: Tx, actor: Actor, leaverId: string | undefined, today: string): Promise<readonly OwnChoice[]> {
  const [name, text] = actor.kind === 'desk' ? ['choices-for-desk', choices(`'${NOT_LISTED}'`)] : ['own-choices', choices('n.programme_text')];
  const rows = await tx.read<Row>(actor, { name, text, values: [leaverId ?? actor.leaverId ?? null, addDays(today, -SHOWN_DAYS)] });
  return rows.map(({ kind, withdrawn, ...row }) => ({ ...row, ...(kind ? standingOf(row.day, kind, withdrawn, today) : {}) }));
}

function standingOf(day: string, kind: 'planned' | 'submitted', withdrawn: boolean, today: string): Pick<OwnChoice, 'state' | 'countsUntil'> {
  if (withdrawn) return { state: 'withdrawn' };
  if (kind === 'planned') return { state: 'planned' };
  const countsUntil = addDays(day, NOTED_COUNTS_DAYS);
  return { state: today > countsUntil ? 'too-long' : 'waiting', countsUntil };
}

/** How long one that was taken away can be put back from the page. */
const SHOWN_DAYS = 30;

const choices = (words: string): string => `
select c.id, o.name as college, coalesce(p.name, c.words) as programme, p.level, c.starts_on::text as "startsOn", c.status, c.day::text as day,
  c.noted_as as "notedAs", c.college_id as "collegeId", p.id as "programmeId", c.kind, c.withdrawn
from (
  select x.id, x.place, a.college_id, a.crebo, a.pathway, a.starts_on, null as words, a.status, a.status_on as day, null as noted_as, null as kind, false as withdrawn
  from app.own_order($1) x join app.application a on a.id = x.id
  union all
  select n.id, x.place, n.college_id, n.crebo, n.pathway, n.starts_on, ${words}, null, coalesce(n.applied_on, n.noted_on), n.noted_as, n.kind, n.withdrawn_on is not null
  from app.noted_application n left join app.own_order($1) x on x.id = n.id
  where n.leaver_id = $1 and n.confirmed_by is null and n.kind <> 'ordered' and (n.withdrawn_on is null or n.withdrawn_on >= $2)) c
join app.organisation o on o.id = c.college_id
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (c.college_id, c.crebo, c.pathway, c.starts_on)
order by c.withdrawn, c.place, c.id`;

/** The last change of the own order when somebody of school made it. */
export async function orderChanged(tx: Tx, actor: Actor): Promise<{ readonly day: string; readonly person: string } | undefined> {
  const [row] = await tx.read<{ day: string; person: string }>(actor, { name: 'order-changed', text: 'select day::text as day, person from app.my_order_changed()' });
  return row;
}

export interface CollegeChoice {
  readonly id: string;
  readonly name: string;
}

export interface ProgrammeChoice {
  readonly id: string;
  readonly name: string;
  readonly level: number | null;
  readonly pathway: string;
  readonly startsOn: string;
}

/** A programme that began longer ago is no choice any more. */
const BEGUN_DAYS = 60;

/** Every college, and of one of them the programmes that can be chosen. */
export async function choosable(tx: Tx, actor: Actor, collegeId: string | undefined, today: string): Promise<{ colleges: readonly CollegeChoice[]; programmes: readonly ProgrammeChoice[] }> {
  const [colleges = [], programmes = []] = await tx.readAll(actor, [
    { name: 'colleges-to-choose', text: "select id, name from app.organisation where kind = 'mbo' order by name, id" },
    {
      name: 'programmes-to-choose',
      text: `select id, name, level, pathway, starts_on::text as "startsOn" from app.programme where college_id = $1 and starts_on >= $2 order by name, level, pathway, starts_on`,
      values: [collegeId ?? null, addDays(today, -BEGUN_DAYS)],
    },
  ]);
  return { colleges, programmes } as unknown as { colleges: CollegeChoice[]; programmes: ProgrammeChoice[] };
}
