import { USUAL_SUMMER } from '#policy';

const usual = (year: string, monthDay: string): string => `(${year} || '-${monthDay}')::date`;

/**
 * Which days are quiet (rules 7): reminders wait for the next day that is not, start alerts never wait. A holiday region is what
 * the file of organisations says, in any case. Who has none is quiet when all three are.
 * With an RMC region, its own holidays count instead of the usual ones.
 */
export const quietDays = `
/** The school holidays as a region has them: the usual ones unless it set others. */
create or replace function app.holidays_of(region text)
returns table (school_year text, holiday_region text, kind text, first_day date, last_day date) language sql stable parallel safe as $$
  with own as materialized (
    select distinct on (c.school_year, c.field) c.school_year, c.field, c.value from app.calendar_change c
    where c.region = holidays_of.region and c.field ~ '^(noord|midden|zuid)-' order by c.school_year, c.field, c.id desc)
  select h.school_year, h.holiday_region, h.kind, h.first_day, h.last_day from app.holiday_rule h
  where not exists (select from own where own.value is not null and own.school_year = h.school_year and own.field = h.holiday_region || '-' || h.kind)
  union all
  select o.school_year, split_part(o.field, '-', 1), split_part(o.field, '-', 2), split_part(o.value, '/', 1)::date, split_part(o.value, '/', 2)::date
  from own o where o.value is not null
$$;

/** The school holiday a day falls in (autumn, christmas, spring, may, summer), or null. */
create or replace function app.school_break(day date, holiday_region text, region text default null) returns text language sql stable parallel safe as $$
  select h.kind from app.holidays_of(region) h
  where school_break.day between h.first_day and h.last_day
    and (lower(school_break.holiday_region) = h.holiday_region
      or lower(school_break.holiday_region) in ('noord', 'midden', 'zuid') is not true)
  group by h.kind
  having count(*) = case when lower(school_break.holiday_region) in ('noord', 'midden', 'zuid') then 1 else 3 end
$$;

create or replace function app.is_quiet(day date, holiday_region text, region text default null) returns boolean language sql stable parallel safe as $$
  select extract(isodow from day) > 5
    or exists (select from app.feast_rule f where f.day = is_quiet.day)
    or app.school_break(day, holiday_region, region) is not null
$$;

/** The last weekday before the summer holiday at the end of a school year. Without a holiday region: before the latest of the three. */
create or replace function app.last_school_day(school_year text, holiday_region text, region text default null) returns date language sql stable parallel safe as $$
  select first_day - case extract(isodow from first_day) when 7 then 2 when 1 then 3 else 1 end
  from (select coalesce(max(h.first_day) filter (where h.holiday_region = lower(last_school_day.holiday_region)), max(h.first_day),
      ${usual('right(last_school_day.school_year, 4)', USUAL_SUMMER.first)}) as first_day
    from app.holidays_of(region) h where h.kind = 'summer' and h.school_year = last_school_day.school_year) summer
$$;

/** The first weekday after the summer holiday that comes before a school year. Without a holiday region: after the earliest of the three. */
create or replace function app.first_school_day(school_year text, holiday_region text, region text default null) returns date language sql stable parallel safe as $$
  select last_day + case extract(isodow from last_day) when 5 then 3 when 6 then 2 else 1 end
  from (select coalesce(min(h.last_day) filter (where h.holiday_region = lower(first_school_day.holiday_region)), min(h.last_day),
      ${usual('left(first_school_day.school_year, 4)', USUAL_SUMMER.last)}) as last_day
    from app.holidays_of(region) h where h.kind = 'summer' and right(h.school_year, 4) = left(first_school_day.school_year, 4)) summer
$$;`;
