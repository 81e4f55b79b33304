import { calendarFields, caseClocks } from '#policy';

const column = (code: string): string => code.replaceAll('-', '_');
const columns = calendarFields.map(({ code, kind }) => `(max(value) filter (where field = '${code}'))::${kind === 'date' ? 'date' : 'int'} as ${column(code)}`);
const usualClock = `case code ${caseClocks.map(({ code, workingDays }) => `when '${code}' then ${workingDays}`).join(' ')} end`;

/** What of a region's calendar differs from the usual one: null where it does not. To be joined once, beside app.calendar. */
export const regionCalendars = `
create or replace view app.region_calendar with (security_invoker = true) as
select region, school_year, ${columns.join(',\n  ')}
from (select distinct on (c.region, c.school_year, c.field) c.region, c.school_year, c.field, c.value
  from app.calendar_change c order by c.region, c.school_year, c.field, c.id desc) last
where value is not null group by region, school_year;
grant select on app.region_calendar to public;

/** Working days of a case's clock (pick-up, contact, intake), for a case that opened on a day. */
create or replace function app.clock_days(region text, code text, day date) returns int language sql stable parallel safe as $$
  select coalesce((select c.value from app.calendar_change c
    where c.region = clock_days.region and c.school_year = (extract(year from app.school_year_end(clock_days.day)) - 1) || '-' || extract(year from app.school_year_end(clock_days.day))
      and c.field = clock_days.code order by c.id desc limit 1)::int, ${usualClock})
$$;

/** Rules 8: not picked up in two working days, or ten without contact; a region may have other clocks. */
create or replace function app.is_late(opened_on date, picked_up_on date, contacted_on date, day date, region text default null) returns boolean
language sql stable parallel safe
return picked_up_on is null and app.working_days(opened_on, day) > app.clock_days(region, 'pick-up', opened_on)
  or contacted_on is null and app.working_days(opened_on, day) > app.clock_days(region, 'contact', opened_on);`;
