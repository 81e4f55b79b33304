const MANY = 10_000;

/** What comes in by thousands in one transaction. */
const COUNTED = ['application', 'event', 'leaver', 'card', 'signal', 'desk_case', 'leaver_access', 'telling'];

/**
 * Counts anew each table of which many rows changed since the last count, so that the planner knows what came in by thousands.
 * Only an owner may: the worker owns nothing, and its own `analyze` would be passed over with no more than a warning. So this
 * one function stays the owner's; it takes nothing and gives nothing. The other counts what the open transaction itself wrote,
 * which the server's own counters do not know yet. A table that somebody else is counting is passed over: nobody waits.
 *
 * Pages plan a statement once per connection. Planned while a table was empty it reads each row of it for each row of its own, and
 * goes on doing so when thousands came in. Counting before the commit has it planned again before those rows can be seen.
 */
export const statistics = `
create or replace function app.refresh_statistics() returns void language plpgsql security definer set search_path = app, pg_temp as $$
declare grown text;
begin
  for grown in select t.relname from pg_stat_user_tables t
    where t.schemaname = 'app' and t.n_mod_since_analyze > greatest(${MANY}, t.n_live_tup / 5) order by t.relname
  loop
    execute format('analyze (skip_locked) app.%I', grown);
  end loop;
end $$;
create or replace function app.count_written(written text) returns void language plpgsql security definer set search_path = app, pg_temp as $$
begin
  if written in (${COUNTED.map((table) => `'${table}'`).join(', ')}) then execute format('analyze (skip_locked) app.%I', written); end if;
end $$;
revoke all on function app.refresh_statistics(), app.count_written(text) from public;
do $$ begin
  execute format('grant execute on function app.refresh_statistics(), app.count_written(text) to %I', (select role_prefix from app.installation) || 'as_worker');
end $$;`;
