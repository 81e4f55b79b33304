import { WARN_DAYS, yearsOf } from '#policy';

/** Goes with the passport: what hangs on the leaver, and what hangs on the application. A test compares this with the tables there are. */
const OF_LEAVER = [
  'guardian_answer', 'guardian_request', 'share', 'sharing', 'share_choice', 'agreement', 'opened_section', 'school_draft', 'section_text', 'private_note',
  'attachment', 'presence', 'correction_request', 'warm_handover', 'joint_intake_guest', 'joint_intake_wording', 'joint_intake', 'guardian', 'noted_application',
];
const OF_APPLICATION = ['dossier_step', 'passport_seen', 'intake_record', 'dossier_feedback'];

/**
 * The last day of a transfer: not before the day until which leaving early counts, and the day of the last fact that ended it.
 * No row while somebody is still looked for: an open case, or no start, no other known route and not too old to look for.
 */
const ended = `
create or replace function app.transfers_ended(day date) returns table (leaver_id uuid, ended_on date) language sql stable as $$
  with start as (
    select a.leaver_id, max(a.status_on) as on_day from app.application a where a.status = 'started' and a.leaver_id is not null group by 1),
  known as (select e.leaver_id, max(e.as_of) as on_day from app.event e where e.kind = 'destination-known' and e.leaver_id is not null group by 1),
  closed as (select c.leaver_id, max(c.closed_on) as on_day, bool_or(c.closed_on is null) as is_open from app.desk_case c group by 1),
  upper as (select u.years from app.upper_age u where u.valid_from <= day order by u.valid_from desc limit 1)
  select l.id, e.on_day from app.leaver l join app.calendar k on k.school_year = l.school_year
  left join app.region_calendar own on own.region = l.region and own.school_year = l.school_year
  left join start s on s.leaver_id = l.id left join closed c on c.leaver_id = l.id
  left join app.destination_rule r on r.code = l.destination and r.settled left join known d on d.leaver_id = l.id and r.code is not null
  cross join lateral (select s.leaver_id is null and r.code is null and c.on_day is null as is_sought) found
  cross join lateral (select greatest(coalesce(own.early_leaver_until, k.early_leaver_until), s.on_day, d.on_day, c.on_day,
    case when found.is_sought then app.birthday(l.birth_date, (select years from upper)) end) as on_day) e
  where l.anonymous_on is null and not coalesce(c.is_open, false) and e.on_day <= day
$$;`;

/** In view, or until lately: an address to ask how it goes stays so long, and the notes of the checks. */
const watching = `
create or replace function app.watched(leaver uuid, day date) returns boolean language sql stable as $$
  select exists (select from app.in_view v where v.leaver_id = leaver and (v.closed_on is null or (v.closed_on + interval '${yearsOf('in-view')} years')::date > day))
$$;
create or replace function app.wipe_addresses(day date) returns int language sql as $$
  with wiped as (update app.leaver l set email = null from app.removal r
    where r.leaver_id = l.id and r.removed_at is not null and l.email is not null and not app.watched(l.id, day) returning 1)
  select count(*)::int from wiped
$$;`;

const announcing = `
create or replace function app.announce_removals(day date) returns int language plpgsql as $$
declare l uuid; told int := 0;
begin
  delete from app.removal r where r.removed_at is null and not exists (select from app.transfers_ended(day) t where t.leaver_id = r.leaver_id);
  for l in
    insert into app.removal (leaver_id, warned_on, due_on)
    select t.leaver_id, day, greatest((t.ended_on + interval '${yearsOf('passport')} years')::date, day + ${WARN_DAYS}) from app.transfers_ended(day) t
    where (t.ended_on + interval '${yearsOf('passport')} years')::date - ${WARN_DAYS} <= day and (
      exists (select from app.membership m where m.leaver_id = t.leaver_id) or exists (select from app.section_text x where x.leaver_id = t.leaver_id)
      or exists (select from app.presence x where x.leaver_id = t.leaver_id) or exists (select from app.guardian x where x.leaver_id = t.leaver_id)
      or exists (select from app.intake_record x join app.application a on a.id = x.application_id where a.leaver_id = t.leaver_id))
    on conflict do nothing returning leaver_id
  loop
    perform app.mail_student(l, 'passport-ends', day);
    told := told + 1;
  end loop;
  return told;
end $$;`;

/** What was said at tables goes with the notes of cases; a table of which nothing is left forgets who sat there. */
const OF_TABLES = `  old as (select leaver_id from app.transfers_ended(day) where (ended_on + interval '${yearsOf('case-notes')} years')::date <= day),
  coached as (delete from app.coaching x using old where old.leaver_id = x.leaver_id and x.ended_on is not null),
  agreed as (delete from app.table_agreement x using old where old.leaver_id = x.leaver_id),
  called as (delete from app.summer_attempt x using old where old.leaver_id = x.leaver_id),
  summered as (delete from app.summer_list x using old where old.leaver_id = x.leaver_id),
  listed as (delete from app.table_place x using old where old.leaver_id = x.leaver_id),
  sat as (update app.transition_table t set attendees = '' where t.attendees <> '' and t.held_on < day - interval '${yearsOf('case-notes')} years'
    and not exists (select from app.table_place p where p.table_id = t.id and p.leaver_id <> all(array(select leaver_id from old))))`;

/** Students and parents go out with their passport; the trigger of migration 45 takes accounts along that have nothing else. */
const removing = `
create or replace function app.remove_passports(day date, at timestamptz) returns int language plpgsql as $$
declare due uuid[];
begin
  update app.removal r set removed_at = at where r.removed_at is null and r.due_on <= day
    and exists (select from app.transfers_ended(day) t where t.leaver_id = r.leaver_id);
  select array_agg(leaver_id) into due from app.removal where removed_at = at;
  if due is null then return 0; end if;
  perform app.forget_addresses(due);
  ${OF_APPLICATION.map((table) => `delete from app.${table} x using app.application a where a.id = x.application_id and a.leaver_id = any(due);`).join('\n  ')}
  ${OF_LEAVER.map((table) => `delete from app.${table} where leaver_id = any(due);`).join('\n  ')}
  perform app.unname_removed(due);
  delete from app.membership where leaver_id = any(due);
  update app.leaver set guardian_name = null, guardian_email = null where id = any(due);
  update app.leaver l set email = null where l.id = any(due) and not app.watched(l.id, day);
  return cardinality(due);
end $$;

create or replace function app.wipe_case_notes(day date) returns int language sql as $$
  update app.case_plan p set plan = '', next_on = null from app.desk_case c join app.transfers_ended(day) t on t.leaver_id = c.leaver_id
    where p.case_id = c.id and p.plan <> '' and (t.ended_on + interval '${yearsOf('case-notes')} years')::date <= day;
  update app.case_hand_over h set because = '', answer_because = '' from app.desk_case c join app.transfers_ended(day) t on t.leaver_id = c.leaver_id
    where h.case_id = c.id and h.because || h.answer_because <> '' and (t.ended_on + interval '${yearsOf('case-notes')} years')::date <= day;
  with wiped as (
    update app.attempt x set note = '' from app.transfers_ended(day) t
    where t.leaver_id = x.leaver_id and not app.watched(t.leaver_id, day) and x.note <> '' and (t.ended_on + interval '${yearsOf('case-notes')} years')::date <= day returning 1),
${OF_TABLES}
  select count(*)::int from wiped
$$;`;

export const removals = { ofLeaver: OF_LEAVER, ofApplication: OF_APPLICATION };

export const retention = [ended, watching, announcing, removing].join('\n');
