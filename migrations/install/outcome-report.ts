import { staffRoles, wordFor } from '#policy';

const readers = staffRoles.map(({ code }) => code).filter((code) => wordFor('outcome-report:see', code) !== 'never').map((code) => `'${code}'`).join(', ');

/**
 * The counts of the yearly report for the region of who asks, in one pass over its cases. A case counts for who has it, with what earlier desks did; one closed
 * without an outcome (rules 7) nowhere. Whoever has no business with the report gets no row.
 */
export const outcomeReport = `
create or replace function app.age_counted(birth_date date, day date) returns text language sql immutable
return case when day >= app.birthday(birth_date, 18) then '18-up' when day >= app.birthday(birth_date, 17) then '17' else 'under-17' end;

create or replace function app.outcome_report(first_day date, last_day date) returns table (section text, code text, cut text, of text, count int) language sql stable as $$
  with home as materialized (
    select o.region from app.membership me join app.organisation o on o.id = me.organisation_id where me.id = app.my_member() and me.role in (${readers})),
  everything as materialized (
    select c.id, c.number, c.counted_age, c.counted_repeat, c.opened_on, c.closed_on, c.outcome, f.approached_on, f.intake_on, f.trajectory_on, f.trajectory_ended_on, l.birth_date, l.folded_given, l.folded_family, coalesce(nullif(l.municipality, ''), 'onbekend') as town, s.kind
    from app.desk_case c join app.leaver l on l.id = c.leaver_id join app.signal s on s.id = c.signal_id left join app.organisation o on o.id = c.desk_id
    cross join lateral app.first_days(c) f
    where coalesce(o.region, c.queue_region) = (select region from home) and c.opened_on <= last_day and not (c.closed_on is not null and c.outcome is null)),
  counted as materialized (
    select e.*, coalesce(e.counted_age, app.age_counted(e.birth_date, e.opened_on)) as age,
      e.opened_on >= first_day as is_new, coalesce(e.counted_repeat, row_number() over (partition by e.birth_date, e.folded_given, e.folded_family order by e.opened_on, e.number) > 1) as is_repeat
    from everything e),
  facts as (
    select c.age, c.town, f.section, f.code from counted c cross join lateral (values
      ('steps', case when c.is_new then 'signalled' end),
      ('steps', case when c.approached_on between first_day and last_day then 'approached' end),
      ('steps', case when c.intake_on between first_day and last_day then 'intake' end),
      ('steps', case when c.trajectory_on between first_day and last_day then 'trajectory' end),
      ('steps', case when c.trajectory_ended_on between first_day and last_day then 'trajectory-ended' end),
      ('steps', case when c.closed_on between first_day and last_day then 'closed' end),
      ('source', case when c.is_new then case when c.kind in ('no-show', 'dropped-out') then 'college' when c.kind in ('start-unconfirmed', 'no-place-at-start') then 'overstap' else 'other-source' end end),
      ('origin', case when c.is_new and c.is_repeat then 'repeat' when c.is_new then 'new' when c.closed_on is null or c.closed_on >= first_day then 'continuing' end),
      ('speed', case when c.intake_on between first_day and last_day then case when c.intake_on - c.opened_on < 14 then 'under-2-weeks' when c.intake_on - c.opened_on <= 28 then '2-to-4-weeks' else 'over-4-weeks' end end),
      ('destination', case when c.closed_on between first_day and last_day then c.outcome end)) as f (section, code)
    where f.code is not null)
  select section, code, case when grouping(age) = 0 then 'age' when grouping(town) = 0 then 'town' else 'all' end, coalesce(age, town, 'all'), count(*)::int
  from facts group by grouping sets ((section, code), (section, code, age), (section, code, town))
$$;`;

export const outcomeReportFunctions = ['outcome_report(date, date)'];
