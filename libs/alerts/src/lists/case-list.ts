import type { Actor, Tx } from '#platform';
import { caseClocks } from '#policy';

export const caseViews = ['open', 'mine', 'late', 'closed', 'information'] as const;
export type CaseView = (typeof caseViews)[number];

export interface CaseQuestion {
  readonly view: CaseView;
  readonly municipality?: string;
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
  readonly signal: string | null;
  readonly openedOn: string;
  readonly lastAttemptOn: string | null;
  readonly contactedOn: string | null;
  readonly closedOn: string | null;
  readonly outcome: string | null;
  readonly owner: string | null;
  readonly desk: string | null;
  /** Working days since it was opened. */
  readonly days: number;
  readonly group: 'late' | 'new' | 'silent' | 'offered' | 'busy' | 'closed' | 'information';
}

export interface CaseList {
  readonly rows: readonly CaseRow[];
  readonly counts: Readonly<Record<CaseView, number>>;
  readonly municipalities: readonly string[];
}

export const CASES_A_PAGE = 50;

const term = (code: string): number => caseClocks.find((clock) => clock.code === code)?.workingDays ?? 0;

/** The cases of a desk, of one view and page, with the counts of all views; who sees which cases is the policies' business. */
export async function caseList(tx: Tx, actor: Actor, { view, municipality = '', today, offset }: CaseQuestion): Promise<CaseList> {
  const known = [actor.organisationId, actor.memberId, today, term('pick-up'), term('contact'), municipality];
  const [rows, counts] = await tx.readAll(actor, [
    { name: 'case-list', text: LIST, values: [...known, view, CASES_A_PAGE, offset] },
    { name: 'case-counts', text: COUNTS, values: known },
  ]);
  const [all] = (counts ?? []) as (Record<CaseView, number> & { municipalities: string[] | null })[];
  const none = { open: 0, mine: 0, late: 0, closed: 0, information: 0 };
  return { rows: rows as unknown as CaseRow[], counts: all ?? none, municipalities: all?.municipalities ?? [] };
}

/** A case is late when nobody picked it up in time, or nobody spoke the young person in time (rules 8). */
const CASES = `
with known as (
  select c.*, k.display_name, k.sort_name, k.birth_date, k.programme_name, k.level, k.college_name, k.turn, l.municipality, s.kind as signal,
    app.working_days(c.opened_on, $3::date) as days,
    c.desk_id = $1::uuid as ours, coalesce(c.offered_to = $1::uuid, false) as offered,
    c.closed_on is null and (c.picked_up_on is null and app.working_days(c.opened_on, $3::date) > $4::int
      or c.contacted_on is null and app.working_days(c.opened_on, $3::date) > $5::int) as late
  from app.desk_case c join app.card k on k.leaver_id = c.leaver_id join app.leaver l on l.id = c.leaver_id
  join app.signal s on s.id = c.signal_id
  where $6::text = '' or l.municipality = $6),
seen as (
  select known.*, case
    when not coalesce(ours, false) and not offered then array['information']
    when closed_on is not null then array['closed']
    else array['open'] || case when late and ours then array['late'] else '{}' end
      || case when owner_id = $2::uuid then array['mine'] else '{}' end end as views
  from known where coalesce(ours, false) or offered or closed_on is null)`;

const LIST = `${CASES}
select c.id, c.number::int, c.display_name as name, c.birth_date::text as "birthDate", c.municipality, c.programme_name as programme,
  c.level, c.college_name as college, c.signal, c.opened_on::text as "openedOn", c.last_attempt_on::text as "lastAttemptOn",
  c.contacted_on::text as "contactedOn", c.closed_on::text as "closedOn", c.outcome, o.name as desk, c.days,
  app.full_name(a.given_name, a.name_prefix, a.family_name) as owner,
  case when c.views = array['information'] then 'information' when c.closed_on is not null then 'closed' when not c.ours then 'offered'
    when c.late then 'late' when c.signal = 'start-unconfirmed' and c.turn = 'college' and c.owner_id is null then 'silent'
    when c.owner_id is null then 'new' else 'busy' end as "group"
from seen c left join app.membership m on m.id = c.owner_id left join app.account a on a.id = m.account_id
left join app.organisation o on o.id = c.desk_id
where $7::text = any(c.views)
order by case when c.closed_on is null then 0 else 1 end, c.late desc, c.owner_id is not null, c.closed_on desc, c.opened_on, c.sort_name, c.number
limit $8 offset $9`;

const COUNTS = `${CASES}
select count(*) filter (where 'open' = any(views))::int as open, count(*) filter (where 'mine' = any(views))::int as mine,
  count(*) filter (where 'late' = any(views))::int as late, count(*) filter (where 'closed' = any(views))::int as closed,
  count(*) filter (where 'information' = any(views))::int as information,
  array_agg(distinct municipality) filter (where municipality is not null) as municipalities
from seen`;
