import { statuses } from '#policy';
import { opened } from './students.ts';

const WITHOUT_TALK = statuses.filter(({ noTalk }) => noTalk).map(({ code }) => `'${code}'`).join(', ');

/** An application whose talks are for who asks: of the own college, or of an own student. New ones only while its status allows it. */
const planning = `
create or replace function app.talked_about(application uuid) returns app.application language sql stable as $$
  select a from app.application a where a.id = application and a.leaver_id is not null and (a.college_id = app.my_organisation()
    or app.part_writer() = 'mentor' and exists (select from app.leaver l where l.id = a.leaver_id and l.mentor_id = any(app.my_members())))
$$;
create or replace function app.plannable(application uuid) returns app.application language sql stable as $$
  select a from app.talked_about(application) a where a.status not in (${WITHOUT_TALK})
$$;

create or replace function app.meeting_candidates(application uuid, day date) returns table (member uuid, kind text, role text, name text, email text) language sql stable as $$
  with a as (select p.* from app.plannable(application) p where p.id is not null),
  l as (select x.* from app.leaver x join a on a.leaver_id = x.id where x.destination is distinct from 'deceased')
  select m.id, case m.role when 'student' then 'student' when 'guardian' then 'parent' when 'intake-officer' then 'college' when 'study-coach' then 'college' else 'school' end, m.role,
    case when m.role = 'student' then l.given_name when m.role = 'guardian' and a.college_id = app.my_organisation() then 'Ouder of verzorger' else coalesce(nullif(concat_ws(' ', x.given_name, nullif(x.name_prefix, ''), x.family_name), ''), 'Ouder of verzorger') end,
    lower(case when m.role = 'student' then coalesce(x.private_email, x.email) else x.email end)
  from a, l, app.membership m join app.account x on x.id = m.account_id
  where (m.ended_on is null or m.ended_on > day) and coalesce(x.private_email, x.email) is not null and (
    m.leaver_id = l.id and app.leaver_in_sight(m, day) = l.id and app.may_enter(m, day)
    or m.id = l.mentor_id or m.organisation_id = l.school_id and m.role in ('careers-dean', 'support-coordinator')
    or m.organisation_id = a.college_id and m.role in ('intake-officer', 'study-coach'))
$$;
create or replace function app.meeting_choices(application uuid, day date) returns table (member uuid, kind text, role text, name text) language sql stable as $$
  select member, kind, role, name from app.meeting_candidates(application, day) order by array_position(array['student', 'parent', 'school', 'college'], kind), name
$$;

/** Somebody who was invited and still may hear of it. */
create or replace function app.still_guest(g app.joint_intake_guest, day date) returns boolean language sql stable as $$
  select not exists (select from app.leaver l where l.id = g.leaver_id and l.destination = 'deceased')
    and not exists (select from app.guardian x where x.leaver_id = g.leaver_id and x.no_contact and lower(x.email) = g.email)
    and (g.guest_member is null or exists (select from app.membership m where m.id = g.guest_member and (m.ended_on is null or m.ended_on > day)
      and (m.leaver_id is null or app.may_enter(m, day) and app.leaver_in_sight(m, day) = g.leaver_id)))
$$;

create or replace function app.mail_meeting(guest uuid, template_name text, link jsonb, day date) returns void language plpgsql as $$
begin
  if link is not null then insert into app.joint_intake_link (id, guest_id) values (decode(link ->> 'hash', 'hex'), guest); end if;
  insert into app.mail (account_id, to_address, organisation_id, template, day, page, expires_at)
  select m.account_id, g.email, coalesce(m.organisation_id, a.college_id), template_name, day,
    jsonb_strip_nulls(jsonb_build_object('guest', g.id, 'sequence', j.sequence, 'link', link ->> 'link')), clock_timestamp() + make_interval(days => greatest(j.planned_on - day, 0) + 2)
  from app.joint_intake_guest g join app.joint_intake j on j.id = g.joint_intake_id join app.application a on a.id = g.application_id left join app.membership m on m.id = g.guest_member
  where g.id = guest and app.still_guest(g, day);
end $$;

create or replace function app.plan_meeting(application uuid, plan jsonb, guests jsonb, links jsonb, day date) returns uuid language plpgsql as $$
declare a app.application := app.plannable(application); meeting uuid; guest uuid; at int := 0;
begin
  if a.id is null or exists (select from app.joint_intake j where j.application_id = a.id and j.state = 'planned') then return null; end if;
  insert into app.joint_intake (application_id, leaver_id, planned_on, planned_at, place, purpose, planned_by)
  values (a.id, a.leaver_id, (plan ->> 'day')::date, (plan ->> 'time')::time, plan ->> 'place', plan ->> 'purpose', app.my_member()) returning id into meeting;
  for guest in
    insert into app.joint_intake_guest (joint_intake_id, application_id, leaver_id, kind, guest_member, name, email)
    select distinct on (coalesce(c.email, lower(w.email))) meeting, a.id, a.leaver_id, coalesce(c.kind, w.kind), c.member, coalesce(c.name, w.name), coalesce(c.email, lower(w.email))
    from jsonb_to_recordset(guests) as w (member uuid, kind text, name text, email text) left join app.meeting_candidates(application, day) c on c.member = w.member
    where (c.member is not null or w.member is null and w.kind in ('municipality', 'other'))
      and not exists (select from app.guardian x where x.leaver_id = a.leaver_id and x.no_contact and lower(x.email) = coalesce(c.email, lower(w.email))) returning id loop
    perform app.mail_meeting(guest, 'meeting-invited', links -> at, day);
    at := at + 1;
  end loop;
  return meeting;
end $$;

create or replace function app.move_meeting(application uuid, plan jsonb, links jsonb, day date) returns boolean language plpgsql as $$
declare a app.application := app.plannable(application); meeting uuid; guest uuid; at int := 0;
begin
  update app.joint_intake j set planned_on = (plan ->> 'day')::date, planned_at = (plan ->> 'time')::time, place = plan ->> 'place', purpose = plan ->> 'purpose', sequence = j.sequence + 1
  where j.application_id = a.id and j.state = 'planned' and (j.planned_on, j.planned_at, j.place, j.purpose) is distinct from ((plan ->> 'day')::date, (plan ->> 'time')::time, plan ->> 'place', plan ->> 'purpose') returning id into meeting;
  for guest in update app.joint_intake_guest g set answer = null, reason = null, answered_at = null where g.joint_intake_id = meeting returning id loop
    perform app.mail_meeting(guest, 'meeting-moved', links -> at, day);
    at := at + 1;
  end loop;
  return meeting is not null;
end $$;

create or replace function app.cancel_meeting(application uuid, day date) returns boolean language plpgsql as $$
declare a app.application := app.talked_about(application); meeting uuid;
begin
  update app.joint_intake j set state = 'cancelled', sequence = j.sequence + 1 where j.application_id = a.id and j.state = 'planned' returning id into meeting;
  perform app.mail_meeting(g.id, 'meeting-cancelled', null, day) from app.joint_intake_guest g where g.joint_intake_id = meeting;
  return meeting is not null;
end $$;`;

