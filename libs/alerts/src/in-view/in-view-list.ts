import type { Actor, Tx } from '#platform';
import { IN_VIEW } from '#policy';

export const inViewGroups = ['offered', 'due', 'later', 'ended'] as const;
export type InViewGroup = (typeof inViewGroups)[number];

export interface InViewRow {
  readonly id: string;
  readonly leaverId: string;
  readonly name: string;
  readonly birthDate: string;
  readonly municipality: string | null;
  readonly school: string;
  readonly because: string;
  readonly since: string;
  readonly lastCheckOn: string | null;
  readonly lastFound: string | null;
  readonly lastBy: string | null;
  readonly nextCheckOn: string;
  readonly callOn: string | null;
  readonly closedOn: string | null;
  readonly closedBecause: string | null;
  readonly desk: string;
  readonly isOurs: boolean;
  readonly isOffered: boolean;
  readonly group: InViewGroup;
}

export interface InViewList {
  readonly rows: readonly InViewRow[];
  readonly counts: readonly { readonly group: InViewGroup; readonly count: number }[];
}

export const IN_VIEW_A_PAGE = 50;

/** A page of who is in view, most pressing first; whose they are is the policies' business. */
export async function inViewList(tx: Tx, actor: Actor, { today, offset }: { today: string; offset: number }): Promise<InViewList> {
  const [list] = await tx.read(actor, { name: 'in-view-list', text: LIST, values: [actor.organisationId, today, IN_VIEW_A_PAGE, offset] });
  return list as unknown as InViewList;
}

/** The row of one leaver, open or last ended; undefined for whoever may not know. */
export async function inViewOf(tx: Tx, actor: Actor, leaverId: string, today: string): Promise<InViewRow | undefined> {
  const [row] = await tx.read(actor, { name: 'in-view-of', text: ONE, values: [actor.organisationId, today, leaverId] });
  return row as unknown as InViewRow | undefined;
}

const COLUMNS = `v.id, v.leaver_id as "leaverId", app.full_name(l.given_name, l.name_prefix, l.family_name) as name, l.birth_date::text as "birthDate", l.municipality, s.name as school,
  v.because, v.since::text, v.last_check_on::text as "lastCheckOn", v.last_found as "lastFound", b.name as "lastBy", v.next_check_on::text as "nextCheckOn",
  v.call_on::text as "callOn", v.closed_on::text as "closedOn", v.closed_because as "closedBecause", d.name as desk, v.desk_id = $1::uuid as "isOurs",
  coalesce(v.offered_to = $1::uuid, false) as "isOffered", l.sort_name,
  case when v.closed_on is not null then 'ended' when v.offered_to = $1::uuid then 'offered' when v.next_check_on <= $2::date or v.call_on <= $2::date then 'due' else 'later' end as "group"`;
const FROM = `from app.in_view v join app.leaver l on l.id = v.leaver_id join app.organisation s on s.id = l.school_id
  join app.organisation d on d.id = v.desk_id left join app.organisation b on b.id = v.last_by`;

const LIST = `with seen as materialized (select ${COLUMNS} ${FROM} where v.closed_on is null or v.closed_on > $2::date - ${IN_VIEW.endedShownDays}),
page as (select * from seen order by array_position(array['${inViewGroups.join("', '")}'], "group"), least("callOn", "nextCheckOn"), sort_name, id limit $3 offset $4)
select (select coalesce(json_agg(page), '[]') from page) as rows,
  (select coalesce(json_agg(c), '[]') from (select "group", count(*)::int from seen group by "group") c) as counts`;

const ONE = `select ${COLUMNS} ${FROM} where v.leaver_id = $3 order by v.closed_on desc nulls first, v.since desc limit 1`;
