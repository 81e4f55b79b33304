import { DECIDES_ALONE_AT, ENDING_NEWS, PASSPORT_PARTS, REFUSED_TALK } from '#policy';

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

/**
 * Whether what goes once a week goes on a day: on Monday, or on the first day after it that is not quiet. What a worker that stood
 * still would have told is told on its first day back; monday says that a Monday passed since.
 */
const rhythm = `
drop function if exists app.weekly_due(date, date, boolean, text);
create or replace function app.weekly_due(day date, last_day date, monday boolean, holiday_region text, region text) returns boolean language sql stable as $$
  select not app.is_quiet(day, holiday_region, region) and (monday or w.starts <= w.until and not exists (
    select from generate_series(w.starts, w.until, interval '1 day') d where not app.is_quiet(d::date, holiday_region, region)))
  from (select day - (extract(isodow from day)::int - 1) as starts, least(last_day, day - 1) as until) w
$$;

/** Who takes reminders on a day. Days are asked about once for each kind of holidays, not for each organisation: a region without own ones has the usual. */
create or replace function app.takes_reminders(day date, last_day date, monday boolean)
returns table (member_id uuid, account_id uuid, email text, role text, organisation_id uuid, region text, weekly boolean) language sql stable as $$
  with own as materialized (select distinct c.region from app.calendar_change c where c.field ~ '^(noord|midden|zuid)-'),
  held as materialized (
    select o.id, coalesce(own.region, '') as region, case when lower(o.holiday_region) in ('noord', 'midden', 'zuid') then lower(o.holiday_region) else '' end as holidays
    from app.organisation o left join own on own.region = o.region),
  asked as materialized (select distinct holidays, region from held),
  rhythms as materialized (
    select a.*, app.weekly_due(day, last_day, monday, a.holidays, a.region) as weekly from asked a where not app.is_quiet(day, a.holidays, a.region))
  select p.member_id, p.account_id, p.email, p.role, p.organisation_id, p.region, r.weekly
  from app.reachable_on(day) p join held h on h.id = p.organisation_id join rhythms r on (r.holidays, r.region) = (h.holidays, h.region)
$$;

/** Whose leavers somebody looks after on a day: the own, unless somebody stands in, and those of who is on leave. */
create or replace function app.mentors_of(members uuid[], day date) returns table (member_id uuid, mentor_id uuid) language sql stable as $$
  select m, m from unnest(members) m
    where not exists (select from app.stand_in i where i.mentor_id = m and i.kind = 'leave' and day between i.from_on and i.until_on)
  union all
  select i.by_id, i.mentor_id from app.stand_in i where i.by_id = any(members) and i.kind = 'leave' and day between i.from_on and i.until_on
$$;`;

/** Leavers whose transfer goes on: of the school year that ends or ended last, nowhere settled and not started. */
const goingOn = `
create or replace function app.still_going(day date, mentors uuid[]) returns setof app.leaver language sql stable as $$
  select l.* from app.leaver l join app.calendar k on k.school_year = l.school_year
  left join app.region_calendar own on own.region = l.region and own.school_year = l.school_year
  left join app.destination_rule d on d.code = l.destination
  where (mentors is null or l.mentor_id = any(mentors)) and day < coalesce(own.early_leaver_until, k.early_leaver_until) and not coalesce(d.settled, false)
    and not exists (select from app.application a where a.leaver_id = l.id and a.status = 'started')
$$;`;

/**
 * Whose sharing a parent stopped lately, without a word of who or why: until the student shares again, somebody at school noted that they
 * spoke with them, or the term is over.
 */
const refusals = `
create or replace function app.not_shared(day date, leavers uuid[]) returns table (leaver_id uuid, at timestamptz) language sql stable as $$
  select n.leaver_id, n.at
  from (select a.leaver_id, max(a.answered_at) as at from app.guardian_answer a
    join app.share s on s.id = a.share_id and s.state in ('refused', 'withdrawn')
    where a.leaver_id = any(leavers) and not a.agrees and a.answered_on > day - ${REFUSED_TALK.days} and a.answered_on <= day group by a.leaver_id) n
  where not exists (select from app.sharing h where h.leaver_id = n.leaver_id and not h.by_school and h.shared_at > n.at)
    and not exists (select from app.event e where e.leaver_id = n.leaver_id and e.kind = 'contact-attempted' and e.became = 'spoken' and e.known_at > n.at)
$$;`;

