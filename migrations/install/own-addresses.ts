import { CODE_TRIES } from '#policy';
import { opened } from './students.ts';

/** An own address of a student: it counts from when the code that went there came back, and the school never reads it. */
export const ownAddresses = `
create or replace function app.offer_address(given text, code bytea, valid_until timestamptz, day date, page jsonb) returns void language sql as $$
  with me as (select m.account_id from app.membership m where m.id = app.my_member() and m.role = 'student'),
  kept as (
    insert into app.new_address (account_id, address, code_hash, expires_at) select account_id, lower(given), code, valid_until from me
    on conflict (account_id) do update set address = excluded.address, code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0)
  insert into app.mail (account_id, to_address, template, day, page, expires_at) select account_id, lower(given), 'confirm-address', day, page, valid_until from me;
$$;

create or replace function app.confirm_address(code bytea) returns text language plpgsql as $$
declare n app.new_address;
begin
  select w.* into n from app.new_address w join app.membership m on m.account_id = w.account_id
  where m.id = app.my_member() and m.role = 'student' for update of w;
  if n.account_id is null or n.expires_at <= clock_timestamp() or n.tries >= ${CODE_TRIES} then return 'over'; end if;
  if n.code_hash <> code then
    update app.new_address set tries = tries + 1 where account_id = n.account_id;
    return case when n.tries + 1 >= ${CODE_TRIES} then 'over' else 'wrong' end;
  end if;
  delete from app.new_address where account_id = n.account_id;
  if exists (select from app.account a where a.id <> n.account_id and n.address in (lower(a.email), lower(a.private_email))) then return 'taken'; end if;
  update app.account set private_email = n.address where id = n.account_id;
  return 'done';
end $$;

create or replace function app.forget_address() returns void language sql as $$
  update app.account a set private_email = null from app.membership m where m.id = app.my_member() and m.role = 'student' and a.id = m.account_id;
  delete from app.new_address n using app.membership m where m.id = app.my_member() and n.account_id = m.account_id;
$$;
${opened({ 'offer_address(text, bytea, timestamptz, date, jsonb)': ['student'], 'confirm_address(bytea)': ['student'], 'forget_address()': ['student'] })}`;
