import { PLACED_FROM_RANK, START_MAILS } from '#policy';

const OTHERS = ['digest', 'passports-shared', 'students-waiting', 'give-starts'].map((template) => `'${template}'`).join(', ');

/** Programmes in their first two weeks of which a college said nothing yet while somebody has a place, one row per application. */
const unreported = `
create or replace function app.unreported_starts(day date)
returns table (application_id uuid, college_id uuid, crebo text, pathway text, starts_on date, course text) language sql stable as $$
  select a.id, a.college_id, a.crebo, a.pathway, a.starts_on, coalesce(p.name, 'Opleiding ' || a.crebo)
  from app.application a join app.status_rule r on r.code = a.status and r.rank >= ${PLACED_FROM_RANK}
  left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
  where a.leaver_id is not null and a.starts_on between day - ${2 * START_MAILS.daysBetween - 1} and day and not exists (
    select from app.application o where (o.college_id, o.crebo, o.pathway, o.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
      and o.status in ('started', 'no-show'))
$$;`;

/**
 * On the start date and once more from a week later, to each intake officer of the college: one mail for all its programmes. The
 * first day of a programme is a day of school even when the region has holiday. In the second week who already hears of the silence
 * by digest (rules 5) is not asked twice.
 */
const queueing = `
create or replace function app.queue_start_mails(day date) returns int language plpgsql as $$
#variable_conflict use_column
declare queued int;
begin
  perform pg_advisory_xact_lock(hashtext('start mails'));
  with officers as (
    select p.*, app.is_quiet(queue_start_mails.day, o.holiday_region, o.region) as quiet
    from app.reachable_on(queue_start_mails.day) p join app.organisation o on o.id = p.organisation_id
    where p.role = 'intake-officer' and app.mail_wanted(p.member_id, 'give-starts', queue_start_mails.day) and not exists (
      select from app.mail m where m.account_id = p.account_id and m.day = queue_start_mails.day and m.state <> 'dropped' and m.template in (${OTHERS}))),
  wanted as (
    select o.account_id, o.email, o.organisation_id, o.region, array_agg(u.application_id) as about
    from officers o join app.unreported_starts(queue_start_mails.day) u on u.college_id = o.organisation_id
    cross join lateral (select u.starts_on + ${START_MAILS.daysBetween} <= queue_start_mails.day as second) week
    where (not o.quiet or u.starts_on = queue_start_mails.day and extract(isodow from u.starts_on) < 6
        and not exists (select from app.feast_rule f where f.day = u.starts_on))
      and not (second and exists (select from app.silence s where s.closed_on is null
        and (s.college_id, s.crebo, s.pathway, s.starts_on) = (u.college_id, u.crebo, u.pathway, u.starts_on)))
      and not exists (select from app.mail m where m.account_id = o.account_id and m.template = 'give-starts' and m.state in ('queued', 'sent')
        and u.application_id = any(m.about) and m.day >= u.starts_on + case when second then ${START_MAILS.daysBetween} else 0 end)
    group by o.account_id, o.email, o.organisation_id, o.region),
  mails as (
    insert into app.mail (account_id, to_address, organisation_id, region, template, day, about)
    select distinct on (account_id) account_id, email, organisation_id, region, 'give-starts', queue_start_mails.day, about
    from wanted order by account_id, organisation_id returning 1)
  select count(*) into queued from mails;
  return queued;
end $$;`;

/** What such a mail still says when it is sent: nothing of a programme that was reported meanwhile, or for who works there no more. */
const telling = `
create or replace function app.start_mail_rows(of_mail uuid, day date) returns table (college text, course text, starts_on date, count int) language sql stable as $$
  select o.name, u.course, u.starts_on, count(*)::int
  from app.mail m join app.unreported_starts(start_mail_rows.day) u on u.college_id = m.organisation_id and u.application_id = any(m.about)
  join app.organisation o on o.id = m.organisation_id
  where m.id = of_mail and exists (select from app.reachable_on(start_mail_rows.day) p
    where p.account_id = m.account_id and p.role = 'intake-officer' and p.organisation_id = m.organisation_id)
  group by o.name, u.course, u.starts_on, u.crebo, u.pathway order by u.starts_on, u.course
$$;`;

export const startMails = [unreported, queueing, telling].join('\n');
