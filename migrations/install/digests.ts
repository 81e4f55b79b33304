/**
 * One mail per account and day, with everything that account has not been told. Who has a digest of this day already hears the
 * rest in the next one. What goes on Mondays is repeated each Monday while it lasts, to who takes it; a dead mail is made up for on
 * any day. Who has a case hears of it once, also when it was at another desk before. What waits for a mentor beside signals is counted when the mail is sent; its page says that this is the weekly one.
 */
export const digests = `
create or replace function app.queue_digests(day date, last_day date, monday boolean) returns int language plpgsql
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare queued int;
begin
  with taken as materialized (select account_id from app.mail where template = 'digest' and mail.day = queue_digests.day),
  weekly as materialized (
    select * from app.takes_reminders(queue_digests.day, queue_digests.last_day, queue_digests.monday) p
    where p.weekly and p.account_id not in (select account_id from taken)
      and p.member_id not in (select u.member_id from app.unwanting('monday-list', queue_digests.day) u)),
  todos as materialized (
    select distinct p.account_id, p.email, p.organisation_id, p.region
    from app.mentors_of(array(select member_id from weekly where role in ('mentor', 'work-income-officer')), queue_digests.day) w
    join weekly p on p.member_id = w.member_id
    join app.mentor_todos(queue_digests.day, null) t on t.mentor_id = w.mentor_id
    where exists (select from weekly)),
  news as materialized (
    select * from app.fresh_news(queue_digests.day) f where f.account_id not in (select account_id from taken)),
  checks as materialized (
    select * from app.fresh_checks(queue_digests.day) f where f.account_id not in (select account_id from taken)),
  case_news as materialized (
    select * from app.fresh_case_news(queue_digests.day) f where f.account_id not in (select account_id from taken)),
  told as materialized (
    select m.account_id, m.day, m.queued_at, i.signal_id, i.silence_id, i.kind, i.reason, m.state = 'dead' as in_vain
    from app.told(array(select id from app.signal where closed_on is null union all select id from app.silence where closed_on is null)) i
    join app.mail m on m.id = i.mail_id where m.state <> 'dropped'),
  heard as materialized (
    select account_id, signal_id, silence_id, kind, reason, max(day) as last_on, max(queued_at) as last_at from told where not in_vain group by 1, 2, 3, 4, 5),
  missed as materialized (select distinct signal_id, kind from told where in_vain and signal_id is not null),
  fresh as materialized (
    select w.account_id, w.email, w.organisation_id, w.region, w.signal_id, null::uuid as silence_id, s.kind, w.reason
    from app.recipients_on(queue_digests.day) w join app.signal s on s.id = w.signal_id join app.signal_rule r on r.code = s.kind
    left join app.desk_case c on c.leaver_id = s.leaver_id and c.closed_on is null and w.reason not in ('mentor', 'instead-of-mentor')
    left join app.membership own on own.id = c.owner_id and w.reason = 'desk'
    left join heard h on (h.account_id, h.signal_id, h.kind, h.reason) = (w.account_id, w.signal_id, s.kind, w.reason)
    left join missed t on (t.signal_id, t.kind) = (w.signal_id, s.kind)
    where w.account_id not in (select account_id from taken) and case when r.mailed = 'monday' and w.account_id in (select account_id from weekly) then true
      when r.mailed = 'monday' and t.signal_id is null then false
      when w.reason = 'released' then h.account_id is null or h.last_at < c.released_at
      else h.account_id is null or own.account_id is distinct from w.account_id and h.last_on < case w.reason when 'desk' then greatest(c.opened_on, c.at_desk_since) else c.opened_on end end
    union all
    select w.account_id, w.email, w.organisation_id, w.region, null::uuid, w.silence_id, 'silence', w.reason
    from app.silence_recipients_on(queue_digests.day) w
    where w.account_id not in (select account_id from taken)
      and not exists (select from heard h where h.account_id = w.account_id and h.silence_id = w.silence_id)),
  readers as (
    select distinct on (account_id) account_id, email, organisation_id, region
    from (select distinct account_id, email, organisation_id, region, reason from fresh
      union all select account_id, email, organisation_id, region, 'todo' from todos
      union all select account_id, email, organisation_id, region, 'todo' from news
      union all select account_id, email, organisation_id, region, 'todo' from checks
      union all select account_id, email, organisation_id, region, 'todo' from case_news) f order by account_id, reason, organisation_id),
  subjects as (select account_id, array_agg(coalesce(signal_id, silence_id)) as about from fresh group by account_id),
  mails as (
    insert into app.mail (account_id, to_address, organisation_id, region, template, day, about, page)
    select account_id, email, organisation_id, region, 'digest', queue_digests.day, coalesce(about, '{}'),
      case when account_id in (select account_id from todos) then '{"weekly": true}' else '{}' end::jsonb
        || case when account_id in (select account_id from checks) then '{"checks": true}' else '{}' end::jsonb
    from readers left join subjects using (account_id)
    on conflict (account_id, day) where template = 'digest' do nothing
    returning id, account_id),
  checked as (
    update app.in_view v set told_in = v.told_in || t.ids
    from (select view_id, array_agg(distinct id) as ids from checks join mails using (account_id) group by view_id) t where v.id = t.view_id),
  case_told as (
    update app.desk_case c set news_told_in = c.news_told_in || t.ids
    from (select case_id, array_agg(distinct id) as ids from case_news join mails using (account_id) group by case_id) t where c.id = t.case_id),
  items as (
    insert into app.telling (signal_id, silence_id, kind, mail_ids, reasons)
    select signal_id, silence_id, kind, array_agg(id), array_agg(reason) from (
      select distinct signal_id, silence_id, kind, id, reason from fresh join mails using (account_id)) f
    group by signal_id, silence_id, kind),
  endings as (
    insert into app.mail_news (mail_id, application_id, leaver_id, status, status_on)
    select distinct m.id, n.application_id, n.leaver_id, n.status, n.status_on from news n join mails m using (account_id))
  select count(*) into queued from mails;
  return queued;
end $$;`;
