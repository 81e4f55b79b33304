import { removals } from './retention.ts';

/** Goes with the leaver. What stays says no more than what happened and when. A test compares this with the tables there are. */
const OF_LEAVER = ['leaver_access', 'card', 'tie_candidate', 'mail_news', 'table_agreement', 'table_place', 'summer_attempt', 'summer_list', 'coaching', ...removals.ofLeaver];
const OF_CASE = ['case_plan', 'clock_warning', 'case_opening'];

/** Nobody's birthday: over every age, so that no rule looks at it again. */
const NOBODY = "number = id::text, given_name = '', name_prefix = '', family_name = '', folded_given = '', folded_family = id::text, birth_date = '1900-01-01', postcode = null, anonymous_on = on_day";

/** The yearly report asks for an age and whether somebody came back: both are written with the case while they can be told. */
const counting = `
create or replace function app.count_cases(due uuid[]) returns void language sql as $$
  with whose as materialized (select distinct l.birth_date, l.folded_given, l.folded_family from app.leaver l where l.id = any(due)),
  theirs as materialized (
    select c.id, row_number() over (partition by p.birth_date, p.folded_given, p.folded_family, coalesce(o.region, c.queue_region) order by c.opened_on, c.number) > 1 as is_repeat
    from whose p join app.leaver l on (l.birth_date, l.folded_given, l.folded_family) = (p.birth_date, p.folded_given, p.folded_family)
    join app.desk_case c on c.leaver_id = l.id left join app.organisation o on o.id = c.desk_id where not (c.closed_on is not null and c.outcome is null))
  update app.desk_case c set counted_repeat = t.is_repeat from theirs t where t.id = c.id and c.counted_repeat is null;
  update app.desk_case c set counted_age = app.age_counted(l.birth_date, c.opened_on) from app.leaver l where l.id = c.leaver_id and l.id = any(due)
$$;`;

/** Makes counts of these leavers, those of them who are past their term and whom nobody else is busy with; gives how many. */
const leavers = `
create or replace function app.forget_leavers(asked uuid[], on_day date) returns int language plpgsql as $$
declare due uuid[] := array(select l.id from app.leaver l where l.id = any(asked) and l.id in (select leaver_id from app.leavers_past(on_day)) order by l.id for update skip locked);
begin
  if due = '{}' then return 0; end if;
  perform app.count_cases(due);
  perform app.strip_events(due, on_day);
  ${removals.ofApplication.map((table) => `delete from app.${table} x using app.application a where a.id = x.application_id and a.leaver_id = any(due);`).join('\n  ')}
  ${OF_LEAVER.map((table) => `delete from app.${table} where leaver_id = any(due);`).join('\n  ')}
  ${OF_CASE.map((table) => `delete from app.${table} x using app.desk_case c where c.id = x.case_id and c.leaver_id = any(due);`).join('\n  ')}
  with closed as (update app.signal s set closed_on = on_day, closed_because = 'no-reason' where s.leaver_id = any(due) and s.closed_on is null returning s.leaver_id, s.kind)
  insert into app.event (leaver_id, kind, was, as_of, audience, source) select leaver_id, 'signal-closed', kind, on_day, 'all', 'sweep' from closed;
  delete from app.telling t using app.signal s where s.id = t.signal_id and s.leaver_id = any(due);
  update app.case_hand_over h set because = '', answer_because = '' from app.desk_case c where c.id = h.case_id and c.leaver_id = any(due);
  update app.attempt set note = '' where leaver_id = any(due) and note <> '';
  update app.application set ${NOBODY}, prior_school = null, tied_by = null where leaver_id = any(due);
  update app.leaver set ${NOBODY}, sort_name = '', gender = null, street = null, email = null, exit_profile = null, class = null, mentor_email = null, mentor_id = null,
    guardian_name = null, guardian_email = null, exam_result = null, missing_since = null, destination_proof = null where id = any(due);
  return cardinality(due);
end $$;

create or replace function app.forget_applications(asked uuid[], on_day date) returns int language plpgsql as $$
declare due uuid[] := array(select a.id from app.application a where a.id = any(asked) and a.id in (select application_id from app.applications_past(on_day)) order by a.id for update skip locked);
begin
  perform app.strip_events(due, on_day);
  delete from app.tie_candidate where application_id = any(due);
  update app.application set ${NOBODY}, prior_school = null, tied_by = null where id = any(due);
  return cardinality(due);
end $$;`;

export const forgettingLeavers = [counting, leavers].join('\n');
