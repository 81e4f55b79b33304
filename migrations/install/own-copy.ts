import { opened } from './students.ts';

/** A list of objects, newest or first as the query orders them; never null. */
const list = (query: string): string => `(select coalesce(jsonb_agg(to_jsonb(row_of)), '[]') from (${query}) row_of)`;

const ABOUT = `
select l.given_name as "givenName", nullif(l.name_prefix, '') as prefix, l.family_name as surname, l.gender, l.birth_date as "birthDate", l.street, l.postcode, l.municipality,
  l.email as "schoolEmail", o.name as school, l.number as "pupilNumber", l.school_year as "schoolYear", l.class, l.grade, l.school_type as "schoolType", l.track,
  l.exit_profile as "exitProfile", l.exam_result as "examResult", l.diploma, l.destination, app.my_mentor() as mentor, l.guardian_name as "parentAsBroughtBySchool"
from app.organisation o where o.id = l.school_id`;

const APPLICATIONS = `
select o.name as college, p.name as program, p.level, a.crebo, a.pathway, a.starts_on as "startsOn", a.applied_on as "appliedOn", a.preference, a.status, a.status_on as "statusOn",
  ${list(`select e.became as status, e.as_of as on, e.known_at as "knownAt" from app.event e where e.application_id = a.id and e.kind = 'status-reported' order by e.id`)} as reported,
  ${list('select f.helped, f.missed, f.note, f.given_on as "givenOn" from app.dossier_feedback f where f.application_id = a.id')} as feedback,
  ${list('select s.step, s.at from app.dossier_step s where s.application_id = a.id order by s.at')} as steps,
  ${list(`select k.what, k.meeting_on as "meetingOn", k.meeting_at as "meetingAt", k.place, k.reason, k.advice, k.condition, k.note, k.recorded_on as "recordedOn"
    from app.intake_record k where k.application_id = a.id order by k.at`)} as intake
from app.application a join app.organisation o on o.id = a.college_id
left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
where a.leaver_id = l.id order by a.applied_on, a.id`;

const SHARES = `
select o.name as college, s.section, s.version, s.state, s.early, h.shared_at as "askedAt", h.needs_guardian as "neededParent", s.given_at as "givenAt", s.until_on as "untilOn",
  s.ended_at as "endedAt", h.by_school as "bySchool", s.agreed_text as "agreedText", s.agrees, s.objection, s.contents
from app.share s join app.sharing h on h.id = s.sharing_id join app.application a on a.id = s.application_id join app.organisation o on o.id = a.college_id
where s.leaver_id = l.id order by h.shared_at, s.section`;

const CASES = `
select coalesce(o.name, 'nog geen bureau') as desk, c.opened_on as "openedOn", f.picked_up_on as "pickedUpOn", f.contacted_on as "contactedOn", c.closed_on as "closedOn", c.outcome
from app.desk_case c left join app.organisation o on o.id = c.desk_id cross join lateral app.first_days(c) f where c.leaver_id = l.id order by c.opened_on`;

