import { DECIDES_ALONE_AT, SHARE_MONTHS } from '#policy';
import { opened } from './students.ts';

const own = `
/** What the school sent by itself stands for this application: the student neither shares nor stops it. */
create or replace function app.is_reported(application uuid, part text) returns boolean language sql stable as $$
  select exists (select from app.share g join app.sharing h on h.id = g.sharing_id and h.by_school
    where g.application_id = application and g.section = part and g.state = 'given')
$$;
create or replace function app.is_by_school(act uuid) returns boolean language sql stable as $$
  select h.by_school from app.sharing h where h.id = act
$$;

create or replace function app.own_leaver() returns app.leaver language sql stable as $$
  select l from app.leaver l join app.membership me on me.leaver_id = l.id and me.role = 'student' where me.id = app.my_member() and l.id = app.my_leaver()
$$;

create or replace function app.share_end_on(starts_on date) returns date language sql immutable
return (starts_on + make_interval(months => ${SHARE_MONTHS.months}))::date;

/** The applications with which something can be shared: alive, reported by a college, and not long begun. */
create or replace function app.receivers_of(leaver uuid, day date) returns setof app.application language sql stable as $$
  select a from app.application a join app.status_rule s on s.code = a.status
  where a.leaver_id = leaver and s.rank >= (select min(rank) from app.release_rule) and app.share_end_on(a.starts_on) >= day
$$;`;

/** What pressing the button would share on this day, as it stands now. A part of the school goes along once the student read and answered it. */
const shareable = `
create or replace function app.shareable(leaver uuid, day date)
returns table (application_id uuid, section text, version int, contents jsonb, files uuid[], agrees boolean, objection text, early boolean, until_on date)
language sql stable as $$
  with receiver as (select * from app.receivers_of(leaver, day)),
  chosen as (
    select r.id, t.section, t.version + app.file_changes(leaver, t.section) as version, app.answers_with_files(leaver, t.section, t.answers) as answers, c.wish, app.share_end_on(r.starts_on) as until_on
    from receiver r join app.share_choice c on c.application_id = r.id and c.wish <> 'no'
    join app.section_text t on t.leaver_id = leaver and t.section = c.section and t.done
    join app.section_rule x on x.code = t.section and x.writer = 'student')
  select id, section, version, answers, array(select (f #>> '{}')::uuid from jsonb_path_query(answers, '$.*.answer[*].file') f), null::boolean, null::text, wish = 'at-once', until_on from chosen where answers <> '{}'
  union all
  select c.id, t.section, t.version, t.answers, '{}', s.agrees, nullif(s.reason, ''), coalesce(w.wish = 'at-once', false), c.until_on
  from (select distinct id, until_on from chosen where answers <> '{}') c join app.section_text t on t.leaver_id = leaver and t.done and t.answers <> '{}'
  join app.section_rule x on x.code = t.section and x.writer <> 'student'
  left join app.share_choice w on w.application_id = c.id and w.section = t.section and w.wish <> 'no'
  join lateral (select a.agrees, a.reason from app.agreement a where (a.leaver_id, a.section, a.version) = (t.leaver_id, t.section, t.version)
    order by a.said_at desc limit 1) s on true
  where (x.basis = 'statutory' or w.wish is not null) and not app.is_reported(c.id, t.section)
  union all
  select c.id, x.code, hashtext(f.facts::text), f.facts, '{}', s.agrees, nullif(s.reason, ''), false, c.until_on
  from (select distinct id, until_on from chosen where answers <> '{}') c cross join app.section_rule x
  cross join lateral (select app.school_facts(leaver, x.code) as facts) f
  left join lateral (select a.agrees, a.reason from app.agreement a where (a.leaver_id, a.section, a.version) = (leaver, x.code, hashtext(f.facts::text)) order by a.said_at desc limit 1) s on true
  where x.writer = 'school-file' and f.facts is not null and not app.is_reported(c.id, x.code)
$$;`;

