/**
 * What a mentor or a summer team tells about a case that a person has does not close it: who has it is told, and decides. So with
 * the no of a desk that was asked to take it. Told
 * is: marked on their list until they open the case, and once in a digest. Another owner, or an end, and it is news no more.
 */
const telling = `
create or replace function app.tell_owner(leaver uuid) returns void language sql as $$
  update app.desk_case c set news_at = coalesce(c.news_at, now()), news_told_in = '{}' where c.leaver_id = leaver and c.closed_on is null and c.owner_id is not null
$$;

create or replace function app.tell_destination() returns trigger language plpgsql as $$ begin perform app.tell_owner(new.id); return null; end $$;
select app.give_to_worker('app.tell_destination()');
create or replace trigger tell_destination after update of destination on app.leaver for each row
  when (old.destination is distinct from new.destination and 'desk' not in (coalesce(old.destination_source, ''), coalesce(new.destination_source, ''))) execute function app.tell_destination();

create or replace function app.tell_call() returns trigger language plpgsql as $$ begin perform app.tell_owner(new.leaver_id); return null; end $$;
select app.give_to_worker('app.tell_call()');
create or replace trigger tell_call after insert on app.summer_attempt for each row when (new.before ->> 'told' is not null) execute function app.tell_call();
create or replace trigger tell_call_undone after update of undone_at on app.summer_attempt for each row
  when (new.before ->> 'told' is not null and old.undone_at is null and new.undone_at is not null) execute function app.tell_call();`;

const ending = `
create or replace function app.end_news() returns trigger language plpgsql as $$ begin new.news_at := null; new.news_told_in := '{}'; return new; end $$;
select app.give_to_worker('app.end_news()');
create or replace trigger end_news before update of owner_id, desk_id, closed_on on app.desk_case for each row
  when (old.news_at is not null and (old.owner_id is distinct from new.owner_id or old.desk_id is distinct from new.desk_id or new.closed_on is not null)) execute function app.end_news();

create or replace function app.see_case_news(of_case uuid) returns void language sql as $$
  update app.desk_case c set news_at = null, news_told_in = '{}' where c.id = of_case and c.owner_id = app.my_member() and c.news_at is not null
$$;`;

const digesting = `
create or replace function app.fresh_case_news(day date) returns table (case_id uuid, account_id uuid, email text, organisation_id uuid, region text) language sql stable as $$
  select c.id, p.account_id, p.email, p.organisation_id, p.region
  from app.takes_reminders(fresh_case_news.day, null, true) p join app.desk_case c on c.owner_id = p.member_id and c.desk_id = p.organisation_id
  where c.news_at is not null and c.closed_on is null and not exists (
    select from app.mail_setting w where w.member_id = p.member_id and fresh_case_news.day between w.away_from and w.away_until)
    and not exists (select from app.mail m where m.id = any(c.news_told_in) and m.account_id = p.account_id and m.state in ('queued', 'sent'))
$$;
create or replace function app.digest_case_news(of_mail uuid, day date) returns table (case_number bigint) language sql stable as $$
  select c.number from app.desk_case c join app.mail m on m.id = of_mail and m.id = any(c.news_told_in)
  join app.reachable_on(digest_case_news.day) p on p.member_id = c.owner_id and p.account_id = m.account_id and p.organisation_id = c.desk_id
  where c.news_at is not null and c.closed_on is null order by c.number
$$;`;

export const caseNews = `${telling}${ending}${digesting}`;

export const caseNewsFunctions = ['see_case_news(uuid)'];