/** What was agreed, and what is made of it later: the newest wording counts, the earlier ones stay. */
const wording = `
drop function if exists app.record_meeting(uuid, text, uuid[]);
create or replace function app.word_meeting(j app.joint_intake, agreed text, day date) returns void language sql as $$
  insert into app.joint_intake_wording (joint_intake_id, application_id, leaver_id, agreements, writer, organisation_id, written_on)
  select j.id, j.application_id, j.leaver_id, agreed, app.full_name(a.given_name, a.name_prefix, a.family_name), m.organisation_id, day
  from app.membership m join app.account a on a.id = m.account_id where m.id = app.my_member()
$$;

create or replace function app.record_meeting(application uuid, agreed text, there uuid[], day date) returns boolean language plpgsql as $$
declare a app.application := app.talked_about(application); meeting app.joint_intake;
begin
  update app.joint_intake j set state = 'held', agreements = agreed where j.application_id = a.id and j.state = 'planned' returning * into meeting;
  if meeting.id is null then return false; end if;
  update app.joint_intake_guest g set attended = g.id = any(there) where g.joint_intake_id = meeting.id;
  perform app.word_meeting(meeting, agreed, day);
  return true;
end $$;

/** Puts otherwise what the asker read as \`seen\`: 'same' when that changes nothing, 'changed' when somebody else was first, null for none of theirs. */
create or replace function app.reword_meeting(application uuid, seen bigint, agreed text, day date) returns text language plpgsql as $$
declare a app.application := app.talked_about(application); meeting app.joint_intake; newest app.joint_intake_wording;
begin
  select j.* into meeting from app.joint_intake j join app.joint_intake_wording w on w.joint_intake_id = j.id
  where w.id = seen and j.application_id = a.id and j.state = 'held' for update of j;
  if meeting.id is null then return null; end if;
  select w.* into newest from app.joint_intake_wording w where w.joint_intake_id = meeting.id order by w.id desc limit 1;
  if newest.agreements = agreed then return 'same'; end if;
  if newest.id <> seen then return 'changed'; end if;
  update app.joint_intake j set agreements = agreed where j.id = meeting.id;
  perform app.word_meeting(meeting, agreed, day);
  return 'done';
end $$;`;

/** The page behind a link, until the day after the meeting. */
const answering = `
create or replace function app.meeting_by_link(link bytea, day date)
returns table (guest uuid, planned_on text, planned_at text, place text, purpose text, state text, answer text, reason text) language sql stable as $$
  select g.id, j.planned_on::text, to_char(j.planned_at, 'HH24:MI'), j.place, j.purpose, j.state, g.answer, g.reason
  from app.joint_intake_link k join app.joint_intake_guest g on g.id = k.guest_id join app.joint_intake j on j.id = g.joint_intake_id
  where k.id = link and j.planned_on + 1 >= day and app.still_guest(g, day)
$$;
create or replace function app.answer_meeting(link bytea, said text, why text, day date, at timestamptz) returns boolean language plpgsql as $$
begin
  update app.joint_intake_guest g set answer = said, reason = nullif(why, ''), answered_at = at from app.meeting_by_link(link, day) m where g.id = m.guest and m.state = 'planned';
  return found;
end $$;`;

const planners = ['mentor', 'college'];
const DOORS = {
  'meeting_choices(uuid, date)': planners,
  'plan_meeting(uuid, jsonb, jsonb, jsonb, date)': planners,
  'move_meeting(uuid, jsonb, jsonb, date)': planners,
  'cancel_meeting(uuid, date)': planners,
  'record_meeting(uuid, text, uuid[], date)': planners,
  'reword_meeting(uuid, bigint, text, date)': planners,
};

export const jointIntakes = [planning, wording, answering, opened(DOORS)].join('\n');

export const jointIntakeFunctions = ['meeting_by_link(bytea, date)', 'answer_meeting(bytea, text, text, date, timestamptz)'];
