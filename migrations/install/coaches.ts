import { coachTerms, DECIDES_ALONE_AT } from '#policy';
import { opened } from './students.ts';

/** May the asker ask for a coach: the owner of an open case, or who mentors or leads the transfer of this leaver. */
const who = `
create or replace function app.may_ask_coach(of_leaver uuid, of_case uuid) returns boolean language sql stable as $$
  select case when of_case is not null then exists (select from app.desk_case c join app.membership me on me.id = app.my_member() and me.organisation_id = c.desk_id
      where c.id = of_case and c.leaver_id = of_leaver and c.closed_on is null and c.owner_id = me.id)
    else exists (select from app.leaver l join app.membership me on me.id = app.my_member() where l.id = of_leaver and l.destination is distinct from 'deceased'
      and (l.mentor_id = any(app.my_members()) or me.role in ('careers-dean', 'team-leader') and me.organisation_id = l.school_id)) end
$$;
/** Who reads what the coach writes: the desk that has the case now, or else the mentor and the school that asked. */
create or replace function app.follows_coaching(c app.coaching) returns boolean language sql stable as $$
  select case when c.case_id is not null then exists (select from app.desk_case k where k.id = c.case_id and k.desk_id = app.my_organisation())
    else exists (select from app.leaver l join app.membership me on me.id = app.my_member() where l.id = c.leaver_id and c.asked_of = me.organisation_id
      and (l.mentor_id = any(app.my_members()) or me.role in ('careers-dean', 'team-leader') and me.organisation_id = l.school_id)) end
$$;
create or replace function app.coach_candidates(day date) returns table (id uuid, name text, organisation text) language sql stable as $$
  select m.id, app.full_name(a.given_name, a.name_prefix, a.family_name), o.name
  from app.membership m join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
  where m.role = 'transition-coach' and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day) and a.frozen_at is null and o.region = app.my_region()
  order by o.id <> app.my_organisation(), o.name, a.family_name, m.id
$$;
create or replace function app.tell_coaching(c app.coaching, happened text, why text, day date, for_all boolean) returns void language sql as $$
  insert into app.event (leaver_id, case_id, kind, became, as_of, source, organisation_id, member_id, audience)
  select c.leaver_id, c.case_id, happened, why, day, case when app.my_member() is null then 'sweep' else 'page' end,
    (select m.organisation_id from app.membership m where m.id = app.my_member()), app.my_member(),
    case when for_all then 'all' when c.case_id is null then 'school' else 'desk' end
$$;`;

/** A coach is asked for, one at a time each; the student hears of it, and under 16 who decides along. */
const asking = `
create or replace function app.mail_deciding_guardians(l app.leaver, kind text, day date) returns void language sql as $$
  insert into app.mail (account_id, to_address, organisation_id, template, day)
  select m.account_id, g.email, l.school_id, kind, day from app.guardian g join app.membership m on m.id = g.membership_id
  where g.leaver_id = l.id and app.may_consent(g, l) and g.email is not null and not exists (select from app.mail x where (x.account_id, x.organisation_id, x.template) = (m.account_id, l.school_id, kind) and x.state = 'queued')
$$;
create or replace function app.ask_coach(of_leaver uuid, of_case uuid, coach uuid, wished date, day date) returns text language plpgsql as $$
declare l app.leaver; young date;
begin
  select * into l from app.leaver x where x.id = of_leaver for update;
  if l.id is null or not app.may_ask_coach(of_leaver, of_case) then return 'gone'; end if;
  if not exists (select from app.coach_candidates(day) k where k.id = coach) then return 'no-coach'; end if;
  if exists (select from app.coaching c where c.leaver_id = l.id and c.coach_id = coach and c.ended_on is null) then return 'done'; end if;
  if exists (select from app.coaching c where c.leaver_id = l.id and c.coach_id = coach and c.ended_because in ('refused', 'student', 'guardian')
    and c.ended_on + ${coachTerms.againDays} > day) then return 'said-no'; end if;
  young := app.birthday(l.birth_date, ${DECIDES_ALONE_AT});
  insert into app.coaching (leaver_id, case_id, coach_id, asked_by, asked_of, asked_on, wanted_until, until_on, needs_guardian)
  values (l.id, of_case, coach, app.my_member(), app.my_organisation(), day, wished, case when day < young then least(wished, young - 1) else wished end, day < young);
  perform app.tell_coaching(c, 'coach-asked', null, day, false) from app.coaching c where c.leaver_id = l.id and c.coach_id = coach and c.ended_on is null;
  perform app.mail_student(l.id, 'coach-asked', day);
  if day < young then perform app.mail_deciding_guardians(l, 'coach-asked-parent', day); end if;
  return 'done';
end $$;`;

