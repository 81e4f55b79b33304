/**
 * Whose session opens nothing yet. Who came by a provider that asks a second factor has second_factor_at from the start; students,
 * parents and the example region need none.
 */
export const secondFactorNeeded = `
create or replace function app.needs_second_factor(how text, role text) returns boolean language sql stable as $$
  select how <> 'example' and role not in ('student', 'guardian') and (select origin from app.installation) is distinct from 'example'
$$;`;

/** Proving the second factor. A session that does gets a new id, and who has it sees what the role may see. */
export const secondFactor = `
create or replace function app.alive(session_hash bytea) returns table (account_id uuid, member_id uuid, needed boolean, passed_at timestamptz)
language sql stable as $$
  select s.account_id, m.id, app.needs_second_factor(s.how, m.role), s.second_factor_at
  from app.session s join app.membership m on m.id = s.membership_id where s.id = session_hash and app.session_end(s) > clock_timestamp()
$$;

create or replace function app.factors_of(session_hash bytea)
returns table (account_id uuid, email text, person text, needed boolean, passed boolean, recent boolean, passkeys jsonb, code_app jsonb, codes_left int)
language sql stable as $$
  select a.id, a.email, app.full_name(a.given_name, a.name_prefix, a.family_name), s.needed, s.passed_at is not null,
    coalesce(s.passed_at > clock_timestamp() - interval '10 minutes', false),
    (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'credential', p.credential_id, 'transports', p.transports,
        'madeAt', p.made_at, 'lastUsedAt', p.last_used_at) order by p.made_at), '[]') from app.passkey p where p.account_id = a.id),
    (select jsonb_build_object('madeAt', c.made_at, 'lastUsedAt', c.last_used_at) from app.code_app c where c.account_id = a.id),
    (select count(*)::int from app.recovery_code r where r.account_id = a.id and r.used_at is null)
  from app.alive(session_hash) s join app.account a on a.id = s.account_id
$$;

/** Wrong codes make somebody wait: a quarter of an hour after five, twice as long after each one more, four hours at most. */
create or replace function app.code_wait(who uuid) returns int language sql stable as $$
  select case when count(*) < 5 then 0 else greatest(0, ceil(extract(epoch from
    max(tried_at) + least(15 * 2 ^ (count(*) - 5), 240) * interval '1 minute' - clock_timestamp())))::int end
  from app.code_try where account_id = who and tried_at > clock_timestamp() - interval '1 day'
$$;

/** Counts a try before the code is looked at, one at a time, so that many at once count too; a right code takes the tries away. */
create or replace function app.try_code(session_hash bytea) returns table (account_id uuid, wait int, next_wait int, secret bytea) language plpgsql as $$
#variable_conflict use_column
declare who uuid; seconds int;
begin
  select s.account_id into who from app.alive(session_hash) s;
  perform from app.account where id = who for update;
  if not found then return; end if;
  seconds := app.code_wait(who);
  if seconds = 0 then insert into app.code_try (account_id) values (who); end if;
  return query select who, seconds, app.code_wait(who), (select c.secret from app.code_app c where c.account_id = who);
end $$;

create or replace function app.pass_session(session_hash bytea, new_hash bytea) returns boolean language plpgsql as $$
declare who uuid;
begin
  update app.session s set id = new_hash, second_factor_at = clock_timestamp()
  where id = session_hash and app.session_end(s) > clock_timestamp() returning account_id into who;
  delete from app.code_try where account_id = who;
  return who is not null;
end $$;

create or replace function app.pass_by_app(session_hash bytea, new_hash bytea, step bigint) returns boolean language plpgsql as $$
begin
  update app.code_app set last_step = step, last_used_at = clock_timestamp()
  where account_id = (select s.account_id from app.alive(session_hash) s) and last_step < step;
  return found and app.pass_session(session_hash, new_hash);
end $$;

create or replace function app.pass_by_recovery_code(session_hash bytea, new_hash bytea, code bytea, day date, page jsonb) returns boolean
language plpgsql as $$
declare asker record;
begin
  select * into asker from app.alive(session_hash);
  update app.recovery_code set used_at = clock_timestamp() where account_id = asker.account_id and hash = code and used_at is null;
  if not found then return false; end if;
  perform app.note_factor_change(asker.account_id, 'code-used', asker.member_id, day, page);
  return app.pass_session(session_hash, new_hash);
end $$;

/** A counter that does not grow betrays a copy; passkeys that are kept in several places do not count, and say nought. */
create or replace function app.pass_by_passkey(session_hash bytea, new_hash bytea, credential text, seen bigint) returns boolean
language plpgsql as $$
begin
  update app.passkey set counter = seen, last_used_at = clock_timestamp()
  where account_id = (select s.account_id from app.alive(session_hash) s) and credential_id = credential
    and (seen > counter or (seen = 0 and counter = 0));
  return found and app.pass_session(session_hash, new_hash);
end $$;

create or replace function app.passkey_of(session_hash bytea, credential text)
returns table (public_key bytea, counter bigint, transports text[]) language sql stable as $$
  select p.public_key, p.counter, p.transports from app.passkey p join app.alive(session_hash) s on s.account_id = p.account_id
  where p.credential_id = credential
$$;

create or replace function app.give_challenge(session_hash bytea, challenge text, until timestamptz) returns void language sql as $$
  delete from app.passkey_challenge where expires_at < clock_timestamp();
  insert into app.passkey_challenge (challenge, session_id, expires_at) select challenge, session_hash, until from app.alive(session_hash)
$$;

create or replace function app.use_challenge(session_hash bytea, given text) returns boolean language sql as $$
  with used as (delete from app.passkey_challenge where challenge = given and session_id = session_hash returning expires_at)
  select coalesce((select expires_at > clock_timestamp() from used), false)
$$;

/** Remembers a device; somebody who has others already hears of a new one by mail. */
create or replace function app.note_device(session_hash bytea, seen bytea, day date, page jsonb) returns void language plpgsql as $$
declare who uuid; had_others boolean;
begin
  select s.account_id into who from app.alive(session_hash) s;
  delete from app.known_device where account_id = who and seen_at < clock_timestamp() - interval '1 year';
  update app.known_device set seen_at = clock_timestamp() where account_id = who and device = seen;
  if found or who is null then return; end if;
  had_others := exists (select from app.known_device where account_id = who);
  insert into app.known_device (account_id, device) values (who, seen);
  if had_others then perform app.mail_account(who, 'new-device', day, page); end if;
end $$;`;

/** What the web log-in may call; the others only work inside these. */
export const secondFactorFunctions = [
  'factors_of(bytea)',
  'try_code(bytea)',
  'pass_by_app(bytea, bytea, bigint)',
  'pass_by_recovery_code(bytea, bytea, bytea, date, jsonb)',
  'pass_by_passkey(bytea, bytea, text, bigint)',
  'passkey_of(bytea, text)',
  'give_challenge(bytea, text, timestamptz)',
  'use_challenge(bytea, text)',
  'note_device(bytea, bytea, date, jsonb)',
];
