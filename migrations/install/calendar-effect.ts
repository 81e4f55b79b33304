import { FEWEST_SHOWN } from '#policy';

const shown = (count: string): string => `case when ${count} between 1 and ${FEWEST_SHOWN - 1} then null else ${count}::int end`;

/**
 * What changes to the calendar of the asking region would do today: how many of its leavers get a signal, lose it or get another,
 *  how many of its open cases become late or no longer are,
 * how many that nobody has would close, and how many stay open because somebody has them, at which desks. The very questions of a sweep, asked with the changes written and
 * then taken back. Counts only, and null is fewer than may be told; then no desk is named either.
 */
export const calendarEffect = `
create or replace function app.calendar_effect(day date, school_year text, changes jsonb)
returns table (more int, fewer int, other int, late int, not_late int, closing int, kept int, kept_at text) language plpgsql as $$
#variable_conflict use_column
declare
  mine text := app.my_region();
  asked uuid[] := array(select l.id from app.leaver l where l.region = mine and l.school_year = calendar_effect.school_year);
  before jsonb; later jsonb; late_before uuid[]; late_after uuid[]; lost uuid[];
begin
  before := (select jsonb_object_agg(j.leaver_id, j.kind) from app.judged_on(calendar_effect.day, asked) j where j.kind is not null);
  late_before := app.late_of_region(mine, calendar_effect.day);
  begin
    insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at)
    select mine, calendar_effect.school_year, c.key, c.value #>> '{}', calendar_effect.day, clock_timestamp() from jsonb_each(changes) c;
    later := (select jsonb_object_agg(j.leaver_id, j.kind) from app.judged_on(calendar_effect.day, asked) j where j.kind is not null);
    late_after := app.late_of_region(mine, calendar_effect.day);
    raise exception 'only a question' using errcode = 'OV001';
  exception when sqlstate 'OV001' then null;
  end;
  lost := array(select b.key::uuid from jsonb_each_text(coalesce(before, '{}')) b join app.signal_rule r on r.code = b.value and r.start_alert
    where not exists (select from app.signal_rule n where n.code = later ->> b.key and n.start_alert));
  return query
  with compared as (
    select b.value as was, a.value as becomes from jsonb_each_text(coalesce(before, '{}')) b full join jsonb_each_text(coalesce(later, '{}')) a using (key)),
  counted as (
    select count(*) filter (where was is null) as more, count(*) filter (where becomes is null) as fewer, count(*) filter (where was <> becomes) as other,
      (select count(*) from unnest(late_after) id where id <> all(late_before)) as late, (select count(*) from unnest(late_before) id where id <> all(late_after)) as not_late
    from compared),
  cases as (
    select count(*) filter (where c.owner_id is null) as closing, count(*) filter (where c.owner_id is not null) as kept,
      string_agg(distinct case when o.region = mine then o.name else 'een bureau van een andere regio' end, ', ') filter (where c.owner_id is not null) as kept_at
    from app.desk_case c left join app.organisation o on o.id = c.desk_id where c.closed_on is null and c.leaver_id = any(lost))
  select ${['more', 'fewer', 'other', 'late', 'not_late', 'closing', 'kept'].map(shown).join(', ')}, case when kept >= ${FEWEST_SHOWN} then kept_at end from counted, cases;
end $$;

create or replace function app.late_of_region(region text, day date) returns uuid[] language sql stable as $$
  select array(select c.id from app.desk_case c join app.organisation o on o.id = c.desk_id
    where o.region = late_of_region.region and c.closed_on is null and app.is_late(coalesce(c.at_desk_since, c.opened_on), c.picked_up_on, c.contacted_on, day, o.region))
$$;
revoke execute on function app.late_of_region(text, date), app.calendar_effect(date, text, jsonb) from public;
do $$
declare prefix text := (select role_prefix from app.installation);
begin
  execute format('grant execute on function app.calendar_effect(date, text, jsonb) to %I', prefix || 'as_region');
end $$;`;

export const calendarEffectFunctions = ['calendar_effect(date, text, jsonb)', 'late_of_region(text, date)'];
