/** A form that came in after its session had ended by itself; who signed out has nothing kept. Real time. */
export const parkedForms = `
create or replace function app.park_form(session_hash bytea, form_hash bytea, content bytea, minutes int) returns boolean language plpgsql as $$
declare gone app.session;
begin
  select s.* into gone from app.session s where s.id = session_hash and app.session_end(s) <= clock_timestamp();
  if gone.id is null then return false; end if;
  delete from app.parked_form p where p.account_id = gone.account_id and p.id not in (
    select k.id from app.parked_form k where k.account_id = gone.account_id order by k.expires_at desc limit 2);
  insert into app.parked_form (id, account_id, membership_id, sealed, expires_at)
  values (form_hash, gone.account_id, gone.membership_id, content, clock_timestamp() + make_interval(mins => minutes));
  return true;
end $$;

/** Another account that comes with this browser never sees it, and after that nobody does. */
create or replace function app.open_parked_form(session_hash bytea, form_hash bytea) returns table (sealed bytea, membership_id uuid) language sql as $$
  with mine as (select s.account_id from app.session s where s.id = session_hash and app.session_end(s) > clock_timestamp()),
  gone as (
    delete from app.parked_form p using mine m
    where p.id = form_hash and (p.account_id <> m.account_id or p.expires_at <= clock_timestamp()))
  select p.sealed, p.membership_id from app.parked_form p join mine m on m.account_id = p.account_id
  where p.id = form_hash and p.expires_at > clock_timestamp()
$$;

create or replace function app.forget_parked_form(form_hash bytea) returns void language sql as $$
  delete from app.parked_form where id = form_hash
$$;`;

export const parkedFormFunctions = ['park_form(bytea, bytea, bytea, int)', 'open_parked_form(bytea, bytea)', 'forget_parked_form(bytea)'];
