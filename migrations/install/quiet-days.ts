import { USUAL_SUMMER } from '#policy';

const usual = (year: string, monthDay: string): string => `(${year} || '-${monthDay}')::date`;

/**
 * Which days are quiet (rules 7): reminders wait for the next day that is not, start alerts never wait. A holiday region is what
 * the file of organisations says, in any case. Who has none is quiet when all three are.
 */
export const quietDays = `
/** The school holiday a day falls in (autumn, christmas, spring, may, summer), or null. */
create or replace function app.school_break(day date, holiday_region text) returns text language sql stable parallel safe as $$
  select h.kind from app.holiday_rule h
  where school_break.day between h.first_day and h.last_day
    and (lower(school_break.holiday_region) = h.holiday_region
      or lower(school_break.holiday_region) in ('noord', 'midden', 'zuid') is not true)
  group by h.kind
  having count(*) = case when lower(school_break.holiday_region) in ('noord', 'midden', 'zuid') then 1 else 3 end
$$;

create or replace function app.is_quiet(day date, holiday_region text) returns boolean language sql stable parallel safe as $$
  select extract(isodow from day) > 5
    or exists (select from app.feast_rule f where f.day = is_quiet.day)
    or app.school_break(day, holiday_region) is not null
$$;

/** The last weekday before the summer holiday at the end of a school year. Without a holiday region: before the latest of the three. */
create or replace function app.last_school_day(school_year text, holiday_region text) returns date language sql stable parallel safe as $$
  select first_day - case extract(isodow from first_day) when 7 then 2 when 1 then 3 else 1 end
  from (select coalesce(max(h.first_day) filter (where h.holiday_region = lower(last_school_day.holiday_region)), max(h.first_day),
      ${usual('right(last_school_day.school_year, 4)', USUAL_SUMMER.first)}) as first_day
    from app.holiday_rule h where h.kind = 'summer' and h.school_year = last_school_day.school_year) summer
$$;

/** The first weekday after the summer holiday that comes before a school year. Without a holiday region: after the earliest of the three. */
create or replace function app.first_school_day(school_year text, holiday_region text) returns date language sql stable parallel safe as $$
  select last_day + case extract(isodow from last_day) when 5 then 3 when 6 then 2 else 1 end
  from (select coalesce(min(h.last_day) filter (where h.holiday_region = lower(first_school_day.holiday_region)), min(h.last_day),
      ${usual('left(first_school_day.school_year, 4)', USUAL_SUMMER.last)}) as last_day
    from app.holiday_rule h where h.kind = 'summer' and right(h.school_year, 4) = left(first_school_day.school_year, 4)) summer
$$;`;
