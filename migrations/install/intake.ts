import { opened } from './students.ts';

/** An application to the college of who asks, tied to a leaver. */
const ours = `
create or replace function app.my_applicant(application uuid) returns app.application language sql stable as $$
  select a from app.application a where a.id = application and a.college_id = app.my_organisation() and a.leaver_id is not null
$$;`;

/**
 * Somebody of the college has the passport open. The first time is a step that student and mentor see. Gives the moment of the last
 * opening before today, or of the first one: what was given later is new to this college. Null when there is nothing to read.
 */
const opening = `
create or replace function app.open_passport(application uuid, day date, at timestamptz) returns timestamptz language plpgsql as $$
declare a app.application := app.my_applicant(application); before timestamptz; first_at timestamptz;
begin
  if a.id is null or not exists (select from app.share s where s.application_id = a.id and s.state = 'given' and s.until_on >= day
    and app.is_released(s.section, a.status, s.early)) then return null; end if;
  insert into app.passport_seen as p (application_id, seen_on, seen_at) values (a.id, day, at)
  on conflict (application_id) do update set before_at = case when p.seen_on < day then p.seen_at else p.before_at end, seen_on = day, seen_at = at
  returning before_at into before;
  insert into app.dossier_step (application_id, step, at, member_id) values (a.id, 'opened', at, app.my_member()) on conflict do nothing;
  select s.at into first_at from app.dossier_step s where s.application_id = a.id and s.step = 'opened';
  return coalesce(before, first_at);
end $$;`;

/** After the college of who asks recorded something: the student hears that there is news, and whether the passport was used. */
const telling = `
create or replace function app.tell_intake(record uuid, was_used boolean, day date, at timestamptz) returns void language plpgsql as $$
declare a app.application := app.my_applicant((select k.application_id from app.intake_record k where k.id = record));
begin
  if a.id is null then return; end if;
  perform app.mail_student(a.leaver_id, 'intake-news', day);
  if was_used and exists (select from app.dossier_step s where s.application_id = a.id and s.step = 'opened') then
    insert into app.dossier_step (application_id, step, at, member_id) values (a.id, 'used', at, app.my_member()) on conflict do nothing;
  end if;
end $$;`;

/** What helped and what was missing, after somebody of the college opened the passport. */
const feedback = `
create or replace function app.give_feedback(application uuid, helped text[], missed text[], note text, day date, at timestamptz) returns boolean language plpgsql as $$
declare a app.application := app.my_applicant(application);
begin
  if a.id is null or not exists (select from app.dossier_step s where s.application_id = a.id and s.step = 'opened') then return false; end if;
  insert into app.dossier_feedback as f (application_id, helped, missed, note, given_by, given_on, at) values (a.id, helped, missed, note, app.my_member(), day, at)
  on conflict (application_id) do update set helped = excluded.helped, missed = excluded.missed, note = excluded.note, given_by = excluded.given_by, given_on = excluded.given_on, at = excluded.at;
  insert into app.dossier_step as s (application_id, step, at, member_id) values (a.id, 'feedback', at, app.my_member())
  on conflict (application_id, step) do update set at = excluded.at, member_id = excluded.member_id;
  return true;
end $$;`;

const DOORS = {
  'give_feedback(uuid, text[], text[], text, date, timestamptz)': ['college'],
  'open_passport(uuid, date, timestamptz)': ['college'],
  'tell_intake(uuid, boolean, date, timestamptz)': ['college'],
};

export const intake = [ours, opening, telling, feedback, opened(DOORS)].join('\n');
