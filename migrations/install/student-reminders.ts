import { PASSPORT_PARTS, studentReminders } from '#policy';

const OWN_PARTS = PASSPORT_PARTS.map((code) => `'${code}'`).join(', ');
const { waits, apply } = studentReminders;

/**
 * Students whose transfer still goes on, of the school year that ends or ended last. One mail for each spell of silence, and one for each
 * number of days before the last day to apply in time, also when the worker stood still on that day.
 */
export const studentReminderFunctions = `
create or replace function app.students_to_remind(day date) returns table (leaver_id uuid, account_id uuid, since date, no_application boolean, apply_before date) language sql stable as $$
  select l.id, m.account_id, greatest((m.accepted_at at time zone 'Europe/Amsterdam')::date, (select max(t.written_at at time zone 'Europe/Amsterdam')::date from app.section_text t where t.leaver_id = l.id)),
    not exists (select from app.application a join app.status_rule s on s.code = a.status and s.rank >= 10 where a.leaver_id = l.id), coalesce(own.not_applied_from, k.not_applied_from)
  from app.leaver l join app.membership m on m.leaver_id = l.id and m.role = 'student' and m.accepted_at is not null and (m.ended_on is null or m.ended_on > day)
  join app.calendar k on k.school_year = l.school_year
  left join app.region_calendar own on own.region = l.region and own.school_year = l.school_year
  left join app.destination_rule d on d.code = l.destination
  where not coalesce(d.settled, false) and app.may_enter(m, day) and day < coalesce(own.early_leaver_until, k.early_leaver_until)
    and not exists (select from app.application a where a.leaver_id = l.id and a.status = 'started')
$$;

create or replace function app.remind_students(day date) returns int language plpgsql as $$
declare r record; told int := 0; step date;
begin
  for r in select s.*, m.id as member_id from app.students_to_remind(day) s join app.membership m on m.account_id = s.account_id and m.leaver_id = s.leaver_id and m.role = 'student'
      join app.organisation o on o.id = m.organisation_id where not app.is_quiet(day, o.holiday_region, o.region) loop
    if r.since + ${waits.afterDays} <= day and app.mail_wanted(r.member_id, 'passport-waits', day)
      and (select count(*) from app.section_text t where t.leaver_id = r.leaver_id and t.done and t.section in (${OWN_PARTS})) < ${PASSPORT_PARTS.length}
      and not exists (select from app.mail x where x.account_id = r.account_id and x.template = 'passport-waits' and x.day >= r.since)
      and (select count(*) from app.mail x where x.account_id = r.account_id and x.template = 'passport-waits') < ${waits.most} then
      perform app.mail_student(r.leaver_id, 'passport-waits', day);
      told := told + 1;
    end if;
    select max(r.apply_before - n) into step from unnest(array[${apply.daysBefore.join(', ')}]) n where r.apply_before - n <= day and day < r.apply_before;
    if r.no_application and step is not null and app.mail_wanted(r.member_id, 'apply-in-time', day) and not exists (
      select from app.mail x where x.account_id = r.account_id and x.template = 'apply-in-time' and x.day >= step) then
      perform app.mail_student(r.leaver_id, 'apply-in-time', day);
      told := told + 1;
    end if;
  end loop;
  return told;
end $$;`;
