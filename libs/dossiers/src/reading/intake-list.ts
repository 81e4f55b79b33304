import type { Actor, Clock, Tx } from '#platform';
import { CHECK_FROM } from '../handover/handover-sql.ts';
import { INTAKE_LIST, INTAKE_WAIT, intakeGroups, type IntakeGroupCode } from '#policy';
import { movedDays } from './moved-days.ts';

export interface IntakeFilter {
  readonly group?: IntakeGroupCode;
  readonly programme?: string;
  readonly level?: number;
  readonly startsOn?: string;
  /** Token of what was typed. */
  readonly search?: string;
  /** Only who waits for the college for too long. */
  readonly onlyLate?: boolean;
}

export interface IntakeRow {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly group: IntakeGroupCode;
  readonly programme: string | null;
  readonly crebo: string;
  readonly level: number | null;
  readonly startsOn: string;
  readonly status: string;
  /** The place comes free: this student started elsewhere. */
  readonly isElsewhere: boolean;
  readonly since: string;
  readonly isLate: boolean;
  /** Something can be read that nobody of the college has opened. */
  readonly isUnread: boolean;
  readonly meetingOn: string | null;
  /** Somebody asks for a warm handover that is not planned yet. */
  readonly asksHandover: boolean;
}

export interface IntakeChoices {
  readonly total: number;
  readonly programmes: readonly string[] | null;
  readonly levels: readonly number[] | null;
  readonly starts: readonly string[] | null;
}

export interface IntakeList {
  readonly rows: readonly IntakeRow[];
  /** Of what the filters leave, but for the choice of a group. */
  readonly counts: readonly { readonly group: IntakeGroupCode; readonly count: number; readonly late: number }[];
  readonly choices: IntakeChoices;
  /** Applications that wait to be tied to a leaver; they are not on the list. */
  readonly untied: number;
  /** Warm handovers that wait to be planned, and those whose agreements are to be checked. */
  readonly handovers: { readonly asked: number; readonly due: number };
  readonly typed: string | null;
}

/** A page of the work list of a college, in one statement. What was withheld, or is not yet for the college, leaves nothing in it. */
export async function intakeList(tx: Tx, actor: Actor, filter: IntakeFilter, page: { clock: Pick<Clock, 'now' | 'today'>; size: number; from: number }): Promise<IntakeList> {
  const { programme, level, startsOn, search, onlyLate = false, group } = filter;
  const given = [programme, level, startsOn, search].map((value) => value ?? null);
  const values = [page.clock.today(), ...given, onlyLate, group ?? null, page.size, page.from, movedDays(page.clock)];
  const [list] = await tx.read(actor, { name: 'intake-list', text: LIST, values });
  return list as unknown as IntakeList;
}

const listed = (words: readonly string[]): string => `(${words.map((word) => `'${word}'`).join(', ')})`;

const [fresh, meeting, waiting] = intakeGroups;
const until = (what: 'opened' | 'answered' | 'admission-opened'): string => listed(fresh.statuses.filter((status) => fresh.whileShared[status] === what));

/** Since when something waits that can be read: for who only applied until there is an answer, for who was invited until it is opened, for who is in until what waited for that is opened. */
const NEWS = `
select min(s.readable_at) as since from app.share s
where a.status in ${listed(fresh.statuses)} and s.application_id = a.id
  and (a.status in ${until('answered')} or s.readable_at > coalesce(seen.seen_at, '-infinity')
    and (a.status in ${until('opened')} or exists (select from app.section_rule r where r.code = s.section and r.release = 'on-admission')))`;

const LAST_MEETING = `
select case when k.what = 'planned' then k.meeting_on end as on from app.intake_record k
where a.status in ${listed(meeting.statuses)} and k.application_id = a.id and k.retracts is null
  and not exists (select from app.intake_record undo where undo.retracts = k.id) order by k.at desc limit 1`;

const OUR_TURN = listed(intakeGroups.filter(({ isOurTurn }) => isOurTurn).map(({ code }) => code));

