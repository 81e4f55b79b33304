import { LATE_CASES, SCHOOL_STANDING, STAFF_REMINDERS } from '#policy';

const TEMPLATES = [...STAFF_REMINDERS, 'digest', 'case-clocks', 'passports-shared', 'students-waiting', 'give-starts'].map((template) => `'${template}'`).join(', ');

/** Who may get a reminder on a day: reachable, not on a quiet day, not away, and no mail of this kind or digest yet. */
const takers = `
create or replace function app.reminder_takers(day date, kind text, roles text[])
returns table (member_id uuid, account_id uuid, email text, role text, organisation_id uuid, region text) language sql stable as $$
  select p.member_id, p.account_id, p.email, p.role, p.organisation_id, p.region
  from app.takes_reminders(reminder_takers.day, null, true) p
  where p.role = any(roles) and app.mail_wanted(p.member_id, reminder_takers.kind, reminder_takers.day) and not exists (
    select from app.mail m where m.account_id = p.account_id and m.day = reminder_takers.day and m.state <> 'dropped' and m.template in (${TEMPLATES}))
$$;`;

/** Cases at a desk that nobody of whom could be reached yet (ux R2), and who works on them: the owner, else everybody there; so too while the owner takes no reminder of it. */
const late = `
create or replace function app.late_cases(day date) returns table (case_id uuid, desk_id uuid, owner_id uuid) language sql stable as $$
  select c.id, c.desk_id, owner.id from app.desk_case c
  left join app.membership owner on owner.id = c.owner_id and owner.organisation_id = c.desk_id and (owner.ended_on is null or owner.ended_on > day)
    and not exists (select from app.mail_setting s where s.member_id = owner.id and (day between s.away_from and s.away_until or s.choices ->> 'late-cases' = 'never'))
  where c.closed_on is null and c.desk_id is not null and (c.contacted_on is null or c.contacted_on < c.at_desk_since)
    and app.working_days(coalesce(c.at_desk_since, c.opened_on), day) >= ${LATE_CASES.workingDays}
$$;

create or replace function app.late_cases_of(of_mail uuid, day date) returns bigint language sql stable as $$
  select count(distinct c.case_id) from app.mail m join app.reachable_on(late_cases_of.day) p on p.account_id = m.account_id
    and p.role in ('attendance-officer', 'doorstroompunt-officer') and p.organisation_id = m.organisation_id
  join app.late_cases(late_cases_of.day) c on c.case_id = any(m.about) and c.desk_id = p.organisation_id and (c.owner_id is null or c.owner_id = p.member_id)
  where m.id = of_mail
$$;`;

/** Leavers whose transfer is looked at: of the school year that ends or ended last. */
const figures = `
create or replace function app.leavers_now(day date) returns table (leaver_id uuid, school_id uuid, region text, on_time boolean, applied boolean, placed boolean, started boolean, elsewhere boolean, alert boolean) language sql stable as $$
  select l.id, l.school_id, l.region, coalesce(a.first_on < coalesce(own.not_applied_from, k.not_applied_from), false), coalesce(a.first_on is not null, false),
    coalesce(a.best >= 60, false), coalesce(a.best = 100, false), coalesce(d.settled, false),
    exists (select from app.signal s join app.signal_rule r on r.code = s.kind and r.start_alert where s.leaver_id = l.id and s.closed_on is null)
  from app.leaver l join app.calendar k on k.school_year = l.school_year
  left join app.region_calendar own on own.region = l.region and own.school_year = l.school_year
  left join app.destination_rule d on d.code = l.destination
  left join lateral (select min(a.applied_on) filter (where r.rank is null or r.rank >= 10) as first_on, max(r.rank) as best
    from app.application a join app.status_rule r on r.code = a.status where a.leaver_id = l.id) a on true
  where day < coalesce(own.early_leaver_until, k.early_leaver_until) and l.destination is distinct from 'deceased'
$$;

create or replace function app.school_standing(of_mail uuid, day date)
returns table (total int, applied int, placed int, started int, elsewhere int, alerts int) language sql stable as $$
  select count(*)::int, count(*) filter (where n.applied)::int, count(*) filter (where n.placed)::int, count(*) filter (where n.started)::int,
    count(*) filter (where n.elsewhere)::int, count(*) filter (where n.alert)::int
  from app.mail m join app.leavers_now(school_standing.day) n on n.school_id = m.organisation_id
  where m.id = of_mail and exists (select from app.reachable_on(school_standing.day) p where p.account_id = m.account_id and p.role = 'careers-dean' and p.organisation_id = m.organisation_id)
$$;

create or replace function app.region_figures(of_mail uuid, day date) returns table (on_time int, placed int, alerts int) language sql stable as $$
  select count(*) filter (where n.on_time)::int, count(*) filter (where n.placed)::int, count(*) filter (where n.alert)::int
  from app.mail m join app.leavers_now(region_figures.day) n on n.region = m.region
  where m.id = of_mail and exists (select from app.reachable_on(region_figures.day) p where p.account_id = m.account_id and p.role in ('region-administrator', 'regional-coordinator') and p.region = m.region)
  having count(*) > 0
$$;`;

