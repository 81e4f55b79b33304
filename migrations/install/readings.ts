import { READING_YEARS } from '#policy';

const MONTHS_AHEAD = 6;

/**
 * The lines of many requests at once: each a visitor, what was opened, and which leavers, cases or applications. A line about several leavers
 * becomes a row for each, a line about nobody whom we know stays one. Committed when it returns.
 */
const noteReadings = `
create or replace function app.note_readings(lines jsonb) returns int language sql as $$
  with line as (
    select l.*, row_number() over () as place from jsonb_to_recordset(lines) as l (account uuid, member uuid, person text, role text,
      reader uuid, organisation text, what text, way text, sections text[], leavers uuid[], cases uuid[], applications uuid[], rows int, address text)),
  about as (
    select place, unnest(leavers) as leaver_id from line
    union select line.place, c.leaver_id from line join app.desk_case c on c.id = any(line.cases)
    union select line.place, t.leaver_id from line join app.tie_candidate t on t.application_id = any(line.applications) and line.what = 'tie-opened'
    union select line.place, a.leaver_id from line join app.application a on a.id = any(line.applications) where a.leaver_id is not null),
  noted as (
    insert into app.reading (account_id, member_id, person, role, reader_organisation_id, organisation, leaver_id, leaver_number,
      school_id, what, way, sections, rows_shown, address)
    select l.account, l.member, l.person, l.role, l.reader, l.organisation, a.leaver_id, v.number, v.school_id, l.what, l.way,
      coalesce(l.sections, '{}'), coalesce(l.rows, 1), coalesce(l.address, '')
    from line l left join about a using (place) left join app.leaver v on v.id = a.leaver_id
    returning 1)
  select count(*)::int from noted
$$;`;

/** Who read about the student that asks, the newest first. */
const readersOfMe = `
create or replace function app.readers_of_me(size int default 50, skip int default 0)
returns table (at timestamptz, person text, role text, organisation text, what text, way text, sections text[]) language sql stable as $$
  select r.at, r.person, r.role, r.organisation, r.what, r.way, r.sections from app.reading r
  where r.leaver_id = (select app.my_leaver()) order by r.at desc, r.id desc limit size offset skip
$$;
revoke all on function app.readers_of_me(int, int) from public;
do $$ begin
  execute format('grant execute on function app.readers_of_me(int, int) to %I', (select role_prefix from app.installation) || 'as_student');
end $$;`;

/**
 * The leavers whom a privacy officer means by a number or a part of a name: of the own school, or read by the own people. Only
 * ids: who they are stays with who may see them.
 */
const soughtLeavers = `
create or replace function app.sought_leavers(typed text, words text[]) returns uuid[] language sql stable as $$
  with known as (
    select id from app.leaver where school_id = app.my_organisation()
    union select leaver_id from app.reading where reader_organisation_id = app.my_organisation() and leaver_id is not null)
  select coalesce(array_agg(l.id), '{}') from known k join app.leaver l using (id)
  where l.number = typed or (cardinality(words) > 0 and not exists (
    select from unnest(words) word where position(word in l.sort_name || ' ' || l.folded_given) = 0))
$$;
select app.give_to_worker('app.sought_leavers(text, text[])');
do $$ begin
  execute format('grant execute on function app.sought_leavers(text, text[]) to %I', (select role_prefix from app.installation) || 'as_privacy');
end $$;`;

/**
 * Makes the coming months and drops those that are older than the log is kept, by the clock of the database. It takes nothing, so
 * that nobody can make it forget sooner; only an owner can make and drop tables, so it stays the owner's.
 */
const renewMonths = `
create or replace function app.renew_reading_months() returns int language plpgsql security definer set search_path = app, pg_temp as $$
declare today date := (now() at time zone 'UTC')::date; month date; old record; dropped int := 0;
begin
  perform pg_advisory_xact_lock(hashtext('reading months'));
  for month in select m::date from generate_series(date_trunc('month', today::timestamp), today + interval '${MONTHS_AHEAD} months', interval '1 month') m loop
    if to_regclass('reading_month.m' || to_char(month, 'YYYY_MM')) is null then
      execute format('create table reading_month.%I partition of app.reading for values from (%L) to (%L)',
        'm' || to_char(month, 'YYYY_MM'), month || ' 00:00Z', (month + interval '1 month')::date || ' 00:00Z');
    end if;
  end loop;
  for old in select relname from pg_class where relnamespace = 'reading_month'::regnamespace and relkind = 'r'
    and relname < 'm' || to_char(today - interval '${READING_YEARS} years', 'YYYY_MM') loop
    execute format('drop table reading_month.%I', old.relname);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $$;
revoke all on function app.renew_reading_months() from public;
do $$ begin
  execute format('grant execute on function app.renew_reading_months() to %I', (select role_prefix from app.installation) || 'as_worker');
end $$;
select app.renew_reading_months();`;

export const readings = [noteReadings, readersOfMe, soughtLeavers, renewMonths].join('\n');

/** Called by the web log-in itself: one batch holds the lines of many visitors. */
export const readingFunctions = ['note_readings(jsonb)'];
