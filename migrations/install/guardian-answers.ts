import { CODE_TRIES, DECIDES_ALONE_AT, guardianAsking } from '#policy';
import { opened } from './students.ts';

/**
 * Who is asked: a parent whom the mentor confirmed, and the address that the school brought; never one with "geen contact". An
 * account is made for them, which nobody enters without the code.
 */
const asking = `
/** Somebody whom the mentor confirmed, or whose address the school still brings; never with "geen contact". */
create or replace function app.may_consent(g app.guardian, l app.leaver) returns boolean language sql immutable
return not g.no_contact and (g.confirmed_at is not null or lower(g.email) = lower(l.guardian_email));

create or replace function app.guardians_to_ask(l app.leaver) returns setof app.guardian language plpgsql as $$
declare brought text := lower(nullif(l.guardian_email, ''));
begin
  if brought is not null and not exists (select from app.guardian g where g.leaver_id = l.id and lower(g.email) = brought)
    and brought is distinct from lower(l.email) and not exists (select from app.account a join app.membership m on m.account_id = a.id
      where m.leaver_id = l.id and m.role = 'student' and brought in (lower(a.email), lower(a.private_email))) then
    insert into app.guardian (leaver_id, name, email) values (l.id, coalesce(l.guardian_name, ''), brought);
  end if;
  return query select g.* from app.guardian g where g.leaver_id = l.id and app.may_consent(g, l) order by g.id;
end $$;

create or replace function app.guardian_account(g app.guardian, l app.leaver) returns uuid language plpgsql as $$
declare who uuid; member uuid := g.membership_id;
begin
  if member is not null then return (select account_id from app.membership where id = member); end if;
  select id into who from app.account a where lower(g.email) in (lower(a.email), lower(a.private_email))
    and not exists (select from app.membership s where s.account_id = a.id and s.role = 'student') order by lower(a.email) = lower(g.email) desc limit 1;
  if who is null and exists (select from app.account a where lower(g.email) in (lower(a.email), lower(a.private_email))) then return null; end if;
  if who is null then insert into app.account (email, given_name) values (lower(g.email), g.name) returning id into who; end if;
  insert into app.membership as m (account_id, organisation_id, role, leaver_id, invited_at) values (who, l.school_id, 'guardian', l.id, clock_timestamp())
  on conflict (account_id, organisation_id, role, leaver_id) do update set invited_at = excluded.invited_at returning m.id into member;
  update app.guardian set membership_id = member where id = g.id;
  return who;
end $$;

create or replace function app.mail_guardian(request app.guardian_request, kind text, link_hash bytea, link text, day date) returns void language plpgsql as $$
begin
  if not exists (select from app.guardian g where g.id = request.guardian_id and g.email is not null) then return; end if;
  if link_hash is not null then insert into app.guardian_link (id, request_id) values (link_hash, request.id); end if;
  insert into app.mail (account_id, to_address, organisation_id, template, day, page, expires_at)
  select m.account_id, lower(g.email), l.school_id, kind, day, jsonb_strip_nulls(jsonb_build_object('link', link, 'request', request.id)),
    clock_timestamp() + make_interval(days => ${guardianAsking.days})
  from app.guardian g join app.membership m on m.id = g.membership_id join app.leaver l on l.id = g.leaver_id where g.id = request.guardian_id;
end $$;

/**
 * Sharing again gives a parent the whole term: there is something new to read. Asking again about the same does not begin a term anew each
 * time, or a question would never lapse: it ends two terms after the student shared it, or asked for a talk, last.
 */
create or replace function app.asked_until(g app.guardian, day date) returns date language sql stable as $$
  select least(day + ${guardianAsking.days}, max(n.on_day) + 2 * ${guardianAsking.days}) from (
    select t.shared_on as on_day from app.share s join app.sharing t on t.id = s.sharing_id where s.leaver_id = g.leaver_id and s.state = 'waiting'
    union all select t.asked_on from app.talks_to_agree(g.leaver_id, day) t) n
$$;

/** Something new is shared or asked for today, and no reminder is to come any more that would tell of it. */
create or replace function app.is_asked_anew(r app.guardian_request, day date) returns boolean language sql stable as $$
  select r.reminders >= ${guardianAsking.remindAfterDays.length} and r.asked_on < day and (exists (
    select from app.share s join app.sharing h on h.id = s.sharing_id where s.leaver_id = r.leaver_id and s.state = 'waiting' and h.shared_on = day)
    or exists (select from app.talks_to_agree(r.leaver_id, day) t where t.asked_on = day))
$$;

/**
 * Asks each parent who has something to answer, once for everything that waits; answers how many. Each link is used for one of them. No
 * parent gets this mail twice on a day: who answered today is asked by the link of today's mail, which opens with a new code, and hears of it
 * by a reminder tomorrow (reminders is -1 until then). Who had every reminder is asked by a new mail when the student shares something new.
 */
create or replace function app.ask_guardians(links jsonb, day date) returns int language plpgsql as $$
declare l app.leaver := app.own_leaver(); g app.guardian; r app.guardian_request; asked int := 0; last_day date;
begin
  if l.id is null or day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) or not exists (select from app.share s where s.leaver_id = l.id and s.state = 'waiting')
    and not exists (select from app.talks_to_agree(l.id, day)) then return 0; end if;
  for g in select * from app.guardians_to_ask(l) loop
    last_day := app.asked_until(g, day);
    continue when not app.has_to_answer(g, day) or last_day < day;
    asked := asked + 1;
    update app.guardian_request x set ends_on = last_day, answered_at = null, reminders = case when x.answered_at is null then x.reminders else -1 end
      where x.guardian_id = g.id and x.lapsed_at is null and (x.answered_at is null or x.asked_on = day) returning * into r;
    continue when r.id is not null and not app.is_asked_anew(r, day) or links -> (asked - 1) is null;
    if r.id is not null then
      update app.guardian_request x set asked_on = day, reminders = 0 where x.id = r.id returning * into r;
      perform app.mail_guardian(r, 'guardian-asked', decode(links -> (asked - 1) ->> 'hash', 'hex'), links -> (asked - 1) ->> 'link', day);
      continue;
    end if;
    continue when app.guardian_account(g, l) is null;
    insert into app.guardian_request (leaver_id, guardian_id, asked_on, ends_on) values (l.id, g.id, day, last_day) returning * into r;
    perform app.mail_guardian(r, 'guardian-asked', decode(links -> (asked - 1) ->> 'hash', 'hex'), links -> (asked - 1) ->> 'link', day);
  end loop;
  return asked;
end $$;

create or replace function app.set_request_code(leaver uuid, code bytea, day date) returns boolean language plpgsql as $$
declare l app.leaver;
begin
  select * into l from app.leaver x where x.id = leaver;
  if l.id is null or not (coalesce((app.own_leaver()).id = leaver, false) or app.may_let_in(l)) then return false; end if;
  update app.guardian_request r set code_hash = code, code_tries = 0 from app.guardian g
  where g.id = r.guardian_id and g.email is not null and r.leaver_id = leaver and r.answered_at is null and r.lapsed_at is null and r.ends_on >= day;
  return found;
end $$;`;

