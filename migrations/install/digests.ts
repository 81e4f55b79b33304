/**
 * One mail per account and day, with everything that account has not been told. Who has a digest of this day already hears the
 * rest in the next one. What goes on Mondays is repeated each Monday while it lasts; a dead mail is made up for on any day.
 */
export const digests = `
create or replace function app.queue_digests(day date, monday boolean) returns int language plpgsql
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare queued int;
begin
  with taken as materialized (select account_id from app.mail where template = 'digest' and mail.day = queue_digests.day),
  told as materialized (
    select m.account_id, i.signal_id, i.silence_id, i.kind, i.reason from app.mail m join app.mail_item i on i.mail_id = m.id
    left join app.signal s on s.id = i.signal_id left join app.silence q on q.id = i.silence_id
    where m.state in ('queued', 'sent') and s.closed_on is null and q.closed_on is null),
  due as materialized (
    select w.account_id, w.email, w.organisation_id, w.region, w.signal_id, null::uuid as silence_id, s.kind, w.reason
    from app.recipients_on(queue_digests.day) w join app.signal s on s.id = w.signal_id join app.signal_rule r on r.code = s.kind
    where case when r.mailed = 'monday' and monday then true
      when r.mailed = 'monday' and not exists (
        select from app.mail_item i join app.mail m on m.id = i.mail_id where i.signal_id = s.id and i.kind = s.kind and m.state = 'dead') then false
      else not exists (select from told t where t.account_id = w.account_id and t.signal_id = w.signal_id
        and t.kind = s.kind and t.reason = w.reason) end
    union all
    select w.account_id, w.email, w.organisation_id, w.region, null::uuid, w.silence_id, 'silence', w.reason
    from app.silence_recipients_on(queue_digests.day) w
    where not exists (select from told t where t.account_id = w.account_id and t.silence_id = w.silence_id)),
  fresh as materialized (select * from due where account_id not in (select account_id from taken)),
  mails as (
    insert into app.mail (account_id, to_address, organisation_id, region, template, day)
    select distinct on (account_id) account_id, email, organisation_id, region, 'digest', queue_digests.day
    from fresh order by account_id, reason, organisation_id
    on conflict (account_id, day) where template = 'digest' do nothing
    returning id, account_id),
  items as (
    insert into app.mail_item (mail_id, signal_id, silence_id, kind, reason)
    select distinct m.id, f.signal_id, f.silence_id, f.kind, f.reason from fresh f join mails m using (account_id) order by m.id, f.signal_id)
  select count(*) into queued from mails;
  return queued;
end $$;`;