/** What a student or a deciding parent says: yes counts when everybody needed said it, no ends it at once. */
const answering = `
create or replace function app.decides_on_coach(c app.coaching, day date) returns text language sql stable as $$
  select m.role from app.membership m join app.leaver l on l.id = m.leaver_id
  where m.id = app.my_member() and m.leaver_id = c.leaver_id and app.may_enter(m, day) and app.leaver_in_sight(m, day) = l.id and (m.role = 'student'
    or m.role = 'guardian' and c.needs_guardian and day < app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) and exists (select from app.guardian g where g.membership_id = m.id and app.may_consent(g, l)))
$$;
create or replace function app.end_coaching(of_coaching uuid, why text, day date) returns boolean language plpgsql as $$
declare c app.coaching;
begin
  update app.coaching x set ended_on = day, ended_because = why, end_told_on = case when x.began_on is null or why in ('coach', 'deceased') then day end
  where x.id = of_coaching and x.ended_on is null returning * into c;
  if c.id is null then return false; end if;
  if why <> 'deceased' then perform app.tell_coaching(c, case when c.began_on is null then 'coach-refused' else 'coach-ended' end, case when c.began_on is null then why end, day, c.began_on is not null); end if;
  if why not in ('student', 'refused', 'sixteen', 'deceased') and c.began_on is not null then perform app.mail_student(c.leaver_id, 'coach-ended', day); end if;
  return true;
end $$;
create or replace function app.answer_coach(of_coaching uuid, agrees boolean, day date) returns text language plpgsql as $$
declare c app.coaching; decider text;
begin
  select * into c from app.coaching x where x.id = of_coaching for update;
  decider := app.decides_on_coach(c, day);
  if decider is null then return 'gone'; end if;
  if c.ended_on is not null then return case when agrees then 'over' else 'done' end; end if;
  if not agrees then
    perform app.end_coaching(c.id, case when c.began_on is null then 'refused' else decider end, day);
    return 'done';
  end if;
  if c.until_on < day or c.case_id is not null and not exists (select from app.desk_case k where k.id = c.case_id and k.closed_on is null) then return 'over'; end if;
  update app.coaching x set student_said_on = case when decider = 'student' then coalesce(x.student_said_on, day) else x.student_said_on end,
    guardian_said_on = case when decider = 'guardian' then coalesce(x.guardian_said_on, day) else x.guardian_said_on end where x.id = c.id returning * into c;
  if c.began_on is not null then return 'done'; end if;
  if c.student_said_on is null or c.needs_guardian and c.guardian_said_on is null then return 'waits'; end if;
  update app.coaching x set began_on = day where x.id = c.id;
  perform app.tell_coaching(c, 'coach-added', null, day, true);
  perform app.mail_student(c.leaver_id, 'coach-added', day);
  return 'done';
end $$;
create or replace function app.my_coaches(day date) returns table (id uuid, coach text, organisation text, asker text, asker_organisation text, asked_on date, until_on date,
    needs_guardian boolean, student_said boolean, guardian_said boolean, began_on date, ended_on date, ended_because text, of_case boolean) language sql stable as $$
  select c.id, app.full_name(a.given_name, a.name_prefix, a.family_name), o.name, app.full_name(b.given_name, b.name_prefix, b.family_name), q.name, c.asked_on, c.until_on,
    c.needs_guardian, c.student_said_on is not null, c.guardian_said_on is not null, c.began_on, c.ended_on, c.ended_because, c.case_id is not null
  from app.coaching c join app.membership m on m.id = c.coach_id join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
  join app.organisation q on q.id = c.asked_of left join app.membership n on n.id = c.asked_by left join app.account b on b.id = n.account_id
  where c.leaver_id = app.my_leaver() and app.decides_on_coach(c, day) is not null order by c.ended_on nulls first, c.asked_on desc, c.id
$$;`;

