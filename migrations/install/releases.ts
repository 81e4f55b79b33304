/** What is given counts as readable at once, when its moment is there already. */
const given = `
create or replace function app.mark_readable() returns trigger language plpgsql as $$
begin
  if exists (select from app.application a where a.id = new.application_id and app.is_released(new.section, a.status, new.early)) then new.readable_at := new.given_at; end if;
  return new;
end $$;
select app.give_to_worker('app.mark_readable()');
create or replace trigger mark_readable before insert or update of state on app.share for each row
  when (new.state = 'given' and new.readable_at is null) execute function app.mark_readable();`;

/** The moment of what was given before comes with a status of the application, whoever reports it, for a whole file at once. */
const released = `
create or replace function app.release_shares() returns trigger language plpgsql as $$
begin
  if not exists (select from app.share s where s.state = 'given' and s.readable_at is null) then return null; end if;
  with released as (
    update app.share s set readable_at = clock_timestamp() from fresh f
    where s.application_id = f.id and s.state = 'given' and s.readable_at is null and app.is_released(s.section, f.status, s.early) returning s.application_id)
  insert into app.dossier_step (application_id, step, at) select distinct r.application_id, 'received', clock_timestamp() from released r on conflict do nothing;
  return null;
end $$;
select app.give_to_worker('app.release_shares()');
create or replace trigger release_shares after update on app.application referencing new table as fresh for each statement execute function app.release_shares();`;

export const releases = [given, released].join('\n');