/** The link of the mail and the code together open a session of that parent. */
const comingIn = `
create or replace function app.open_request(link_hash bytea, day date) returns setof app.guardian_request language sql stable as $$
  select r.* from app.guardian_link k join app.guardian_request r on r.id = k.request_id join app.guardian g on g.id = r.guardian_id
  join app.leaver l on l.id = r.leaver_id
  where k.id = link_hash and r.lapsed_at is null and r.ends_on >= day and app.may_consent(g, l) and day < app.birthday(l.birth_date, ${DECIDES_ALONE_AT})
    and l.destination is distinct from 'deceased'
$$;
create or replace function app.knows_request(link_hash bytea, day date) returns boolean language sql stable as $$
  select exists (select from app.open_request(link_hash, day))
$$;

create or replace function app.use_request(link_hash bytea, code bytea, session_hash bytea, began jsonb, day date) returns boolean language plpgsql as $$
declare r app.guardian_request; member uuid;
begin
  update app.guardian_request x set code_tries = x.code_tries + 1 from app.open_request(link_hash, day) o where x.id = o.id;
  select x.* into r from app.open_request(link_hash, day) x where x.code_hash = code and x.code_tries <= ${CODE_TRIES};
  if r.id is null then return false; end if;
  update app.guardian_request set code_tries = 0, code_hash = null where id = r.id;
  select membership_id into member from app.guardian where id = r.guardian_id;
  update app.membership set accepted_at = coalesce(accepted_at, clock_timestamp()) where id = member;
  if not app.open_session((select account_id from app.membership where id = member), session_hash, began, day) then return false; end if;
  perform app.switch_membership(session_hash, session_hash, member, began -> 'idle', day);
  return true;
end $$;`;