/** Makes what waits count: an older copy is replaced, the college gets its mark, the student a mail. */
const giving = `
create or replace function app.give_shares(shares uuid[], at timestamptz) returns int language plpgsql as $$
declare given int;
begin
  update app.share old set state = 'replaced', ended_at = at from app.share fresh
  where fresh.id = any(shares) and fresh.state = 'waiting' and old.state = 'given' and (old.application_id, old.section) = (fresh.application_id, fresh.section);
  update app.share set state = 'given', given_at = at where id = any(shares) and state = 'waiting';
  get diagnostics given = row_count;
  insert into app.dossier_step (application_id, step, at)
  select distinct s.application_id, 'received', at from app.share s join app.application a on a.id = s.application_id
  where s.id = any(shares) and s.state = 'given' and app.is_released(s.section, a.status, s.early) on conflict do nothing;
  return given;
end $$;

/** Once while it waits, for each school: a mail about one school says nothing of the other. */
create or replace function app.mail_student(leaver uuid, kind text, day date) returns void language sql as $$
  insert into app.mail (account_id, to_address, organisation_id, template, day)
  select a.id, lower(coalesce(a.private_email, a.email)), m.organisation_id, kind, day
  from app.membership m join app.account a on a.id = m.account_id
  where m.leaver_id = leaver and m.role = 'student' and m.accepted_at is not null and coalesce(a.private_email, a.email) is not null
    and not exists (select from app.mail x where (x.account_id, x.organisation_id, x.template) = (a.id, m.organisation_id, kind) and x.state = 'queued')
$$;`;

/**
 * Shares what the page showed, with the words that stood beside it; answers null when anything is otherwise by now, so that nobody
 * agrees to what they did not see. Under 16 it waits for a parent.
 */
const sharing = `
create or replace function app.share_passport(shown jsonb, day date, at timestamptz) returns uuid language plpgsql as $$
declare l app.leaver := app.own_leaver(); act uuid; young boolean; fresh uuid[];
begin
  if l.id is null or jsonb_array_length(shown) = 0 then return null; end if;
  perform from app.leaver x where x.id = l.id for update;
  young := day < app.birthday(l.birth_date, ${DECIDES_ALONE_AT});
  if exists (
    select from jsonb_to_recordset(shown) as s (application uuid, section text, version int, early boolean)
    full join app.shareable(l.id, day) n on (n.application_id, n.section, n.version, n.early) = (s.application, s.section, s.version, s.early)
    where s.section is null or n.section is null) then return null; end if;
  insert into app.sharing (leaver_id, shared_at, shared_on, shared_by, needs_guardian) values (l.id, at, day, app.my_member(), young) returning id into act;
  update app.share w set state = 'replaced', ended_at = at from app.shareable(l.id, day) n
  where w.state = 'waiting' and (w.application_id, w.section) = (n.application_id, n.section);
  with made as (
    insert into app.share (sharing_id, leaver_id, application_id, section, version, contents, files, agrees, objection, early, agreed_text, state, until_on)
    select act, l.id, n.application_id, n.section, n.version, n.contents, n.files, n.agrees, n.objection, n.early, s.text, 'waiting', n.until_on
    from app.shareable(l.id, day) n join jsonb_to_recordset(shown) as s (application uuid, section text, text text) on (s.application, s.section) = (n.application_id, n.section)
    where not exists (select from app.share g join app.sharing h on h.id = g.sharing_id and h.needs_guardian = young where g.state = 'given' and g.until_on = n.until_on and (g.application_id, g.section, g.version, g.early) = (n.application_id, n.section, n.version, n.early)
      and (g.agrees, g.objection) is not distinct from (n.agrees, n.objection))
    returning id)
  select array_agg(id) into fresh from made;
  if fresh is null then delete from app.sharing where id = act; return null; end if;
  if not young then
    update app.warm_handover h set asks_parent = false where h.leaver_id = l.id and h.asks_parent and h.state in ('asked', 'planned');
    perform app.give_shares(fresh, at);
    perform app.mail_student(l.id, 'passport-shared', day);
  end if;
  return act;
end $$;`;

