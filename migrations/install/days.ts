/**
 * Who is born on 29 February has the birthday on 1 March in common years (rules 6). Working days are counted by sum, not one by
 * one: lists ask them of each row. 31 December 1899 was a Sunday.
 */
export const days = `
create or replace function app.birthday(born date, years int) returns date language sql immutable parallel safe
return case when extract(day from born + make_interval(years => years)) = extract(day from born)
  then (born + make_interval(years => years))::date
  else (born + make_interval(years => years))::date + 1 end;

create or replace function app.school_year_end(day date) returns date language sql immutable parallel safe
return make_date(extract(year from day)::int + case when extract(month from day) >= 8 then 1 else 0 end, 7, 31);

create or replace function app.weekdays_to(day date) returns int language sql immutable parallel safe
return (day - date '1899-12-31') / 7 * 5 + least((day - date '1899-12-31') % 7, 5);

create or replace function app.working_days(since date, until date) returns int language sql immutable parallel safe
return greatest(0, app.weekdays_to(until) - app.weekdays_to(since));`;
