import type { Actor, Tx } from '#platform';

/** What was asked last of another desk or region, as the two sides see it. */
export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly because: string;
  readonly askedOn: string;
  readonly answer: 'accepted' | 'refused' | 'withdrawn' | null;
  readonly answerBecause: string;
  readonly toUs: boolean;
}

export interface CaseFacts {
  readonly id: string;
  readonly number: number;
  readonly leaverId: string;
  readonly route: string;
  readonly signal: string;
  /** Leerplicht until 31 July of the school year of the 16th birthday, then kwalificatieplicht until 18 (rules 6). */
  readonly duty: 'compulsory' | 'qualification' | 'none';
  readonly openedOn: string;
  /** From when its clocks run: since it came to this desk. */
  readonly since: string;
  /** Working days that contact and intake may take in this region. */
  readonly contactDays: number;
  readonly intakeDays: number;
  readonly pickedUpOn: string | null;
  readonly approachedOn: string | null;
  readonly intakeOn: string | null;
  readonly trajectoryOn: string | null;
  readonly trajectoryEndedOn: string | null;
  /** Of the own desk only. */
  readonly plan: string | null;
  readonly nextOn: string | null;
  /** The last line of its story, for a form that must not overwrite what came in between. */
  readonly seen: string | null;
  /** Since when something stands in the story that somebody else told and who looks did not see yet. */
  readonly newsAt: Date | null;
  readonly lastAttemptOn: string | null;
  readonly contactedOn: string | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  /** What the desk chose, when it closed the case itself. */
  readonly choice: string | null;
  readonly destination: string | null;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly desk: string | null;
  readonly isOurs: boolean;
  readonly isOffered: boolean;
  readonly handOver: HandOver | null;
  readonly isPickedUp: boolean;
  readonly isLate: boolean;
  readonly days: number;
  readonly street: string | null;
  readonly postcode: string | null;
  readonly pathway: string | null;
  /** The open case of this desk to go on with. */
  readonly next: { readonly id: string; readonly name: string } | null;
}

/** One case for a desk; undefined when there is none for who asks. */
export async function caseFacts(tx: Tx, actor: Actor, caseId: string, today: string): Promise<CaseFacts | undefined> {
  const [facts] = await tx.read(actor, { name: 'case-facts', text: FACTS, values: [caseId, actor.organisationId, today, actor.memberId] });
  return facts as CaseFacts | undefined;
}

/**
 * In the order of the desk's own list: what is late first, then what nobody has, then the own ones. Without what a colleague has, was
 * tried today, is planned for later, or waits for the answer of another desk.
 */
const NEXT = `
  select jsonb_build_object('id', n.id, 'name', w.display_name) from app.desk_case n join app.card w on w.leaver_id = n.leaver_id
  join app.signal g on g.id = n.signal_id left join app.case_plan later on later.case_id = n.id and later.organisation_id = $2::uuid
  where n.desk_id = $2::uuid and n.closed_on is null and n.id <> c.id and (n.owner_id is null or n.owner_id = $4::uuid)
    and n.last_attempt_on is distinct from $3::date and (later.next_on is null or later.next_on <= $3::date)
    and not exists (select from app.case_hand_over h where h.case_id = n.id and h.answer is null)
  order by case when n.owner_id is null and g.kind = 'start-unconfirmed' and w.turn = 'college' then 3
      when app.is_late(coalesce(n.at_desk_since, n.opened_on), n.picked_up_on, n.contacted_on, $3::date, (select z.region from app.organisation z where z.id = $2::uuid)) then 1
      when n.owner_id is null then 2 else 4 end,
    n.opened_on, w.sort_name, n.number limit 1`;

const FACTS = `
select c.id, c.number::int, c.leaver_id as "leaverId", c.route, s.kind as signal, case
    when $3::date <= app.school_year_end(app.birthday(l.birth_date, 16)) then 'compulsory'
    when c.route = 'help-offer' or $3::date >= app.birthday(l.birth_date, 18) then 'none' else 'qualification' end as duty, c.opened_on::text as "openedOn",
  coalesce(c.at_desk_since, c.opened_on)::text as since,
  app.clock_days(o.region, 'contact', c.opened_on) as "contactDays", app.clock_days(o.region, 'intake', c.opened_on) as "intakeDays", c.picked_up_on::text as "pickedUpOn", c.approached_on::text as "approachedOn", c.intake_on::text as "intakeOn",
  c.trajectory_on::text as "trajectoryOn", c.trajectory_ended_on::text as "trajectoryEndedOn", p.plan, p.next_on::text as "nextOn",
  (select max(e.id) from app.event e where e.case_id = c.id)::text as seen,
  case when c.owner_id = $4::uuid then c.news_at end as "newsAt", c.last_attempt_on::text as "lastAttemptOn", c.contacted_on::text as "contactedOn", c.closed_on::text as "closedOn", c.outcome, (select e.was from app.event e where e.leaver_id = c.leaver_id and e.case_id = c.id and e.kind = 'case-closed' order by e.id desc limit 1) as choice, case when c.outcome is not null then k.destination end as destination,
  c.owner_id as "ownerId", app.full_name(a.given_name, a.name_prefix, a.family_name) as owner, o.name as desk,
  coalesce(c.desk_id = $2::uuid, false) as "isOurs", coalesce(c.offered_to = $2::uuid, false) as "isOffered", asked.as_json as "handOver",
  c.picked_up_on is not null as "isPickedUp", c.closed_on is null and app.is_late(coalesce(c.at_desk_since, c.opened_on), c.picked_up_on, c.contacted_on, $3::date, o.region) as "isLate",
  app.working_days(coalesce(c.at_desk_since, c.opened_on), $3::date) as days, l.street, l.postcode, k.pathway,
  (${NEXT}) as next
from app.desk_case c join app.signal s on s.id = c.signal_id join app.leaver l on l.id = c.leaver_id join app.card k on k.leaver_id = l.id
left join app.membership m on m.id = c.owner_id left join app.account a on a.id = m.account_id
left join app.organisation o on o.id = c.desk_id
left join lateral (
  select jsonb_build_object('from', f.name, 'to', coalesce(t.name, 'een andere regio'), 'because', h.because, 'askedOn', h.asked_on, 'answer', h.answer,
    'answerBecause', h.answer_because, 'toUs', h.to_id = $2::uuid) as as_json
  from app.case_hand_over h join app.organisation f on f.id = h.from_id left join app.organisation t on t.id = h.to_id
  where h.case_id = c.id and (h.from_id = $2::uuid or h.to_id = $2::uuid and h.answer is null) order by h.answer is null desc, h.answered_on desc, h.answer = 'accepted' desc limit 1) asked on true
left join app.case_plan p on p.case_id = c.id and p.organisation_id = $2::uuid
where c.id = $1`;