/** Keeps a wish; nothing is shared by it, and saying no to what is shared stops it at once. */
const choosing = `
create or replace function app.choose_sharing(part text, wanted jsonb, day date, at timestamptz) returns void language plpgsql as $$
declare l app.leaver := app.own_leaver();
begin
  if l.id is null or not exists (select from app.section_rule r where r.code = part) then return; end if;
  insert into app.share_choice as c (leaver_id, application_id, section, wish, chosen_at)
  select l.id, a.id, part, case when w.value = 'at-once' and r.sensitivity <> 'special' then 'yes' else w.value end, at
  from jsonb_each_text(wanted) w join app.receivers_of(l.id, day) a on a.id = w.key::uuid join app.section_rule r on r.code = part
  on conflict (application_id, section) do update set wish = excluded.wish, chosen_at = excluded.chosen_at where c.wish <> excluded.wish;
  update app.share s set state = 'withdrawn', ended_at = at, ended_by = app.my_member() from app.share_choice c
  where s.leaver_id = l.id and s.section = part and s.state in ('given', 'waiting') and c.wish = 'no' and not app.is_by_school(s.sharing_id) and (c.application_id, c.section) = (s.application_id, s.section);
  update app.share s set state = 'withdrawn', ended_at = at, ended_by = app.my_member()
  where s.leaver_id = l.id and s.state in ('given', 'waiting') and not app.is_by_school(s.sharing_id) and not exists (
    select from app.share o join app.section_rule r on r.code = o.section and r.writer = 'student' where o.application_id = s.application_id and o.state in ('given', 'waiting'));
  update app.share s set early = false from app.share_choice c
  where s.leaver_id = l.id and s.section = part and s.early and s.state in ('given', 'waiting') and c.wish = 'yes' and (c.application_id, c.section) = (s.application_id, s.section);
end $$;

create or replace function app.stop_sharing(application uuid, day date, at timestamptz) returns int language plpgsql as $$
declare l app.leaver := app.own_leaver(); stopped int;
begin
  update app.share_choice c set wish = 'no', chosen_at = at where c.leaver_id = l.id and c.application_id = application and c.wish <> 'no';
  update app.share s set state = 'withdrawn', ended_at = at, ended_by = app.my_member()
  where s.leaver_id = l.id and s.application_id = application and s.state in ('given', 'waiting') and not app.is_by_school(s.sharing_id);
  get diagnostics stopped = row_count;
  update app.warm_handover h set state = 'not-needed', ended_on = stop_sharing.day, topics = '{}', contact_name = '', contact_reach = ''
  where h.leaver_id = l.id and h.application_id = application and h.state in ('asked', 'planned');
  return stopped;
end $$;`;

/** The worker, each day: what is past its last day ends. Row-level security keeps it closed from that day on, also before this ran. */
const ending = `
create or replace function app.end_shares(day date, at timestamptz) returns int language sql as $$
  with ended as (update app.share set state = 'expired', ended_at = at where state in ('given', 'waiting') and until_on < day returning 1)
  select count(*)::int from ended
$$;`;

const DOORS = {
  'shareable(uuid, date)': [],
  'share_passport(jsonb, date, timestamptz)': ['student'],
  'choose_sharing(text, jsonb, date, timestamptz)': ['student'],
  'stop_sharing(uuid, date, timestamptz)': ['student'],
  'my_shareable(date)': ['student'],
};

const asking = `
create or replace function app.my_shareable(day date) returns table (application_id uuid, section text, version int, contents jsonb, agrees boolean, objection text, early boolean)
language sql stable as $$
  select s.application_id, s.section, s.version, s.contents, s.agrees, s.objection, s.early from app.own_leaver() l, app.shareable(l.id, day) s
$$;`;

export const shares = [own, shareable, asking, giving, sharing, choosing, ending, opened(DOORS)].join('\n');
