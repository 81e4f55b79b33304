import { DECIDES_ALONE_AT, READ_FIRST } from '#policy';
import { opened } from './students.ts';

/**
 * `moved`: how many days the clock stands from real time, in which moments are kept.
 * What a school may send of its own accord: statutory parts, each once the student answered it or had the time to read it. Who was
 * never let in could not read what the mentor wrote; then only what stands in the administration goes.
 */
const reportable = `
create or replace function app.could_read(leaver uuid, written_at timestamptz, day date, moved int) returns boolean language sql stable
return exists (select from app.membership m where m.leaver_id = leaver and m.role = 'student' and coalesce(m.accepted_at, m.invited_at) is not null)
  and greatest((written_at at time zone 'Europe/Amsterdam')::date + moved,
    (select min(e.as_of) from app.event e where e.leaver_id = leaver and e.kind in ('student-invited', 'sign-in-code-given', 'sign-in-letter-made'))) + ${READ_FIRST.days} <= day;

create or replace function app.reportable(leaver uuid, day date, moved int)
returns table (application_id uuid, section text, version int, contents jsonb, agrees boolean, objection text, until_on date) language sql stable as $$
  with receiver as (select a.id, app.share_end_on(a.starts_on) as until_on from app.receivers_of(leaver, day) a)
  select r.id, t.section, t.version, t.answers, s.agrees, nullif(s.reason, ''), r.until_on
  from receiver r join app.section_text t on t.leaver_id = leaver and t.done and t.answers <> '{}'
  join app.section_rule x on x.code = t.section and x.writer <> 'student' and x.basis = 'statutory'
  left join lateral (select a.agrees, a.reason from app.agreement a where (a.leaver_id, a.section, a.version) = (t.leaver_id, t.section, t.version)
    order by a.said_at desc limit 1) s on true
  where s.agrees is not null or app.could_read(leaver, t.written_at, day, moved)
  union all
  select r.id, x.code, hashtext(f.facts::text), f.facts, s.agrees, nullif(s.reason, ''), r.until_on
  from receiver r cross join app.section_rule x cross join lateral (select app.school_facts(leaver, x.code) as facts) f
  left join lateral (select a.agrees, a.reason from app.agreement a where (a.leaver_id, a.section, a.version) = (leaver, x.code, hashtext(f.facts::text)) order by a.said_at desc limit 1) s on true
  where x.writer = 'school-file' and x.basis = 'statutory' and f.facts is not null
$$;

create or replace function app.reported(leaver uuid) returns table (application_id uuid, section text, version int, agrees boolean, objection text, until_on date, sent_on date) language sql stable as $$
  select s.application_id, s.section, s.version, s.agrees, s.objection, s.until_on, h.shared_on
  from app.share s join app.sharing h on h.id = s.sharing_id and h.by_school where s.leaver_id = leaver and s.state = 'given'
$$;`;

/** Per application what can go and what went, for who writes the mentor's part; what the student shared by choice is not in it. */
const board = `
/** A summer team and a dean never see content (rules 10); a mentor answers for the own leavers, and nobody after a death. */
create or replace function app.reports_of(leaver uuid) returns boolean language sql stable
return app.part_writer() = 'mentor' and exists (select from app.leaver l where l.id = leaver and l.mentor_id = any(app.my_members()) and l.destination is distinct from 'deceased');

/** Not on the application: a college never learns on which ground it reads. */
create or replace function app.tell_report(leaver uuid, what text, day date) returns void language sql as $$
  insert into app.event (leaver_id, kind, as_of, audience, source, organisation_id, member_id) values (leaver, what, day, 'school', 'page', app.my_organisation(), app.my_member())
$$;

create or replace function app.report_board(leaver uuid, day date, moved int)
returns table (application uuid, college text, programme text, level int, status text, section text, version int, agrees boolean, "sentOn" date, "isNew" boolean) language sql stable as $$
  select a.id, o.name, p.name, p.level, a.status, coalesce(n.section, g.section), n.version, coalesce(n.agrees, g.agrees), g.sent_on,
    n.section is not null and (g.section is null or (n.version, n.agrees, n.objection, n.until_on) is distinct from (g.version, g.agrees, g.objection, g.until_on))
  from app.receivers_of(leaver, day) a join app.organisation o on o.id = a.college_id
  left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (a.college_id, a.crebo, a.pathway, a.starts_on)
  left join (app.reportable(leaver, day, moved) n full join app.reported(leaver) g on (g.application_id, g.section) = (n.application_id, n.section))
    on coalesce(n.application_id, g.application_id) = a.id
  where app.reports_of(leaver)
  order by a.preference nulls last, o.name, a.id
$$;`;

/**
 * Sends what the page showed, with the words that stood beside it. It stands beside what the student decides: a copy of the same part
 * that the student gave, or that waits for a parent, makes way for it and comes back with the taking back. Nothing new is 0; null is
 * none of the asker's.
 */