const STANDING = `
asked as materialized (select typed, words from app.search where id = $5),
applied as (
  select a.id, a.given_name, a.name_prefix, a.family_name, a.folded_given, a.folded_family, a.birth_date, a.crebo, a.starts_on, a.status, p.name as programme, p.level,
    coalesce(p.name, 'Opleiding ' || a.crebo) as course, seen.seen_at, meeting.on as meeting_on,
    case when news.since is not null then '${fresh.code}' when a.status in ${listed(meeting.statuses)} then '${meeting.code}'
      when a.status in ${listed(waiting.statuses)} then '${waiting.code}' else 'done' end as work_group,
    coalesce((news.since at time zone 'Europe/Amsterdam')::date + $10::int, meeting.on, a.status_on) as since
  from app.application a
  left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
  left join app.passport_seen seen on seen.application_id = a.id
  left join lateral (${NEWS}) news on true
  left join lateral (${LAST_MEETING}) meeting on true
  where a.college_id = (select app.my_organisation()) and a.leaver_id is not null and a.status <> 'planned'
    and a.starts_on >= ($1::date - interval '${INTAKE_LIST.months} months')),
matching as materialized (
  select l.*, work_group in ${OUR_TURN} and status not in ${until('admission-opened')} and app.working_days(since, $1::date) > ${INTAKE_WAIT.workingDays} as is_late from applied l
  where ($2::text is null or course = $2) and ($3::int is null or level = $3) and ($4::date is null or starts_on = $4)
    and not exists (select from unnest((select words from asked)) word where position(word in folded_given || ' ' || folded_family) = 0))`;

const ORDER = intakeGroups.map(({ code }, place) => `when '${code}' then ${place}`).join(' ');

/** Who waits longest comes first; of what is done the newest. */
const ROWS = `
page as (
  select m.*, row_number() over (order by case work_group ${ORDER} end, is_late desc, case when work_group = 'done' then -(since - date '2000-01-01') else since - date '2000-01-01' end,
    folded_family, folded_given, id) as place
  from matching m where ($7::text is null or work_group = $7) and (not $6::boolean or is_late) order by place limit $8 offset $9),
shown as (
  select id, app.full_name(given_name, name_prefix, family_name) as name, birth_date as "birthDate", work_group as "group", programme, crebo, level,
    starts_on as "startsOn", status, status = 'lapsed' and app.lapsed_elsewhere(id) as "isElsewhere", since, is_late as "isLate", meeting_on as "meetingOn",
    exists (select from app.share s where s.application_id = page.id and s.readable_at > coalesce(page.seen_at, '-infinity')) as "isUnread",
    exists (select from app.warm_handover h where h.application_id = page.id and h.state = 'asked') as "asksHandover"
  from page order by place)`;

const COUNTED = `
counted as (select work_group as "group", count(*), count(*) filter (where is_late) as late from matching group by work_group),
there_is as (
  select count(*) as total, array_agg(distinct course order by course) as programmes,
    array_agg(distinct level order by level) filter (where level is not null) as levels, array_agg(distinct starts_on order by starts_on) as starts
  from applied)`;

const listOf = (name: string): string => `(select coalesce(json_agg(${name}), '[]') from ${name})`;

const LIST = `with ${[STANDING, ROWS, COUNTED].join(',')}
select ${listOf('shown')} as rows, ${listOf('counted')} as counts, (select row_to_json(there_is) from there_is) as choices, (select typed from asked) as typed,
  (select count(*)::int from app.application where college_id = (select app.my_organisation()) and tie = 'waiting') as untied,
  (select json_build_object('asked', count(*) filter (where h.state = 'asked'), 'due', count(*) filter (where h.state = 'held' and $1::date >= ${CHECK_FROM}))
    from app.warm_handover h join app.application a on a.id = h.application_id where h.state in ('asked', 'held') and a.college_id = (select app.my_organisation())) as handovers`;
