/** From so many on, a plan is made with the ids at hand: one for any ids took ten minutes for 40,000. For one, planning takes longer than the work. */
const MANY = 100;

/**
 * After a change on a page or by a file: what follows from it for these leavers, at once. Signals that no longer hold close;
 * new ones wait for the sweep, so that they are in its mail. Runs as the worker; it tells the caller nothing. It waits while a
 * sweep is at work, which would otherwise open a signal for what has just been put right. Who locks rows before, takes the turn before that: otherwise both wait for each other.
 */
export const settle = `
drop function if exists app.refresh_cards(uuid[]);
create or replace function app.take_turn() returns void language sql as $$ select pg_advisory_xact_lock_shared(714010) $$;
create or replace function app.plan_for(many int) returns text language sql as $$
  select set_config('plan_cache_mode', case when many > ${MANY} then 'force_custom_plan' else 'force_generic_plan' end, true) $$;
create or replace function app.settle(day date, leavers uuid[]) returns void language plpgsql
set plan_cache_mode = auto as $$
declare moved uuid[];
begin
  perform app.plan_for(cardinality(leavers));
  perform app.take_turn();
  perform app.lapse_elsewhere(day, leavers);
  perform app.confirm_noted(day, leavers);
  select array_agg(signal_id) into moved from app.move_signals(day, leavers, false);
  if moved is not null then
    perform app.move_cases(day, moved, 'page');
    perform app.stop_mails(leavers);
  end if;
  if exists (select from app.leaver l where l.id = any(leavers) and l.destination = 'deceased') then
    perform app.close_in_silence(day, leavers);
    perform app.stop_mails(leavers);
  end if;
  perform app.close_settled(day, leavers);
  perform app.move_in_view(day, leavers);
  perform app.refresh_access(leavers);
  perform app.refresh_cards(day, leavers || app.end_silences(day, leavers));
end $$;

/** After a college reported: the standing of these applications, then what follows for their leavers. */
create or replace function app.settle_applications(day date, applications uuid[]) returns void language plpgsql as $$
begin
  perform app.refresh_statuses(applications);
  perform app.settle(day, array(select distinct leaver_id from app.application where id = any(applications) and leaver_id is not null));
end $$;

/** Nothing goes out any more about who died: what is queued forgets them, and a mail about nobody is dropped (rules 7). */
create or replace function app.stop_mails(leavers uuid[]) returns void language plpgsql as $$
declare
  subjects uuid[] := array(select s.id from app.signal s join app.leaver l on l.id = s.leaver_id
    where l.id = any(leavers) and l.destination = 'deceased');
  emptied uuid[] := array(select m.id from app.told(subjects) i join app.mail m on m.id = i.mail_id where m.state = 'queued');
begin
  perform app.untell(array_agg(i.mail_id), array_agg(i.signal_id), array_agg(i.reason)) from app.told(subjects) i where i.mail_id = any(emptied);
  update app.mail m set state = 'dropped' where m.state = 'queued' and (
    m.id = any(emptied) and not exists (select from app.told(m.about) i where i.mail_id = m.id)
    or lower(m.to_address) in (select lower(l.email) from app.leaver l
      where l.id = any(leavers) and l.destination = 'deceased' and l.email is not null));
end $$;`;
