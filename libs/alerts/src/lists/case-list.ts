import type { Actor, Tx } from '#platform';

export const caseViews = ['open', 'mine', 'late', 'closed', 'information'] as const;
export type CaseView = (typeof caseViews)[number];

/** In which order the groups of a list stand. */
export const caseGroups = ['late', 'offered', 'new', 'silent', 'busy', 'closed', 'information'] as const;
export type CaseGroup = (typeof caseGroups)[number];

export interface CaseFilter {
  readonly municipality?: string;
  readonly college?: string;
  readonly programme?: string;
}

export interface CaseQuestion extends CaseFilter {
  readonly view: CaseView;
  readonly today: string;
  readonly offset: number;
}

export interface CaseRow {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly birthDate: string;
  readonly municipality: string | null;
  readonly programme: string | null;
  readonly level: number | null;
  readonly college: string | null;
  readonly signal: string;
  readonly openedOn: string;
  readonly lastAttemptOn: string | null;
  /** When the desk meant to go on with it. */
  readonly nextOn: string | null;
  readonly contactedOn: string | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  /** What the desk chose, when it closed the case itself. */
  readonly choice: string | null;
  readonly destination: string | null;
  readonly owner: string | null;
  readonly desk: string | null;
  /** Another desk asks this one to take the case over. */
  readonly isAsked: boolean;
  /** This desk asked another to take it over, and waits. */
  readonly waitsForAnswer: boolean;
  readonly isPickedUp: boolean;
  /** Somebody else told something, and who looks has the case and did not see it yet. */
  readonly hasNews: boolean;
  readonly isLate: boolean;
  /** There was contact, and the time for an intake has gone by. */
  readonly isIntakeLate: boolean;
  /** Working days that it is open. */
  readonly days: number;
  readonly group: CaseGroup;
}

/** Young people who wait for the same programme, of which the college reported nobody. */
export interface SilentCases {
  readonly college: string;
  readonly programme: string | null;
  readonly count: number;
}

export interface CaseList {
  readonly rows: readonly CaseRow[];
  readonly silent: readonly SilentCases[];
  /** Of the whole view, not of this page of it. */
  readonly groups: readonly { readonly group: CaseGroup; readonly count: number }[];
  readonly counts: Readonly<Record<CaseView, number>>;
  readonly municipalities: readonly string[] | null;
}

export const CASES_A_PAGE = 50;

/** A page of the cases of a desk in one statement; who sees which cases is the policies' business. */
export async function caseList(tx: Tx, actor: Actor, { view, municipality, college, programme, today, offset }: CaseQuestion): Promise<CaseList> {
  const filter = [municipality, college, programme].map((value) => value || null);
  const values = [actor.organisationId, actor.memberId, today, ...filter, view, CASES_A_PAGE, offset];
  const [list] = await tx.read(actor, { name: 'case-list', text: LIST, values });
  return list as unknown as CaseList;
}

/** From how many young people of one silent programme they become one line. */
const ONE_LINE_FROM = 3;

