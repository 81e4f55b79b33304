const MEETING = `id, application_id as application, planned_on::text as day, to_char(planned_at, 'HH24:MI') as time, place, purpose, state, agreements, (
  select coalesce(jsonb_agg(jsonb_build_object('id', w.id::text, 'text', w.agreements, 'writer', w.writer, 'organisation', o.name, 'day', w.written_on) order by w.id desc), '[]')
  from app.joint_intake_wording w left join app.organisation o on o.id = w.organisation_id where w.joint_intake_id = joint_intake.id) as wordings`;

/** Who may plan sees the choices; the name is that of the application. */
export const TITLE = `select app.full_name(a.given_name, a.name_prefix, a.family_name) as name, a.given_name as "givenName", a.leaver_id as leaver, a.status from app.application a
where a.id = $1 and a.leaver_id is not null and (a.college_id = (select app.my_organisation()) or app.mentors_content(a.leaver_id))`;

export const LATEST = `select ${MEETING} from app.joint_intake where application_id = $1 order by state = 'planned' desc, planned_on desc, sequence desc limit 1`;

export const GUESTS = `select id, kind, name, answer, reason, attended from app.joint_intake_guest
where joint_intake_id = (select id from app.joint_intake where application_id = $1 order by state = 'planned' desc, planned_on desc, sequence desc limit 1)
order by array_position(array['student', 'parent', 'school', 'college'], kind), name, id`;

export const CHOICES = 'select member, kind, role, name from app.meeting_choices($1, $2)';

export const OF_APPLICATIONS = `select distinct on (application_id) ${MEETING} from app.joint_intake where application_id = any($1::uuid[])
order by application_id, state = 'planned' desc, planned_on desc, sequence desc`;
