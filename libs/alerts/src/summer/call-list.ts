import type { Actor, Tx } from '#platform';
import type { SummerOutcome } from '#policy';

export interface CallRow {
  readonly id: string;
  readonly leaver: string;
  readonly name: string;
  readonly class: string | null;
  readonly school: string;
  readonly signal: string | null;
  readonly phase: string;
  readonly programme: string | null;
  readonly college: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly guardian: string | null;
  readonly guardianEmail: string | null;
  readonly nextOn: string | null;
  readonly wantsHelp: boolean;
  readonly last: SummerOutcome | null;
  readonly lastOn: string | null;
  readonly lastBy: string | null;
  readonly tries: number;
  /** Who is calling right now, when that is somebody else. */
  readonly callingNow: string | null;
  /** It is known by now where the leaver goes; stays for the day, so that it can be undone. */
  readonly isDone: boolean;
  /** The open case about the leaver, and the desk that has it; no desk: the region looks for one. */
  readonly caseId: string | null;
  readonly caseDesk: string | null;
  readonly isCaseOwned: boolean;
  /** The last day of the list. */
  readonly untilOn: string;
  /** School has begun again: the mentor moves, and the team calls along. */
  readonly isMentorsTurn: boolean;
}

export interface SummerAttempt {
  readonly id: string;
  readonly outcome: SummerOutcome;
  readonly note: string;
  readonly day: string;
  readonly person: string | null;
  readonly undone: boolean;
  /** Of who asks, today, and the newest that stands: may be taken back. */
  readonly undoable: boolean;
}

export interface SummerStory {
  readonly fromOn: string;
  readonly untilOn: string;
  readonly endedOn: string | null;
  readonly endedBecause: string | null;
  readonly team: string;
  readonly tries: number;
  readonly spoken: number;
  readonly last: SummerOutcome | null;
  readonly lastOn: string | null;
  readonly note: string | null;
}

interface Moment {
  readonly today: string;
  /** Who pressed before this stopped calling. */
  readonly callingSince: Date;
}

/** Whom the team of who asks calls, most urgent first. */
export async function callList(tx: Tx, actor: Actor, { today, callingSince }: Moment): Promise<CallRow[]> {
  return tx.read<CallRow & Record<string, unknown>>(actor, { name: 'summer-list', text: `${CALLS} order by s.wants_help desc, s.next_on nulls first, r.rank nulls last, c.sort_name, s.id`, values: [today, callingSince] });
}

/** One of them with all that was tried; undefined when it is not on the list of who asks. */
export async function callOf(tx: Tx, actor: Actor, id: string, { today, callingSince }: Moment): Promise<{ row: CallRow; attempts: SummerAttempt[] } | undefined> {
  const [[row] = [], attempts = []] = await tx.readAll(actor, [
    { name: 'summer-one', text: `${CALLS} and s.id = $3`, values: [today, callingSince, id] },
    { name: 'summer-attempts', text: ATTEMPTS, values: [id, today] },
  ]);
  return row && { row: row as unknown as CallRow, attempts: attempts as unknown as SummerAttempt[] };
}

/** What came of the summer, for who sees the leaver. */
export async function summerOf(tx: Tx, actor: Actor, leaver: string): Promise<SummerStory | undefined> {
  const [story] = await tx.read<SummerStory & Record<string, unknown>>(actor, { name: 'summer-story', text: STORY, values: [leaver] });
  return story;
}

const LAST = `left join lateral (select t.outcome, t.on_day, t.member_id, t.note from app.summer_attempt t where t.list_id = s.id and t.undone_at is null order by t.made_at desc limit 1) last on true`;

const CALLS = `
select s.id, s.leaver_id as leaver, c.display_name as name, c.class, o.name as school, c.signal_kind as signal, c.phase, c.programme_name as programme,
  c.college_name as college, s.phone, l.email, l.guardian_name as guardian, l.guardian_email as "guardianEmail", s.next_on::text as "nextOn", s.wants_help as "wantsHelp",
  last.outcome as last, last.on_day::text as "lastOn", app.full_name(b.given_name, b.name_prefix, b.family_name) as "lastBy",
  (select count(*)::int from app.summer_attempt t where t.list_id = s.id and t.undone_at is null) as tries,
  case when s.claimed_by <> app.my_member() and s.claimed_at > $2 then app.full_name(k.given_name, k.name_prefix, k.family_name) end as "callingNow",
  coalesce(d.settled, false) as "isDone", q.id as "caseId", w.name as "caseDesk", q.owner_id is not null as "isCaseOwned", s.until_on::text as "untilOn",
  $1::date >= app.first_school_day(right(s.school_year, 4), o.holiday_region, o.region) as "isMentorsTurn"
from app.summer_list s join app.leaver l on l.id = s.leaver_id join app.card c on c.leaver_id = s.leaver_id join app.organisation o on o.id = l.school_id
left join app.signal_rule r on r.code = c.signal_kind left join app.destination_rule d on d.code = c.destination ${LAST}
left join app.desk_case q on q.id = c.case_id and q.closed_on is null left join app.organisation w on w.id = q.desk_id
left join app.membership bm on bm.id = last.member_id left join app.account b on b.id = bm.account_id
left join app.membership km on km.id = s.claimed_by left join app.account k on k.id = km.account_id
where s.organisation_id = app.my_organisation() and s.ended_on is null and $1 between s.from_on and s.until_on`;

const ATTEMPTS = `
select t.id, t.outcome, t.note, t.on_day::text as day, app.full_name(a.given_name, a.name_prefix, a.family_name) as person, t.undone_at is not null as undone,
  t.member_id = app.my_member() and t.on_day = $2 and t.undone_at is null
    and not exists (select from app.summer_attempt n where n.list_id = t.list_id and n.undone_at is null and n.made_at > t.made_at) as undoable
from app.summer_attempt t left join app.membership m on m.id = t.member_id left join app.account a on a.id = m.account_id
where t.list_id = $1 order by t.made_at desc`;

const STORY = `
select s.from_on::text as "fromOn", s.until_on::text as "untilOn", s.ended_on::text as "endedOn", s.ended_because as "endedBecause", o.name as team,
  n.tries, n.spoken, last.outcome as last, last.on_day::text as "lastOn", nullif(last.note, '') as note
from app.summer_list s join app.organisation o on o.id = s.organisation_id ${LAST}
cross join lateral (select count(*)::int as tries, count(*) filter (where t.outcome not in ('no-answer', 'wrong-number'))::int as spoken
  from app.summer_attempt t where t.list_id = s.id and t.undone_at is null) n
where s.leaver_id = $1 order by s.school_year desc limit 1`;
