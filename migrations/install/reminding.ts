import { COUNTED_PARTS, PASSPORT_PARTS, REMINDED_LATELY_DAYS, reminderThings, type ReminderThing } from '#policy';
import { opened } from './students.ts';

const listed = (parts: readonly string[]): string => parts.map((code) => `'${code}'`).join(', ');

const raised = (thing: ReminderThing): string => `c.signal_kind in (${(reminderThings.find(({ code }) => code === thing)?.signals ?? []).map((code) => `'${code}'`).join(', ')})`;
const THING = `case when ${raised('call')} then 'call' when c.applications = 0 or ${raised('apply')} then 'apply' when parts.done < ${PASSPORT_PARTS.length} then 'passport' when c.turn = 'student' then 'answer' else 'look' end`;
/** What the student finished, and what their own page counts as done. */
const PARTS = `cross join lateral (select count(*) filter (where t.done and t.section in (${listed(PASSPORT_PARTS)}))::int as done,
    count(*) filter (where app.part_is_done(t) and t.section in (${listed(COUNTED_PARTS)}))::int as shown
  from app.section_text t where t.leaver_id = l.id) parts`;

/** Of those whom the asker may let in: whether a reminder can go, and about which one thing (rows of libs/policy/reminding). */
const WHO = `
create or replace function app.remindable(leavers uuid[], day date)
returns table (leaver_id uuid, name text, state text, thing text, done int, reminded_on date) language sql stable as $$
  select l.id, app.full_name(l.given_name, l.name_prefix, l.family_name),
    case when coalesce(d.settled, false) or c.phase = 'started' then 'settled'
      when m.id is null then 'not-in'
      when coalesce(a.private_email, a.email) is null then 'no-address'
      when last.on_day = day then 'today'
      when last.on_day > day - ${REMINDED_LATELY_DAYS} then 'recent' else 'ready' end,
    ${THING},
    parts.shown, last.on_day
  from app.leaver l join app.card c on c.leaver_id = l.id
  left join app.destination_rule d on d.code = l.destination
  left join app.membership m on m.leaver_id = l.id and m.role = 'student' and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day)
  left join app.account a on a.id = m.account_id
  left join lateral (select max(e.as_of) as on_day from app.event e where e.leaver_id = l.id and e.kind = 'student-reminded') last on true
  ${PARTS}
  where l.id = any(leavers) and app.may_let_in(l)
  order by l.sort_name, l.id
$$;`;

/** One mail each; whom it cannot go to is passed over. Answers how many are on their way. */
const SEND = `
create or replace function app.remind_students_now(leavers uuid[], day date) returns int language plpgsql as $$
declare l app.leaver; told int := 0;
begin
  for l in select * from app.leaver x where x.id = any(leavers) order by x.id for update loop
    continue when not exists (select from app.remindable(array[l.id], day) r where r.state in ('ready', 'recent'));
    perform app.mail_student(l.id, 'mentor-reminds', day);
    update app.mail x set page = jsonb_build_object('leaver', l.id) where x.template = 'mentor-reminds' and x.state = 'queued' and x.page = '{}'
      and x.account_id = (select m.account_id from app.membership m where m.leaver_id = l.id and m.role = 'student');
    perform app.tell_student(l, 'student-reminded', null, day);
    told := told + 1;
  end loop;
  return told;
end $$;`;

/** What the mail is about just before it goes; no row for who may not come in any more or needs nothing now. */
const OF_MAIL = `
create or replace function app.reminder_of(of_mail uuid, day date) returns table (school text, thing text, done int) language sql stable as $$
  select o.name, ${THING}, parts.shown
  from app.mail x join app.membership m on m.account_id = x.account_id and m.role = 'student' and m.leaver_id = (x.page ->> 'leaver')::uuid
  join app.leaver l on l.id = m.leaver_id join app.card c on c.leaver_id = l.id join app.organisation o on o.id = m.organisation_id
  left join app.destination_rule d on d.code = l.destination
  ${PARTS}
  where x.id = of_mail and app.may_enter(m, day) and (m.ended_on is null or m.ended_on > day) and not coalesce(d.settled, false) and c.phase <> 'started' limit 1
$$;`;

const DOORS = { 'remindable(uuid[], date)': ['mentor', 'school'], 'remind_students_now(uuid[], date)': ['mentor', 'school'] };

export const reminding = [WHO, SEND, OF_MAIL, opened(DOORS)].join('\n');
