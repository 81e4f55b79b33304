const MANY = 500;

/**
 * One sweep: signals, cases, silences, what lists show, and the mails about it, in the transaction of the caller. Several at the
 * same moment take turns, and whoever comes second finds nothing left to do. Gives nothing for a day before the last one swept.
 * What it writes it also reads, before anybody could count those rows: a loop over what is thought to be few would take minutes,
 * so a large sweep may not plan one.
 */
export const sweep = `
create or replace function app.run_sweep(day date, monday boolean) returns setof app.sweep language plpgsql
set plan_cache_mode = force_custom_plan set work_mem = '64MB' as $$
#variable_conflict use_column
declare
  last_day date;
  done app.sweep;
  signals uuid[];
  leavers uuid[];
begin
  perform pg_advisory_xact_lock(714010), set_config('app.sweeping', 'yes', true);
  select max(s.day) into last_day from app.sweep s;
  if run_sweep.day < last_day then return; end if;
  perform app.refresh_statistics();
  done.day := run_sweep.day;
  done.ended_at := clock_timestamp();
  select count(*) into done.checked from app.leaver;
  select coalesce(array_agg(signal_id), '{}'), coalesce(array_agg(leaver_id), '{}'),
    count(*) filter (where moved = 'opened'), count(*) filter (where moved = 'escalated'), count(*) filter (where moved = 'closed')
    into signals, leavers, done.opened, done.escalated, done.closed from app.move_signals(run_sweep.day, null, true);
  perform set_config('enable_nestloop', (cardinality(signals) < ${MANY})::text, true);
  perform app.move_cases(run_sweep.day, signals, 'sweep');
  leavers := leavers || app.move_in_view(run_sweep.day, null) || app.move_silences(run_sweep.day) || app.noted_turned(last_day, run_sweep.day) || array(
    select a.leaver_id from app.application a where a.leaver_id is not null
      and (a.last_event_on > coalesce(last_day, run_sweep.day) or a.applied_on > coalesce(last_day, run_sweep.day)));
  if leavers <> '{}' then
    perform app.close_settled(run_sweep.day, leavers);
    perform set_config('enable_nestloop', (cardinality(leavers) < ${MANY})::text, true);
    perform app.refresh_access(leavers);
    perform app.refresh_cards(run_sweep.day, leavers);
  end if;
  perform app.note_clocks(run_sweep.day);
  perform set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true), set_config('enable_sort', 'off', true);
  done.mails := app.queue_digests(run_sweep.day, last_day, monday);
  perform set_config('enable_nestloop', 'on', true), set_config('enable_mergejoin', 'on', true), set_config('enable_sort', 'on', true);
  if cardinality(signals) >= ${MANY} then
    perform app.count_written(t) from unnest(array['signal', 'desk_case', 'leaver_access', 'telling']) t; -- for pages (statistics.ts)
  end if;
  if run_sweep.day = last_day and done.opened + done.escalated + done.closed + done.mails = 0 then return next done; return; end if;
  insert into app.sweep as s select done.* on conflict (day) do update
    set (ended_at, opened, escalated, closed, mails)
      = (excluded.ended_at, s.opened + excluded.opened, s.escalated + excluded.escalated, s.closed + excluded.closed, s.mails + excluded.mails);
  return next done;
end $$;`;
