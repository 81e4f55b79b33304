import { HANDOVER_CHECK, SHARE_MONTHS } from '#policy';

/** Of the application a: the first first of October after its start. */
export const CHECK_FROM = `(select case when a.starts_on <= d then d else (d + interval '1 year')::date end from (select make_date(extract(year from a.starts_on)::int, ${HANDOVER_CHECK.month}, ${HANDOVER_CHECK.day}) as d) october)`;

/** For a college: the name as the application says it. */
const NAMES = `app.full_name(a.given_name, a.name_prefix, a.family_name) as name`;

const COLUMNS = `a.id as application, o.name as college, p.name as programme, p.level, a.starts_on::text as "startsOn",
  h.state, h.asked_role as "askedRole", h.asked_on::text as "askedOn", h.topics, h.contact_name as "contactName", h.contact_reach as "contactReach",
  h.planned_on::text as "plannedOn", to_char(h.planned_at, 'HH24:MI') as "plannedAt", h.held_on::text as "heldOn", h.agreements,
  h.checked_on::text as "checkedOn", h.is_kept as "isKept", h.check_note as "checkNote", h.ended_on::text as "endedOn", ${CHECK_FROM}::text as "checkFrom"`;

const APPLIED = `app.application a join app.organisation o on o.id = a.college_id
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
left join app.warm_handover h on h.application_id = a.id`;

/** A student under 16 writes nobody's number down: the mentor is called, at school. */
export const VIA_SCHOOL = `select app.my_mentor() as mentor, o.name as school, $1::date < l.birth_date + interval '16 years' as "isUnder16"
from app.leaver l join app.organisation o on o.id = l.school_id where l.id = (select app.my_leaver())`;

/** Reported and alive, or already asked about. */
export const OF_LEAVER = `select ${COLUMNS}, app.handover_waits(a.id, h.asks_parent, h.state, $2::date) as waits,
  app.handover_asks_parent(a.id, $2::date) as "asksParent" from ${APPLIED} join app.status_rule s on s.code = a.status
where a.leaver_id = coalesce($1::uuid, (select app.my_leaver()))
  and (h.id is not null or s.rank >= (select min(rank) from app.release_rule) and (a.starts_on + interval '${SHARE_MONTHS.months} months')::date >= $2::date)
order by a.preference nulls last, o.name, a.id`;

export const OF_APPLICATION = `select ${NAMES}, ${COLUMNS} from ${APPLIED}
where a.id = $1 and a.college_id = (select app.my_organisation()) and a.leaver_id is not null`;

export const OPEN_ONES = `select ${NAMES}, ${COLUMNS} from ${APPLIED}
where a.college_id = (select app.my_organisation()) and h.state in ('asked', 'planned', 'held') order by coalesce(h.planned_on, h.held_on, h.asked_on), a.id`;

/** Of some applications, as far as who asks may know of a talk; a school knows the days only. */
const STEPS = `application_id as application, state, asked_on::text as "askedOn", planned_on::text as "plannedOn", held_on::text as "heldOn", checked_on::text as "checkedOn"`;
export const STEPS_OF = `select ${STEPS} from app.warm_handover where application_id = any($1::uuid[])`;
export const ALL_OF = `select ${STEPS}, asked_role as "askedRole", to_char(planned_at, 'HH24:MI') as "plannedAt", agreements, is_kept as "isKept", check_note as "checkNote", ended_on::text as "endedOn"
from app.warm_handover where application_id = any($1::uuid[])`;

/** Asked anew, it begins anew. */
export const ASK = `insert into app.warm_handover as h (application_id, leaver_id, asked_by, asked_role, asked_on, topics, contact_name, contact_reach, state)
select a.id, a.leaver_id, $2, $3, $4::date, $5::text[], $6, $7, 'asked' from app.application a where a.id = $1 and a.leaver_id is not null
on conflict (application_id) do update set asked_by = excluded.asked_by, asked_role = excluded.asked_role, asked_on = excluded.asked_on, topics = excluded.topics,
  contact_name = excluded.contact_name, contact_reach = excluded.contact_reach, state = 'asked', planned_on = null, planned_at = null, ended_on = null
where h.state = 'not-needed' returning id`;

export const WITHDRAW = `update app.warm_handover set state = 'not-needed', ended_on = $3::date where application_id = $1 and asked_role = $2 and state in ('asked', 'planned') returning id`;

export const PLAN = `update app.warm_handover set state = 'planned', planned_on = $2::date, planned_at = $3::time where application_id = $1 and state in ('asked', 'planned') returning id`;

export const HELD = `update app.warm_handover set state = 'held', held_on = $2::date, agreements = $3 where application_id = $1 and state in ('asked', 'planned', 'held') returning id`;

export const NOT_NEEDED = `update app.warm_handover set state = 'not-needed', ended_on = $2::date where application_id = $1 and state in ('asked', 'planned') returning id`;

export const CHECK = `update app.warm_handover set state = 'checked', checked_on = $2::date, is_kept = $3, check_note = nullif($4, '') where application_id = $1 and state = 'held' returning id`;