/** By what it is called in the file; a test holds this against all the tables that say something about a leaver. */
const HELD = {
  applications: list(APPLICATIONS),
  noted: list(`select o.name as college, coalesce(p.name, n.programme_text) as program, n.kind, n.noted_as as "notedBy", n.noted_on as "notedOn", n.applied_on as "appliedOn", n.withdrawn_on as "withdrawnOn", n.preference
    from app.noted_application n join app.organisation o on o.id = n.college_id
    left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (n.college_id, n.crebo, n.pathway, n.starts_on) where n.leaver_id = l.id order by n.preference, n.id`),
  happened: list(`select e.kind, e.became, e.as_of as on, e.known_at as "knownAt" from app.event e where e.leaver_id = l.id and (e.audience = 'all' or e.kind = 'choices-moved') order by e.id`),
  handovers: list(`select o.name as college, w.asked_role as "askedBy", w.asked_on as "askedOn", w.topics, w.contact_name as "contactName", w.contact_reach as "contactReach", w.state,
    w.planned_on as "plannedOn", w.held_on as "heldOn", w.agreements, w.checked_on as "checkedOn", w.is_kept as "isKept"
    from app.warm_handover w join app.application a on a.id = w.application_id join app.organisation o on o.id = a.college_id where w.leaver_id = l.id order by w.asked_on`),
  meetings: list(`select o.name as college, j.planned_on as on, j.planned_at as at, j.place, j.purpose, j.state, j.agreements,
    (select jsonb_agg(jsonb_build_object('kind', g.kind, 'name', g.name, 'answer', g.answer, 'attended', g.attended) order by g.kind, g.name) from app.joint_intake_guest g where g.joint_intake_id = j.id) as guests,
    (select jsonb_agg(jsonb_build_object('agreements', w.agreements, 'writtenBy', w.writer, 'organisation', x.name, 'writtenOn', w.written_on) order by w.id)
      from app.joint_intake_wording w left join app.organisation x on x.id = w.organisation_id where w.joint_intake_id = j.id) as wordings
    from app.joint_intake j join app.application a on a.id = j.application_id join app.organisation o on o.id = a.college_id where j.leaver_id = l.id order by j.planned_on`),
  wishesToShare: list(`select o.name as college, c.section, c.wish, c.chosen_at as "chosenAt" from app.share_choice c join app.application a on a.id = c.application_id
    join app.organisation o on o.id = a.college_id where c.leaver_id = l.id order by c.chosen_at`),
  shares: list(SHARES),
  saidOfSchool: list(`select g.section, g.version, g.agrees, g.reason, g.answers, g.said_at as "saidAt" from app.agreement g where g.leaver_id = l.id order by g.said_at`),
  openedForSchool: list(`select p.section, p.opened_at as "openedAt" from app.opened_section p where p.leaver_id = l.id order by p.opened_at`),
  corrections: list(`select c.about, c.wrong, c.better, c.asked_at as "askedAt", c.answer, c.reason, c.answered_at as "answeredAt" from app.correction_request c where c.leaver_id = l.id order by c.asked_at`),
  removedFiles: list(`select f.name, f.kind, f.size, f.added_at as "addedAt", f.removed_at as "removedAt" from app.attachment f where f.leaver_id = l.id and f.removed_at is not null order by f.added_at`),
  parentsReadingAlong: list('select g.name, g.email, g.invited, g.inside from app.my_guardians() g'),
  parentsAsked: list(`select r.asked_on as "askedOn", r.ends_on as "endsOn", r.answered_at as "answeredAt", r.lapsed_at as "lapsedAt" from app.guardian_request r where r.leaver_id = l.id order by r.asked_on`),
  readers: list(`select r.at, r.person, r.role, r.organisation, r.what, r.way, r.sections from app.reading r where r.leaver_id = l.id order by r.at`),
  presence: list(`select x.school_year as "schoolYear", x.hours_with_reason as "hoursWithReason", x.hours_without_reason as "hoursWithoutReason", x.reported from app.presence x where x.leaver_id = l.id order by 1`),
  signals: list(`select s.kind, s.opened_on as "openedOn", s.closed_on as "closedOn", s.closed_because as "closedBecause" from app.signal s where s.leaver_id = l.id order by s.opened_on`),
  cases: list(CASES),
  inView: list(`select o.name as desk, v.because, v.since, v.last_check_on as "lastCheckOn", v.last_found as "lastFound", v.next_check_on as "nextCheckOn", v.closed_on as "closedOn", v.closed_because as "closedBecause"
    from app.in_view v join app.organisation o on o.id = v.desk_id where v.leaver_id = l.id order by v.since`),
  coaches: list(`select o.name as organisation, c.asked_on as "askedOn", c.until_on as "untilOn", c.student_said_on as "studentSaidYesOn", c.guardian_said_on as "parentSaidYesOn",
    c.began_on as "beganOn", c.ended_on as "endedOn", c.ended_because as "endedBecause",
    (select coalesce(jsonb_agg(jsonb_build_object('on', n.on_day, 'how', n.how) order by n.made_at), '[]') from app.coach_note n where n.coaching_id = c.id) as notes
    from app.coaching c join app.membership m on m.id = c.coach_id join app.organisation o on o.id = m.organisation_id where c.leaver_id = l.id order by c.asked_on`),
  attempts: list(`select t.on_day as on, t.choice, o.name as organisation from app.attempt t join app.organisation o on o.id = t.organisation_id where t.leaver_id = l.id order by t.made_at`),
  mails: list(`select x.template as kind, x.day, x.to_address as "to", x.state, x.accepted_at as "sentAt" from app.mail x join app.membership m on m.account_id = x.account_id
    where m.id = app.my_member() order by x.queued_at`),
  addresses: list('select a.school, a.own from app.my_addresses() a'),
  sessions: list(`select s.made_at as "signedInAt", s.expires_at as "endsAt" from app.session s where s.membership_id = app.my_member() order by s.made_at`),
  removal: list(`select r.warned_on as "warnedOn", r.due_on as "dueOn" from app.removal r where r.leaver_id = l.id`),
} as const;

const pairs = Object.entries(HELD).map(([name, query]) => `'${name}', ${query}`).join(',\n    ');

/** All that is held about the student who asks, but for the passport itself; null for anybody else (GDPR art. 15 and 20). */
export const ownCopy = `
create or replace function app.held_about_me() returns jsonb language sql stable as $$
  select jsonb_build_object('about', (select to_jsonb(about) from (${ABOUT}) about)) || jsonb_build_object(
    ${pairs})
  from app.leaver l where l.id = (select (app.own_leaver()).id)
$$;
${opened({ 'held_about_me()': ['student'] })}`;