/** What waits for a mentor beside signals (ux M1), one row for each kind and leaver. */
const todos = `
create or replace function app.mentor_todos(day date, mentors uuid[]) returns table (mentor_id uuid, leaver_id uuid, class text, kind text) language sql stable as $$
  with going as materialized (select * from app.still_going(day, mentors) where mentor_id is not null),
  parts as materialized (
    select t.leaver_id, count(*) filter (where t.done and t.section in (${listed(PASSPORT_PARTS)})) = ${PASSPORT_PARTS.length} as own_done,
      bool_or(t.done and t.section = 'mentor-part') as mentor_done
    from app.section_text t where t.leaver_id in (select id from going) group by t.leaver_id)
  select g.mentor_id, g.id, g.class, 'mentor-part' from going g join parts p on p.leaver_id = g.id where p.own_done and not p.mentor_done
  union all
  select g.mentor_id, g.id, g.class, 'discuss' from going g join app.section_text t on t.leaver_id = g.id and t.section = 'mentor-part' and t.done
    join lateral (select s.agrees from app.agreement s where s.leaver_id = g.id and s.section = t.section and s.version = t.version
      order by s.said_at desc limit 1) said on not said.agrees
  union all
  select g.mentor_id, g.id, g.class, 'correction' from going g
    where exists (select from app.correction_request c where c.leaver_id = g.id and c.answer is null)
  union all
  select g.mentor_id, g.id, g.class, 'not-shared' from going g where g.id in (select n.leaver_id from app.not_shared(day, array(select id from going)) n)
  union all
  select g.mentor_id, g.id, g.class, 'parent-address' from going g left join parts p on p.leaver_id = g.id
    where app.birthday(g.birth_date, ${DECIDES_ALONE_AT}) > day and (
      exists (select from app.guardian h where h.leaver_id = g.id and h.proposed_on is not null and h.refused_on is null and h.confirmed_at is null and not h.no_contact)
      or p.own_done and not exists (select from app.guardian h where h.leaver_id = g.id and (h.confirmed_at is not null or h.no_contact)))
  union all
  select distinct g.mentor_id, g.id, g.class, 'parent-letter' from going g
    join app.guardian h on h.leaver_id = g.id and h.email is null and h.confirmed_at is not null and not h.no_contact
    cross join lateral (
      select r.asked_on from app.guardian_request r where r.guardian_id = h.id and r.answered_at is null and r.lapsed_at is null and r.ends_on >= day and app.has_to_answer(h, day)
      union all select c.asked_on from app.coaching c where c.leaver_id = g.id and c.ended_on is null and c.needs_guardian and c.guardian_said_on is null) waits
    where (h.lettered_on < waits.asked_on) is not false and app.birthday(g.birth_date, ${DECIDES_ALONE_AT}) > day
$$;

create or replace function app.digest_todos(of_mail uuid, day date) returns table (kind text, leaver_id uuid, class text) language sql stable as $$
  select t.kind, t.leaver_id, t.class
  from app.mail m
  cross join lateral (select coalesce(array_agg(p.member_id), '{}') as members from app.takes_reminders(digest_todos.day, null, true) p
    where p.account_id = m.account_id and p.role in ('mentor', 'work-income-officer') and app.mail_wanted(p.member_id, 'monday-list', digest_todos.day)) mine
  cross join lateral app.mentor_todos(digest_todos.day, array(select mentor_id from app.mentors_of(mine.members, digest_todos.day))) t
  where m.id = of_mail and m.page ? 'weekly' order by t.kind, t.leaver_id
$$;`;

