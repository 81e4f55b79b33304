/** Who is born on 29 February has the birthday on 1 March in common years (rules 6). */
export const days = `
create or replace function app.birthday(born date, years int) returns date language sql immutable parallel safe
return case when extract(day from born + make_interval(years => years)) = extract(day from born)
  then (born + make_interval(years => years))::date
  else (born + make_interval(years => years))::date + 1 end;

create or replace function app.school_year_end(day date) returns date language sql immutable parallel safe
return make_date(extract(year from day)::int + case when extract(month from day) >= 8 then 1 else 0 end, 7, 31);

create or replace function app.working_days(since date, until date) returns int language sql immutable parallel safe
return (select count(*)::int from generate_series(since + 1, until, interval '1 day') day where extract(isodow from day) < 6);`;
