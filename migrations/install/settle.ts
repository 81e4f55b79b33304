/**
 * After a change on a page: what follows from it for these leavers, at once. Signals that no longer hold close; new ones wait
 * for the sweep, so that they are in its mail. Runs as the worker; it tells the caller nothing.
 */
export const settle = `
create or replace function app.settle(day date, leavers uuid[]) returns void language plpgsql as $$
declare moved uuid[];
begin
  select array_agg(signal_id) into moved from app.move_signals(day, leavers, false);
  if moved is not null then perform app.move_cases(day, moved); end if;
  perform app.refresh_access(leavers);
  perform app.refresh_cards(leavers);
end $$;

/** After a college reported on its page: the standing of these applications, then what follows for their leavers. */
create or replace function app.settle_applications(day date, applications uuid[]) returns void language plpgsql as $$
begin
  perform app.refresh_statuses(applications);
  perform app.settle(day, array(select distinct leaver_id from app.application where id = any(applications) and leaver_id is not null));
end $$;`;
