import { INTAKE_LIST, INTAKE_WAIT, intakeGroups } from '#policy';

const [fresh, meeting] = intakeGroups;
const listed = (words: readonly string[]): string => `(${words.map((word) => `'${word}'`).join(', ')})`;
const until = (what: 'opened' | 'answered'): string => listed(fresh.statuses.filter((status) => fresh.whileShared[status] === what));

/** Copies of living applications that their college may read on this day, and when somebody there last had the passport open. */
const readable = `
create or replace function app.readable_shares(day date)
returns table (application_id uuid, college_id uuid, course text, status text, readable_at timestamptz, seen_at timestamptz) language sql stable as $$
  select a.id, a.college_id, coalesce(p.name, 'Opleiding ' || a.crebo), a.status, s.readable_at, seen.seen_at
  from app.application a join app.status_rule r on r.code = a.status and r.rank is not null
  join app.share s on s.application_id = a.id and s.state = 'given' and s.until_on >= day and app.is_released(s.section, a.status, s.early)
  left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
  left join app.passport_seen seen on seen.application_id = a.id
  where a.leaver_id is not null and a.starts_on >= (day - interval '${INTAKE_LIST.months} months')
$$;`;

const waiting = `
create or replace function app.unread_passports(day date)
returns table (application_id uuid, college_id uuid, course text, since timestamptz) language sql stable as $$
  select application_id, college_id, course, min(readable_at) from app.readable_shares(day)
  where readable_at > coalesce(seen_at, '-infinity') group by application_id, college_id, course
$$;

/** As the work list marks them: moments are kept in real time, so moved says how many days the date that holds is away from it. */
create or replace function app.late_applicants(day date, moved int)
returns table (application_id uuid, college_id uuid, course text) language sql stable as $$
  with fresh as (
    select application_id, college_id, course, (min(readable_at) at time zone 'Europe/Amsterdam')::date + moved as since from app.readable_shares(day)
    where status in ${until('answered')} or status in ${until('opened')} and readable_at > coalesce(seen_at, '-infinity') group by application_id, college_id, course),
  met as (
    select a.id, a.college_id, coalesce(p.name, 'Opleiding ' || a.crebo) as course, coalesce(last.on, a.status_on) as since
    from app.application a
    left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
    left join lateral (
      select case when k.what = 'planned' then k.meeting_on end as on from app.intake_record k where k.application_id = a.id and k.retracts is null
        and not exists (select from app.intake_record undo where undo.retracts = k.id) order by k.at desc limit 1) last on true
    where a.status in ${listed(meeting.statuses)} and a.leaver_id is not null and a.starts_on >= (day - interval '${INTAKE_LIST.months} months'))
  select w.* from (select application_id, college_id, course, since from fresh union all select * from met) x
  cross join lateral (select x.application_id, x.college_id, x.course) w
  where app.working_days(x.since, day) > ${INTAKE_WAIT.workingDays}
$$;`;

const DAYS_BETWEEN = 7;

/** To the intake officers: what is new first, else once a week who waits. Who has a mail of this kind or a digest of the day hears it later. */
const queueing = `
create or replace function app.queue_intake_mails(day date, moved int) returns int language plpgsql as $$
declare queued int;
begin
  perform pg_advisory_xact_lock(hashtext('intake mails'));
  with officers as (
    select p.* from app.reachable_on(day) p join app.organisation o on o.id = p.organisation_id
    where p.role = 'intake-officer' and not app.is_quiet(day, o.holiday_region, o.region) and not exists (
      select from app.mail m where m.account_id = p.account_id and m.day = queue_intake_mails.day and m.state <> 'dropped'
        and m.template in ('digest', 'passports-shared', 'students-waiting', 'give-starts'))),
  untold as (
    select o.account_id, o.organisation_id, array_agg(u.application_id) as about
    from officers o join app.unread_passports(day) u on u.college_id = o.organisation_id
    where app.mail_wanted(o.member_id, 'passports-shared', day)
      and not exists (select from app.mail m where m.account_id = o.account_id and m.template = 'passports-shared' and m.state in ('queued', 'sent')
      and u.application_id = any(m.about) and m.queued_at >= u.since)
    group by o.account_id, o.organisation_id),
  late as (
    select o.account_id, o.organisation_id, array_agg(l.application_id) as about
    from officers o join app.late_applicants(day, moved) l on l.college_id = o.organisation_id
    where o.account_id not in (select account_id from untold) and app.mail_wanted(o.member_id, 'students-waiting', day) and not exists (select from app.mail m where m.account_id = o.account_id
      and m.template = 'students-waiting' and m.state in ('queued', 'sent') and m.day > queue_intake_mails.day - ${DAYS_BETWEEN})
    group by o.account_id, o.organisation_id),
  wanted as (
    select 'passports-shared' as template, * from untold union all select 'students-waiting', * from late),
  mails as (
    insert into app.mail (account_id, to_address, organisation_id, region, template, day, about)
    select distinct on (w.account_id) w.account_id, o.email, w.organisation_id, o.region, w.template, queue_intake_mails.day, w.about
    from wanted w join officers o on (o.account_id, o.organisation_id) = (w.account_id, w.organisation_id) order by w.account_id, w.template, w.organisation_id
    returning 1)
  select count(*) into queued from mails;
  return queued;
end $$;`;

/** What such a mail still says when it is sent: per programme how many; nothing for who works there no more. */
const telling = `
create or replace function app.intake_mail_rows(mail uuid, day date, moved int) returns table (college text, course text, count int) language sql stable as $$
  with m as (select x.* from app.mail x where x.id = mail and exists (
    select from app.reachable_on(day) p where p.account_id = x.account_id and p.role = 'intake-officer' and p.organisation_id = x.organisation_id)),
  told as (
    select u.college_id, u.course from m join app.unread_passports(day) u on u.college_id = m.organisation_id and u.application_id = any(m.about)
    where m.template = 'passports-shared'
    union all
    select l.college_id, l.course from m join app.late_applicants(day, moved) l on l.college_id = m.organisation_id where m.template = 'students-waiting')
  select o.name, told.course, count(*)::int from told join app.organisation o on o.id = told.college_id group by o.name, told.course order by count(*) desc, told.course
$$;`;

export const intakeMails = [readable, waiting, queueing, telling].join('\n');