const sending = `
create or replace function app.send_report(application uuid, shown jsonb, day date, moved int, at timestamptz) returns int language plpgsql as $$
declare a app.application; act uuid; fresh uuid[];
begin
  select x.* into a from app.application x where x.id = application and app.reports_of(x.leaver_id);
  if a.id is null then return null; end if;
  perform from app.leaver l where l.id = a.leaver_id for update;
  insert into app.sharing (leaver_id, shared_at, shared_on, shared_by, needs_guardian, by_school) values (a.leaver_id, at, day, app.my_member(), false, true) returning id into act;
  update app.share w set state = 'replaced', ended_at = at from app.reportable(a.leaver_id, day, moved) n join jsonb_to_recordset(shown) as s (section text, version int) using (section, version)
  where w.state = 'waiting' and n.application_id = a.id and (w.application_id, w.section) = (n.application_id, n.section);
  with made as (
    insert into app.share (sharing_id, leaver_id, application_id, section, version, contents, agrees, objection, agreed_text, state, until_on)
    select act, a.leaver_id, a.id, n.section, n.version, n.contents, n.agrees, n.objection, s.text, 'waiting', n.until_on
    from app.reportable(a.leaver_id, day, moved) n join jsonb_to_recordset(shown) as s (section text, version int, text text) on (s.section, s.version) = (n.section, n.version)
    where n.application_id = a.id and not exists (select from app.reported(a.leaver_id) g
      where (g.application_id, g.section, g.version, g.until_on) = (n.application_id, n.section, n.version, n.until_on) and (g.agrees, g.objection) is not distinct from (n.agrees, n.objection))
    returning id)
  select array_agg(id) into fresh from made;
  if fresh is null then delete from app.sharing where id = act; return 0; end if;
  perform app.give_shares(fresh, at);
  perform app.mail_student(a.leaver_id, 'school-report-sent', day);
  perform app.tell_report(a.leaver_id, 'school-report-sent', day);
  return cardinality(fresh);
end $$;

/** Never a copy of something else than the student pressed for, nor one on which anybody came back since: then the mail asks to share again. */
create or replace function app.restore_shares(application uuid, day date) returns void language sql as $$
  with live as (
    select distinct on (w.section) w.id, n.contents, n.agrees, n.objection, w.early and n.early as early
    from app.share w join app.sharing h on h.id = w.sharing_id and not h.by_school join app.leaver l on l.id = w.leaver_id
    join app.shareable(w.leaver_id, day) n on (n.application_id, n.section, n.version) = (w.application_id, w.section, w.version) and n.agrees is not distinct from w.agrees
    where w.application_id = application and w.state = 'replaced' and w.until_on >= day
      and exists (select from app.share g join app.sharing r on r.id = g.sharing_id and r.by_school and r.shared_at = w.ended_at where (g.application_id, g.section) = (w.application_id, w.section))
      and exists (select from app.share o join app.section_rule r on r.code = o.section and r.writer = 'student' where o.application_id = w.application_id and o.state in ('given', 'waiting'))
      and not exists (select from app.share_choice c where (c.application_id, c.section) = (w.application_id, w.section) and c.wish = 'no')
      and not exists (select from app.agreement a where (a.leaver_id, a.section, a.version) = (w.leaver_id, w.section, w.version) and a.said_at > h.shared_at)
      and not exists (select from app.share o join app.sharing x on x.id = o.sharing_id and not x.by_school where o.application_id = w.application_id
        and (o.state in ('withdrawn', 'refused', 'lapsed') and o.ended_at > w.ended_at or o.section = w.section and (o.state in ('given', 'waiting') or x.shared_at > w.ended_at)))
      and (w.given_at is not null or day < app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) and exists (
        select from app.guardian_request q where q.leaver_id = w.leaver_id and q.answered_at is null and q.lapsed_at is null and q.ends_on >= day))
    order by w.section, h.shared_at desc)
  update app.share s set state = case when s.given_at is null then 'waiting' else 'given' end, ended_at = null, contents = v.contents, objection = v.objection, early = v.early
  from live v where v.id = s.id
$$;

create or replace function app.take_back_report(application uuid, day date, at timestamptz) returns int language plpgsql as $$
declare a app.application; stopped int;
begin
  select x.* into a from app.application x where x.id = application and app.reports_of(x.leaver_id);
  if a.id is null then return null; end if;
  update app.share s set state = 'withdrawn', ended_at = at, ended_by = app.my_member() from app.sharing h
  where h.id = s.sharing_id and h.by_school and s.state = 'given' and s.application_id = a.id;
  get diagnostics stopped = row_count;
  if stopped > 0 then
    perform app.restore_shares(a.id, day);
    perform app.mail_student(a.leaver_id, 'sharing-changed', day);
    perform app.tell_report(a.leaver_id, 'school-report-taken-back', day);
  end if;
  return stopped;
end $$;`;

const DOORS = { 'report_board(uuid, date, int)': ['mentor'], 'send_report(uuid, jsonb, date, int, timestamptz)': ['mentor'], 'take_back_report(uuid, date, timestamptz)': ['mentor'] };

export const schoolReports = [reportable, board, sending, opened(DOORS)].join('\n');