/** Who asked sees how it goes; a coach notes it and gives back. */
const following = `
create or replace function app.coaches_of(of_leaver uuid, of_case uuid) returns table (id uuid, coach text, organisation text, asked_on date, until_on date,
    needs_guardian boolean, student_said boolean, guardian_said boolean, began_on date, ended_on date, ended_because text, how text, note text, on_day date) language sql stable as $$
  select c.id, app.full_name(a.given_name, a.name_prefix, a.family_name), o.name, c.asked_on, c.until_on, c.needs_guardian, c.student_said_on is not null,
    c.guardian_said_on is not null, c.began_on, c.ended_on, c.ended_because, n.how, n.note, n.on_day
  from app.coaching c join app.membership m on m.id = c.coach_id join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
  left join app.coach_note n on n.coaching_id = c.id
  where c.leaver_id = of_leaver and c.case_id is not distinct from of_case and app.follows_coaching(c) order by c.ended_on nulls first, c.asked_on desc, c.id, n.made_at desc
$$;
create or replace function app.stop_coach(of_coaching uuid, day date) returns text language plpgsql as $$
declare c app.coaching;
begin
  select * into c from app.coaching x where x.id = of_coaching for update;
  if c.id is null or not app.follows_coaching(c) then return 'gone'; end if;
  perform app.end_coaching(c.id, 'asker', day);
  return 'done';
end $$;
create or replace function app.hand_back_coaching(of_coaching uuid, day date) returns text language plpgsql as $$
begin
  perform from app.coaching c where c.id = of_coaching and c.coach_id = app.my_member() for update;
  if exists (select from app.coaching c where c.id = of_coaching and c.coach_id = app.my_member() and c.ended_because = 'coach') then return 'done'; end if;
  if not exists (select from app.coachings_of(app.my_member(), day) c where c.id = of_coaching) then return 'gone'; end if;
  perform app.end_coaching(of_coaching, 'coach', day);
  return 'done';
end $$;
create or replace function app.note_coaching(of_coaching uuid, happened text, words text, day date) returns text language plpgsql as $$
declare c app.coaching;
begin
  select x.* into c from app.coachings_of(app.my_member(), day) k join app.coaching x on x.id = k.id where k.id = of_coaching for update of x;
  if c.id is null then return 'gone'; end if;
  if exists (select from app.coach_note n where n.coaching_id = c.id and n.how = happened and n.note = words and n.made_at > clock_timestamp() - interval '1 minute') then return 'done'; end if;
  insert into app.coach_note (coaching_id, leaver_id, how, note, on_day) values (c.id, c.leaver_id, happened, words, day);
  perform app.tell_coaching(c, 'coach-noted', happened, day, false);
  return 'done';
end $$;
create or replace function app.coached_contacts(of_coaching uuid) returns table (what text, name text, phone text, organisation text) language sql stable as $$
  with mine as (select c.* from app.coachings_of(app.my_member(), app.my_day()) c where c.id = of_coaching)
  select w.what, app.full_name(a.given_name, a.name_prefix, a.family_name), a.phone, o.name
  from mine c join app.leaver l on l.id = c.leaver_id left join app.desk_case k on k.id = c.case_id
  cross join lateral (values ('mentor', l.mentor_id), ('desk', k.owner_id), ('asker', case when c.case_id is null then c.asked_by end)) w (what, member)
  join app.membership m on m.id = w.member join app.account a on a.id = m.account_id join app.organisation o on o.id = m.organisation_id
$$;`;