/**
 * What enough parents said yes to is shared. Counted when one of them answers, and again when who must answer is another by now: a yes is
 * not lost because the other parent is asked no more. Under 16 only: after that no parent decides.
 */
const counting = `
create or replace function app.count_answers(l app.leaver, day date, at timestamptz) returns int language plpgsql as $$
declare ready uuid[];
begin
  if l.destination is not distinct from 'deceased' or day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) then return 0; end if;
  perform app.count_talks(l);
  select array_agg(s.id) into ready from app.share s where s.leaver_id = l.id and s.state = 'waiting' and s.until_on >= day and (
    select count(*) from app.guardian_answer a join app.guardian x on x.id = a.guardian_id and app.may_consent(x, l) where a.share_id = s.id and a.agrees) >= case
      when (select o.both_guardians from app.organisation o where o.id = l.school_id)
      then greatest(1, (select count(distinct r.guardian_id) from app.guardian_request r join app.guardian x on x.id = r.guardian_id and app.may_consent(x, l)
        where r.leaver_id = l.id and r.ends_on >= (select h.shared_on from app.sharing h where h.id = s.sharing_id))) else 1 end;
  if ready is null then return 0; end if;
  perform app.mail_student(l.id, 'passport-shared', day);
  return app.give_shares(ready, at);
end $$;

create or replace function app.recount_answers(day date, at timestamptz) returns int language plpgsql as $$
declare l app.leaver; given int := 0;
begin
  for l in select x.* from app.leaver x where x.id in (select s.leaver_id from app.share s join app.guardian_answer a on a.share_id = s.id and a.agrees where s.state = 'waiting')
      or x.id in (select h.leaver_id from app.warm_handover h where h.asks_parent and not h.parent_agreed and h.agreed_by <> '{}' and h.state in ('asked', 'planned'))
      order by x.id for update loop
    given := given + app.count_answers(l, day, at);
  end loop;
  return given;
end $$;`;

/** One no stops the section for that school, also when it was given. Where both are needed, who let the question lapse did not say yes. */
const answering = `
create or replace function app.answer_sharing(answers jsonb, day date, at timestamptz) returns int language plpgsql as $$
declare g app.guardian; l app.leaver; changed int;
begin
  select x.* into g from app.guardian x where x.membership_id = app.my_member() and x.leaver_id = app.my_leaver() and not x.no_contact;
  select x.* into l from app.leaver x where x.id = g.leaver_id for update;
  if l.id is null or not app.may_consent(g, l) or day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) then return 0; end if;
  insert into app.guardian_answer as a (share_id, guardian_id, leaver_id, agrees, agreed_text, answered_at, answered_on)
  select s.id, g.id, l.id, w.agrees, w.text, at, day from jsonb_to_recordset(answers) as w (share uuid, agrees boolean, text text)
  join app.share s on s.id = w.share and s.leaver_id = l.id and s.state in ('waiting', 'given') and not app.is_by_school(s.sharing_id)
  on conflict (share_id, guardian_id) do update set agrees = excluded.agrees, agreed_text = excluded.agreed_text, answered_at = excluded.answered_at, answered_on = excluded.answered_on;
  get diagnostics changed = row_count;
  if changed = 0 then return 0; end if;
  update app.share s set state = case s.state when 'waiting' then 'refused' else 'withdrawn' end, ended_at = at, ended_by = app.my_member()
  where s.leaver_id = l.id and s.state in ('waiting', 'given') and exists (select from app.guardian_answer a where a.share_id = s.id and a.guardian_id = g.id and not a.agrees);
  perform app.agree_to_talks(g, answers);
  perform app.count_answers(l, day, at);
  update app.guardian_request r set answered_at = at where r.guardian_id = g.id and r.answered_at is null;
  perform app.mail_guardian(r, 'guardian-answered', null, null, day) from app.guardian_request r where r.guardian_id = g.id and r.answered_at = at;
  perform app.mail_student(l.id, 'guardian-replied', day);
  return changed;
end $$;`;

