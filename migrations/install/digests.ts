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
    select m.account_id, i.signal_id, i.silence_id, i.kind, i.reason, m.state = 'dead' as in_vain
    from app.told(array(select id from app.signal where closed_on is null union all select id from app.silence where closed_on is null)) i
    join app.mail m on m.id = i.mail_id where m.state <> 'dropped'),
  fresh as materialized (
    select w.account_id, w.email, w.organisation_id, w.region, w.signal_id, null::uuid as silence_id, s.kind, w.reason
    from app.recipients_on(queue_digests.day) w join app.signal s on s.id = w.signal_id join app.signal_rule r on r.code = s.kind
    where w.account_id not in (select account_id from taken) and case when r.mailed = 'monday' and monday then true
      when r.mailed = 'monday' and not exists (select from told t where t.in_vain and t.signal_id = w.signal_id and t.kind = s.kind) then false
      else not exists (select from told t where not t.in_vain and t.account_id = w.account_id and t.signal_id = w.signal_id
        and t.kind = s.kind and t.reason = w.reason) end
    union all
    select w.account_id, w.email, w.organisation_id, w.region, null::uuid, w.silence_id, 'silence', w.reason
    from app.silence_recipients_on(queue_digests.day) w
    where w.account_id not in (select account_id from taken)
      and not exists (select from told t where not t.in_vain and t.account_id = w.account_id and t.silence_id = w.silence_id)),
  readers as (
    select distinct on (account_id) account_id, email, organisation_id, region
    from (select distinct account_id, email, organisation_id, region, reason from fresh) f order by account_id, reason, organisation_id),
  subjects as (select account_id, array_agg(coalesce(signal_id, silence_id)) as about from fresh group by account_id),
  mails as (
    insert into app.mail (account_id, to_address, organisation_id, region, template, day, about)
    select account_id, email, organisation_id, region, 'digest', queue_digests.day, about from readers join subjects using (account_id)
    on conflict (account_id, day) where template = 'digest' do nothing
    returning id, account_id),
  items as (
    insert into app.telling (signal_id, silence_id, kind, mail_ids, reasons)
    select signal_id, silence_id, kind, array_agg(id), array_agg(reason) from (
      select distinct signal_id, silence_id, kind, id, reason from fresh join mails using (account_id)) f
    group by signal_id, silence_id, kind)
  select count(*) into queued from mails;
  return queued;
end $$;`;