const SEEN = `
seen as materialized (
  select c.*, k.display_name, k.sort_name, k.birth_date, k.programme_name, k.level, k.college_name, k.starts_on, k.destination, l.municipality, s.kind,
    case when not held.ours and not held.offered then 'information' when c.closed_on is not null then 'closed' when not held.ours then 'offered'
      when s.kind = 'start-unconfirmed' and k.turn = 'college' and c.owner_id is null then 'silent'
      when held.late then 'late' when c.owner_id is null then 'new' else 'busy' end as "group",
    held.late and held.ours as late, held.asked_of, held.given_to
  from app.desk_case c join app.card k on k.leaver_id = c.leaver_id join app.leaver l on l.id = c.leaver_id
  join app.signal s on s.id = c.signal_id
  left join app.case_hand_over asked on asked.case_id = c.id and asked.answer is null
  cross join lateral (select coalesce(c.desk_id = $1::uuid, false) as ours, coalesce(c.offered_to = $1::uuid or asked.to_id = $1::uuid, false) as offered,
    case when asked.to_id = $1::uuid then asked.from_id end as asked_of, case when asked.from_id = $1::uuid then coalesce(asked.to_id::text, 'region') end as given_to,
    c.closed_on is null and app.is_late(coalesce(c.at_desk_since, c.opened_on), c.picked_up_on, c.contacted_on, $3::date,
      (select o.region from app.organisation o where o.id = $1::uuid)) as late) held
  where held.ours or held.offered or c.closed_on is null),
matching as materialized (
  select seen.*, array_remove(array[case when "group" not in ('closed', 'information') then 'open' else "group" end,
      case when late then 'late' end, case when closed_on is null and owner_id = $2::uuid then 'mine' end], null) as views
  from seen where ($4::text is null or municipality = $4) and ($5::text is null or college_name = $5) and ($6::text is null or programme_name = $6)),
listed as materialized (
  select *, "group" = 'silent' and $5::text is null and count(*) filter (where "group" = 'silent')
    over (partition by college_name, programme_name, starts_on) >= ${ONE_LINE_FROM} as in_line
  from matching where $7::text = any(views))`;

const ROWS = `
page as (
  select listed.*, row_number() over (order by array_position(array[${caseGroups.map((group) => `'${group}'`).join(', ')}], "group"),
    closed_on desc, opened_on, sort_name, number) as place
  from listed where not in_line order by place limit $8 offset $9),
shown as (
  select p.id, p.number, p.display_name as name, p.birth_date as "birthDate", p.municipality, p.programme_name as programme, p.level,
    p.college_name as college, p.kind as signal, p.opened_on as "openedOn", p.last_attempt_on as "lastAttemptOn", plan.next_on as "nextOn",
    p.contacted_on as "contactedOn", p.closed_on as "closedOn", p.outcome, case when p.closed_on is not null then (select e.was from app.event e where e.leaver_id = p.leaver_id and e.case_id = p.id and e.kind = 'case-closed' order by e.id desc limit 1) end as choice, case when p.outcome is not null then p.destination end as destination, o.name as desk, p."group", p.late as "isLate",
    p.asked_of is not null as "isAsked", p.given_to is not null as "waitsForAnswer",
    p."group" not in ('information', 'offered') and p.closed_on is null and p.contacted_on is not null and p.intake_on is null and
      app.working_days(coalesce(p.at_desk_since, p.opened_on), $3::date) > app.clock_days(o.region, 'intake', coalesce(p.at_desk_since, p.opened_on)) as "isIntakeLate",
    p.picked_up_on is not null as "isPickedUp", p.closed_on is null and p.news_at is not null and p.owner_id = $2::uuid as "hasNews", app.working_days(coalesce(p.at_desk_since, p.opened_on), $3::date) as days,
    app.full_name(a.given_name, a.name_prefix, a.family_name) as owner
  from page p left join app.membership m on m.id = p.owner_id left join app.account a on a.id = m.account_id
  left join app.organisation o on o.id = p.desk_id
  left join app.case_plan plan on plan.case_id = p.id and plan.organisation_id = $1::uuid and p.closed_on is null order by p.place)`;

const COUNTED = `
silent as (
  select college_name as college, programme_name as programme, count(*) from listed where in_line
  group by college_name, programme_name order by count(*) desc, college_name, programme_name),
groups as (select "group", count(*) from listed group by "group"),
counted as (select ${caseViews.map((view) => `count(*) filter (where '${view}' = any(views)) as ${view}`).join(', ')} from matching),
towns as (select array_agg(distinct municipality order by municipality) as names from seen)`;

const listOf = (name: string): string => `(select coalesce(json_agg(${name}), '[]') from ${name})`;

const LIST = `with ${[SEEN, ROWS, COUNTED].join(',')}
select ${listOf('shown')} as rows, ${listOf('silent')} as silent, ${listOf('groups')} as groups,
  (select row_to_json(counted) from counted) as counts, (select array_remove(names, null) from towns) as municipalities`;