/** A month has one, from its first day or first Monday on; in March each week has one. */
const periods = `
create or replace function app.month_begins(day date, on_monday boolean) returns date language sql immutable as $$
  select case when on_monday then first + (8 - extract(isodow from first)::int) % 7 else first end
  from (select date_trunc('month', day)::date as first) m
$$;
create or replace function app.standing_begins(day date) returns date language sql immutable as $$
  select case when extract(month from day) = 3 then greatest(first, day - (extract(isodow from day)::int - 1)) else first end
  from (select app.month_begins(day, false) as first) m
$$;`;

const queueing = `
create or replace function app.queue_reminders(day date) returns int language plpgsql as $$
#variable_conflict use_column
declare
  queued int;
  monitor_from date := app.month_begins(day, true);
  standing_from date := app.standing_begins(day);
begin
  perform pg_advisory_xact_lock(hashtext('staff reminders'));
  with late as materialized (select * from app.late_cases(queue_reminders.day)),
  wanted as (
    select 'late-cases' as template, t.account_id, t.email, t.organisation_id, t.region, array_agg(l.case_id) as about
    from late l join app.reminder_takers(queue_reminders.day, 'late-cases', '{attendance-officer,doorstroompunt-officer}') t
      on t.organisation_id = l.desk_id and (l.owner_id is null or l.owner_id = t.member_id)
    where not exists (select from app.mail m where m.account_id = t.account_id and m.template = 'late-cases' and m.state in ('queued', 'sent')
      and m.day > queue_reminders.day - ${LATE_CASES.daysBetween} and l.case_id = any(m.about))
    group by t.account_id, t.email, t.organisation_id, t.region
    union all
    select 'school-standing', t.account_id, t.email, t.organisation_id, t.region, '{}'
    from app.reminder_takers(queue_reminders.day, 'school-standing', '{careers-dean}') t
    where (extract(month from queue_reminders.day) = 3 or date_trunc('month', queue_reminders.day + ${SCHOOL_STANDING.notInLastDays}) = date_trunc('month', queue_reminders.day))
    and t.organisation_id in (select school_id from app.leavers_now(queue_reminders.day)) and not exists (
      select from app.mail m where m.account_id = t.account_id and m.organisation_id = t.organisation_id and m.template = 'school-standing' and m.state <> 'dead' and m.day >= standing_from)
    union all
    select 'region-monitor', t.account_id, t.email, t.organisation_id, t.region, '{}'
    from app.reminder_takers(queue_reminders.day, 'region-monitor', '{region-administrator,regional-coordinator}') t
    where queue_reminders.day >= monitor_from and t.region in (select region from app.leavers_now(queue_reminders.day)) and not exists (
      select from app.mail m where m.account_id = t.account_id and m.template = 'region-monitor' and m.state <> 'dead' and m.day >= monitor_from)),
  mails as (
    insert into app.mail (account_id, to_address, organisation_id, region, template, day, about)
    select distinct on (account_id) account_id, email, organisation_id, region, template, queue_reminders.day, about
    from wanted order by account_id, template, organisation_id returning 1)
  select count(*) into queued from mails;
  return queued;
end $$;`;

/** Mails that chase staff, beside the digest: one a day for each person at most. */
export const staffReminders = [takers, late, figures, periods, queueing].join('\n');