/** Of an application that ended while another goes on (ux M2): not for who recorded it, nor when a louder signal tells it or told it. */
const news = `
create or replace function app.ending_news(day date, mentors uuid[])
returns table (mentor_id uuid, leaver_id uuid, class text, application_id uuid, status text, status_on date) language sql stable as $$
  select g.mentor_id, g.id, g.class, a.id, a.status, a.status_on
  from app.application a join app.leaver g on g.id = a.leaver_id
  where a.status_on > day - ${ENDING_NEWS.days} and a.status_on <= day and a.status in (${listed(ENDING_NEWS.statuses)})
    and (mentors is null or g.mentor_id = any(mentors)) and g.id in (select id from app.still_going(day, mentors))
    and exists (select from app.application b join app.status_rule r on r.code = b.status and r.rank is not null where b.leaver_id = g.id)
    and not exists (select from app.event e where e.application_id = a.id and e.kind = 'status-reported' and e.became = a.status
      and e.as_of = a.status_on and e.member_id = g.mentor_id)
    and not exists (select from app.signal s join app.signal_rule r on r.code = s.kind where s.leaver_id = g.id and r.mailed = 'daily'
      and (s.closed_on is null or s.opened_on >= a.status_on))
$$;

create or replace function app.fresh_news(day date)
returns table (account_id uuid, email text, organisation_id uuid, region text, application_id uuid, leaver_id uuid, status text, status_on date) language sql stable as $$
  with ended as materialized (select * from app.ending_news(fresh_news.day, null))
  select p.account_id, p.email, p.organisation_id, p.region, n.application_id, n.leaver_id, n.status, n.status_on
  from app.takes_reminders(fresh_news.day, null, true) p
  join app.mentors_of(array(select mentor_id from ended union select i.by_id from app.stand_in i join ended e on e.mentor_id = i.mentor_id), fresh_news.day) w on w.member_id = p.member_id
  join ended n on n.mentor_id = w.mentor_id
  where p.member_id not in (select u.member_id from app.unwanting('urgent-news', fresh_news.day) u) and not exists (
    select from app.mail_news t join app.mail m on m.id = t.mail_id where t.application_id = n.application_id and t.status = n.status
      and t.status_on = n.status_on and m.account_id = p.account_id and m.state in ('queued', 'sent'))
$$;

create or replace function app.digest_news(of_mail uuid, day date) returns table (status text, leaver_id uuid, class text) language sql stable as $$
  select n.status, n.leaver_id, n.class
  from app.mail m
  cross join lateral (select coalesce(array_agg(p.member_id), '{}') as members from app.reachable_on(digest_news.day) p where p.account_id = m.account_id) mine
  cross join lateral app.ending_news(digest_news.day, array(select mentor_id from app.mentors_of(mine.members, digest_news.day))) n
  join app.mail_news t on t.mail_id = m.id and t.application_id = n.application_id and t.status = n.status and t.status_on = n.status_on
  where m.id = of_mail order by n.status, n.leaver_id
$$;

/** A digest of only news, for who has none of this day yet. */
create or replace function app.queue_news(day date) returns int language plpgsql as $$
#variable_conflict use_column
declare queued int;
begin
  with fresh as materialized (
    select * from app.fresh_news(queue_news.day) f
    where not exists (select from app.mail m where m.account_id = f.account_id and m.template = 'digest' and m.day = queue_news.day)),
  mails as (
    insert into app.mail (account_id, to_address, organisation_id, region, template, day)
    select distinct on (account_id) account_id, email, organisation_id, region, 'digest', queue_news.day from fresh order by account_id, organisation_id
    on conflict (account_id, day) where template = 'digest' do nothing
    returning id, account_id),
  told as (
    insert into app.mail_news (mail_id, application_id, leaver_id, status, status_on)
    select distinct m.id, f.application_id, f.leaver_id, f.status, f.status_on from fresh f join mails m using (account_id))
  select count(*) into queued from mails;
  return queued;
end $$;`;

export const mentorMails = [rhythm, goingOn, refusals, todos, news].join('\n');