/** The worker: what is over ends, the 16th birthday asks again, and coaches hear what is new; once a day each, on days that are not quiet. */
const keeping = `
create or replace function app.end_coachings(day date) returns int language plpgsql as $$
declare c app.coaching; why text; ended int := 0;
begin
  for c in select x.* from app.coaching x where x.ended_on is null order by x.id for update loop
    select case when l.destination = 'deceased' then 'deceased'
      when m.ended_on <= day or m.role <> 'transition-coach' then 'coach-left'
      when k.closed_on is not null then 'case-closed'
      when c.until_on < day then case when c.until_on < c.wanted_until and c.wanted_until >= day and c.needs_guardian then 'sixteen' else 'until' end
      when c.began_on is null and c.asked_on + ${coachTerms.answerDays} < day then 'until' end into why
    from app.leaver l join app.membership m on m.id = c.coach_id left join app.desk_case k on k.id = c.case_id where l.id = c.leaver_id;
    continue when why is null;
    perform app.end_coaching(c.id, why, day);
    ended := ended + 1;
    if why = 'sixteen' then
      insert into app.coaching (leaver_id, case_id, coach_id, asked_by, asked_of, asked_on, wanted_until, until_on, needs_guardian)
      values (c.leaver_id, c.case_id, c.coach_id, c.asked_by, c.asked_of, day, c.wanted_until, c.wanted_until, false);
      perform app.mail_student(c.leaver_id, 'coach-asked', day);
    end if;
  end loop;
  return ended;
end $$;
create or replace function app.coach_news(of_mail uuid, day date) returns table (coaching_id uuid, is_start boolean) language sql stable as $$
  select c.id, c.ended_on is null from app.mail x join app.reachable_on(coach_news.day) p on p.account_id = x.account_id and p.role = 'transition-coach'
  join app.coaching c on c.coach_id = p.member_id
  where x.id = of_mail and (c.end_told_on = x.day and c.ended_because <> 'coach'
    or c.start_told_on = x.day and exists (select from app.coachings_of(c.coach_id, coach_news.day) k where k.id = c.id))
$$;
create or replace function app.queue_coach_mails(day date) returns int language plpgsql as $$
declare queued int;
begin
  perform pg_advisory_xact_lock(hashtext('coach mails'));
  with fresh as (
    select p.*, c.id as coaching, c.ended_on from app.reachable_on(day) p join app.organisation o on o.id = p.organisation_id
    join app.coaching c on c.coach_id = p.member_id and (c.ended_on is null and c.began_on is not null and c.start_told_on is null
      or c.ended_on is not null and c.start_told_on is not null and c.end_told_on is null)
    where p.role = 'transition-coach' and not app.is_quiet(day, o.holiday_region, o.region)
      and not exists (select from app.mail m where m.account_id = p.account_id and m.day = queue_coach_mails.day and m.template = 'coach-news' and m.state <> 'dropped')),
  told as (update app.coaching c set start_told_on = coalesce(c.start_told_on, day), end_told_on = case when f.ended_on is null then c.end_told_on else day end
    from fresh f where f.coaching = c.id),
  mails as (insert into app.mail (account_id, to_address, organisation_id, region, template, day)
    select distinct on (account_id) account_id, email, organisation_id, region, 'coach-news', day from fresh order by account_id, organisation_id returning 1)
  select count(*) into queued from mails;
  return queued;
end $$;`;

const staff = ['mentor', 'school', 'desk'];
const DOORS = {
  'coach_candidates(date)': staff,
  'ask_coach(uuid, uuid, uuid, date, date)': staff,
  'coaches_of(uuid, uuid)': staff,
  'stop_coach(uuid, date)': staff,
  'my_coaches(date)': ['student', 'guardian'],
  'answer_coach(uuid, boolean, date)': ['student', 'guardian'],
  'note_coaching(uuid, text, text, date)': ['coach'],
  'hand_back_coaching(uuid, date)': ['coach'],
  'coached_contacts(uuid)': ['coach'],
};

export const coaches = [who, asking, answering, following, keeping, opened(DOORS)].join('\n');