/**
 * The worker, each day: reminders, and what nobody answered in time lapses; so does what waits on the 16th birthday, from which
 * the student decides alone and is asked again, by the one mail of `asking-again`.
 */
const keeping = `
create or replace function app.requests_to_remind(day date) returns setof app.guardian_request language sql stable as $$
  select r.* from app.guardian_request r join app.guardian g on g.id = r.guardian_id
  where r.answered_at is null and r.lapsed_at is null and r.ends_on >= day and not g.no_contact and g.email is not null
    and (r.reminders >= 0 or r.asked_on < day)
    and r.reminders < (select count(*) from unnest(array[${guardianAsking.remindAfterDays.join(', ')}]) n where r.asked_on + n <= day)
    and app.has_to_answer(g, day)
$$;
create or replace function app.remind_guardian(request uuid, link_hash bytea, link text, day date) returns boolean language plpgsql as $$
declare r app.guardian_request;
begin
  select x.* into r from app.requests_to_remind(day) x where x.id = request;
  if r.id is null then return false; end if;
  update app.guardian_request set reminders = (select count(*) from unnest(array[${guardianAsking.remindAfterDays.join(', ')}]) n where asked_on + n <= day) where id = request;
  perform app.mail_guardian(r, 'guardian-asked-again', link_hash, link, day);
  return true;
end $$;

create or replace function app.lapse_requests(day date, at timestamptz) returns int language plpgsql as $$
declare over uuid[]; who uuid;
begin
  update app.guardian_request r set lapsed_at = at from app.leaver l
  where l.id = r.leaver_id and r.answered_at is null and r.lapsed_at is null and (r.ends_on < day or day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT}));
  with gone as (
    update app.share s set state = 'lapsed', ended_at = at from app.leaver l
    where l.id = s.leaver_id and s.state = 'waiting' and (day >= app.birthday(l.birth_date, ${DECIDES_ALONE_AT})
      or s.sharing_id in (select id from app.sharing where shared_on + ${guardianAsking.days} < day)
        and not exists (select from app.guardian_request r where r.leaver_id = s.leaver_id and r.answered_at is null and r.lapsed_at is null)) returning s.leaver_id, l.birth_date)
  select array_agg(distinct leaver_id) into over from gone where day < app.birthday(birth_date, ${DECIDES_ALONE_AT});
  foreach who in array coalesce(over, '{}') loop
    perform app.mail_student(who, 'sharing-changed', day);
  end loop;
  perform app.ask_again(day);
  return coalesce(cardinality(over), 0);
end $$;`;

const rule = `
create or replace function app.set_guardian_rule(both_needed boolean) returns boolean language plpgsql as $$
begin
  update app.organisation o set both_guardians = both_needed from app.membership me
  where me.id = app.my_member() and me.role in ('careers-dean', 'school-administrator') and o.id = me.organisation_id;
  return found;
end $$;`;

const DOORS = {
  'set_guardian_rule(boolean)': ['school', 'office'],
  'ask_guardians(jsonb, date)': ['student'],
  'set_request_code(uuid, bytea, date)': ['student', 'mentor', 'school'],
  'answer_sharing(jsonb, date, timestamptz)': ['guardian'],
};

export const guardianAnswers = [asking, comingIn, counting, answering, keeping, rule, opened(DOORS)].join('\n');

export const guardianAnswerFunctions = ['knows_request(bytea, date)', 'use_request(bytea, bytea, bytea, jsonb, date)'];
