import type { Actor, Tx } from '#platform';
import { turnedOf, type Today } from './turned.ts';


export interface LeaverFilter {
  readonly signal?: string;
  readonly college?: string;
  readonly programme?: string;
  readonly class?: string;
  readonly schoolYear?: string;
  /** Token of what was typed. */
  readonly search?: string;
  readonly phase?: string;
  /** Who must move next. */
  readonly turn?: string;
}

export interface LeaverRow {
  readonly id: string;
  readonly name: string;
  readonly class: string | null;
  readonly mentor: string | null;
  readonly group: 'act' | 'wait' | 'fine';
  readonly signal: string | null;
  readonly route: string | null;
  readonly turn: string | null;
  readonly turnSince: string | null;
  /** A step of the passport, when that comes next. */
  readonly step: string | null;
  readonly caseState: 'new' | 'picked-up' | 'contact' | null;
  /** A college may read something of the passport. */
  readonly shared: boolean;
  readonly phase: string;
  readonly destination: string | null;
  readonly applications: number;
  /** Noted by a person; the college did not report it yet. */
  readonly unconfirmed: boolean;
  /** What decides the kind of transfer. */
  readonly senderKind: string;
  readonly schoolType: string | null;
  readonly college: string | null;
  readonly programme: string | null;
  readonly level: number | null;
  readonly heardOn: string | null;
}

/** Leavers who wait for the same programme, of which the college reported nobody. */
export interface SilentProgramme {
  readonly college: string;
  readonly programme: string | null;
  readonly count: number;
}

export interface LeaverCount {
  readonly group: LeaverRow['group'];
  readonly phase: string;
  readonly count: number;
}

export interface LeaverChoices {
  readonly total: number;
  readonly act: number;
  readonly colleges: readonly string[] | null;
  readonly classes: readonly string[] | null;
  readonly schoolYears: readonly string[] | null;
  readonly signals: readonly string[] | null;
  readonly turns: readonly string[] | null;
  /** The first fixed day to come in the calendar of the own region. */
  readonly nextDay: string | null;
}

export interface LeaverList {
  readonly rows: readonly LeaverRow[];
  readonly silent: readonly SilentProgramme[];
  /** By group and phase, of what the other filters leave. */
  readonly counts: readonly LeaverCount[];
  /** What there is without any filter. */
  readonly choices: LeaverChoices;
  readonly typed: string | null;
}

/** A page of the work list of who asks, in one statement: their own leavers, or those of their school. */
export async function leaverList(tx: Tx, actor: Actor, filter: LeaverFilter, page: { size: number; from: number }, today: Today): Promise<LeaverList> {
  const { signal, college, programme, class: group, schoolYear, search, phase, turn } = filter;
  const given = [signal, college, programme, group, schoolYear, search, phase].map((value) => value ?? null);
  const [list] = await tx.read(actor, { name: 'leaver-list', text: LIST, values: [...given, page.size, page.from, today.day, today.moved, turn ?? null] });
  return list as unknown as LeaverList;
}

/** From how many leavers of one silent programme they become one line. */
const ONE_LINE_FROM = 3;

const MATCHING = `
turned as materialized (${turnedOf('null', '$10', '$11')}),
asked as materialized (select typed, words from app.search where id = $6),
matching as materialized (
  select c.*, silent.yes and ($1::text is null and $2::text is null and $3::text is null and $6::uuid is null and $12::text is null)
    and count(*) filter (where silent.yes) over (partition by c.college_name, c.programme_name, c.starts_on) >= ${ONE_LINE_FROM} as in_line
  from turned c
  cross join lateral (select c.signal_kind = 'start-unconfirmed' and c.turn = 'college' and c.case_outcome is null as yes) silent
  where ($1::text is null or c.signal_kind = $1) and ($2::text is null or c.college_name = $2)
    and ($3::text is null or c.programme_name = $3) and ($4::text is null or c.class = $4) and ($5::text is null or c.school_year = $5)
    and ($12::text is null or c.turn_now = $12 and c.group_now <> 'fine')
    and not exists (select from unnest((select words from asked)) word
      where position(word in c.sort_name || ' ' || lower(c.display_name)) = 0))`;

const ROWS = `
page as (
  select m.*, row_number() over (order by case group_now when 'act' then 1 when 'wait' then 2 else 3 end,
    m.school_year desc, r.rank, m.sort_name, m.leaver_id) as place
  from matching m left join app.signal_rule r on r.code = m.signal_kind
  where ($7::text is null or m.phase = $7) and m.in_line is not true
  order by place limit $8 offset $9),
shown as (
  select p.leaver_id as id, p.display_name as name, p.class, app.full_name(a.given_name, a.name_prefix, a.family_name) as mentor,
    p.group_now as "group", p.signal_kind as signal, p.route, p.turn_now as turn, p.since_now as "turnSince", p.step, p.shared,
    case when k.closed_on is not null then null when k.contacted_on is not null then 'contact' when k.picked_up_on is not null then 'picked-up' when k.id is not null then 'new' end as "caseState", p.phase, p.destination,
    p.applications, p.unconfirmed, o.kind as "senderKind", l.school_type as "schoolType", p.college_name as college, p.programme_name as programme, p.level, p.last_heard_on as "heardOn"
  from page p join app.leaver l on l.id = p.leaver_id join app.organisation o on o.id = l.school_id
  left join app.desk_case k on k.id = p.case_id left join app.membership m on m.id = p.mentor_id left join app.account a on a.id = m.account_id
  order by p.place)`;

const COUNTED = `
coming as (
  select min(d.day) as day from (select distinct school_year from turned) y join app.calendar k on k.school_year = y.school_year
  left join app.region_calendar own on own.region = app.my_region() and own.school_year = y.school_year
  cross join lateral (values (coalesce(own.not_applied_from, k.not_applied_from)), (coalesce(own.no_place_yet_from, k.no_place_yet_from)),
    (coalesce(own.no_place_at_start_from, k.no_place_at_start_from)), (coalesce(own.early_leaver_until, k.early_leaver_until))) d (day)
  where d.day > $10::date),
silent as (
  select college_name as college, programme_name as programme, count(*) from matching
  where in_line and ($7::text is null or phase = $7) group by college_name, programme_name order by count(*) desc, college_name, programme_name),
counted as (select group_now as "group", phase, count(*) from matching group by group_now, phase),
there_is as (
  select count(*) as total, count(*) filter (where group_now = 'act') as act,
    array_agg(distinct college_name order by college_name) filter (where college_name is not null) as colleges,
    array_agg(distinct class order by class) filter (where class is not null) as classes,
    array_agg(distinct school_year order by school_year) as "schoolYears",
    array_agg(distinct signal_kind) filter (where signal_kind is not null) as signals,
    array_agg(distinct turn_now) filter (where turn_now is not null and group_now <> 'fine') as turns, (select day from coming) as "nextDay"
  from turned)`;

const listOf = (name: string): string => `(select coalesce(json_agg(${name}), '[]') from ${name})`;

const LIST = `with ${[MATCHING, ROWS, COUNTED].join(',')}
select ${listOf('shown')} as rows, ${listOf('silent')} as silent, ${listOf('counted')} as counts,
  (select row_to_json(there_is) from there_is) as choices, (select typed from asked) as typed`;
