/**
 * Setting up, removing and starting again. Changing takes a second factor of the last ten minutes, or that one is needed and there
 * is none yet: who has one cannot get past it by making another.
 */
export const factorChanges = `
create or replace function app.mail_account(who uuid, about text, day date, page jsonb) returns void language sql as $$
  insert into app.mail (account_id, to_address, template, day, page) select id, email, about, day, page from app.account where id = who
$$;

create or replace function app.note_factor_change(who uuid, what text, by_member uuid, day date, page jsonb) returns void language sql as $$
  insert into app.factor_change (account_id, kind, by_id) values (who, what, by_member);
  select app.mail_account(who, 'second-factor-changed', day, page)
$$;

create or replace function app.count_factors(who uuid) returns int language sql stable as $$
  select (select count(*)::int from app.passkey where account_id = who) + (select count(*)::int from app.code_app where account_id = who)
$$;

/** Who may change the factors in this session, with the account locked; nobody when not. */
create or replace function app.lock_factors(session_hash bytea) returns table (account_id uuid, member_id uuid, is_first boolean) language plpgsql as $$
#variable_conflict use_column
begin
  perform from app.account where id = (select s.account_id from app.alive(session_hash) s) for update;
  return query select s.account_id, s.member_id, app.count_factors(s.account_id) = 0 from app.alive(session_hash) s
  where s.passed_at > clock_timestamp() - interval '10 minutes'
    or (s.needed and s.passed_at is null and app.count_factors(s.account_id) = 0);
end $$;

create or replace function app.may_change_factors(session_hash bytea) returns boolean language sql as $$
  select exists (select from app.lock_factors(session_hash))
$$;

create or replace function app.keep_setup(session_hash bytea, sealed bytea) returns bytea language sql as $$
  insert into app.code_app_setup (session_id, secret) select session_hash, sealed from app.lock_factors(session_hash)
  on conflict (session_id) do nothing;
  select secret from app.code_app_setup where session_id = session_hash
$$;

/** The first factor brings recovery codes, and opens the session; says whether it was the first, nothing when refused. */
create or replace function app.factor_added(session_hash bytea, new_hash bytea, what text, is_first boolean, codes bytea[], day date, page jsonb)
returns boolean language plpgsql as $$
declare asker record;
begin
  select * into asker from app.alive(session_hash);
  if is_first then
    delete from app.recovery_code where account_id = asker.account_id;
    insert into app.recovery_code (account_id, hash) select asker.account_id, c from unnest(codes) c;
  end if;
  perform app.note_factor_change(asker.account_id, what, asker.member_id, day, page);
  perform app.pass_session(session_hash, new_hash);
  return is_first;
end $$;

create or replace function app.add_code_app(session_hash bytea, new_hash bytea, step bigint, codes bytea[], day date, page jsonb)
returns boolean language plpgsql as $$
declare asker record; chosen bytea;
begin
  select * into asker from app.lock_factors(session_hash);
  delete from app.code_app_setup where session_id = session_hash returning secret into chosen;
  if asker.account_id is null or chosen is null then return null; end if;
  insert into app.code_app (account_id, secret, last_step) values (asker.account_id, chosen, step)
  on conflict (account_id) do update set secret = excluded.secret, last_step = excluded.last_step, made_at = clock_timestamp(), last_used_at = null;
  return app.factor_added(session_hash, new_hash, 'app-added', asker.is_first, codes, day, page);
end $$;

create or replace function app.add_passkey(session_hash bytea, new_hash bytea, given jsonb, codes bytea[], day date, page jsonb)
returns boolean language plpgsql as $$
declare asker record; made uuid;
begin
  select * into asker from app.lock_factors(session_hash);
  if asker.account_id is null then return null; end if;
  insert into app.passkey (account_id, credential_id, public_key, counter, transports, name)
  select asker.account_id, f.id, decode(f.key, 'base64'), f.counter, f.transports, f.name
  from jsonb_to_record(given) as f (id text, key text, counter bigint, transports text[], name text)
  on conflict (credential_id) do nothing returning id into made;
  if made is null then return null; end if;
  return app.factor_added(session_hash, new_hash, 'passkey-added', asker.is_first, codes, day, page);
end $$;

/** One of the passkeys, or without an id the app; never the last. */
create or replace function app.remove_factor(session_hash bytea, passkey uuid, day date, page jsonb) returns boolean language plpgsql as $$
declare asker record;
begin
  select * into asker from app.lock_factors(session_hash);
  if asker.account_id is null or app.count_factors(asker.account_id) < 2 then return false; end if;
  if passkey is null then delete from app.code_app where account_id = asker.account_id;
  else delete from app.passkey p where p.id = passkey and p.account_id = asker.account_id; end if;
  if not found then return false; end if;
  perform app.note_factor_change(asker.account_id, case when passkey is null then 'app-removed' else 'passkey-removed' end, asker.member_id, day, page);
  return true;
end $$;

create or replace function app.renew_recovery_codes(session_hash bytea, codes bytea[], day date, page jsonb) returns boolean language plpgsql as $$
declare asker record;
begin
  select * into asker from app.lock_factors(session_hash);
  if asker.account_id is null or asker.is_first then return false; end if;
  delete from app.recovery_code where account_id = asker.account_id;
  insert into app.recovery_code (account_id, hash) select asker.account_id, c from unnest(codes) c;
  perform app.note_factor_change(asker.account_id, 'codes-renewed', asker.member_id, day, page);
  return true;
end $$;

/** Takes every factor and every session of somebody who lost them; at the next sign-in they set one up again. */
create or replace function app.forget_factors(who uuid, by_member uuid, day date, page jsonb) returns void language sql as $$
  delete from app.passkey where account_id = who;
  delete from app.code_app where account_id = who;
  delete from app.recovery_code where account_id = who;
  delete from app.code_try where account_id = who;
  delete from app.session where account_id = who;
  select app.note_factor_change(who, 'reset', by_member, day, page)
$$;

/**
 * For a colleague of an organisation that the asker administers, or, asked by the region, for who administers one in the region.
 * Never for oneself: that would be a way around the second factor. False when it is not for the asker to do.
 */
create or replace function app.reset_second_factor(member uuid, day date, page jsonb) returns boolean language plpgsql as $$
declare who uuid;
begin
  select theirs.account_id into who
  from app.membership theirs join app.organisation there on there.id = theirs.organisation_id,
    app.membership mine join app.organisation here on here.id = mine.organisation_id
  where theirs.id = member and theirs.leaver_id is null and mine.id = app.my_member() and mine.account_id <> theirs.account_id
    and mine.accepted_at is not null and (mine.ended_on is null or mine.ended_on > day)
    and ((app.is_administrator(mine.role, mine.administers) and mine.organisation_id = theirs.organisation_id)
      or (mine.role = 'region-administrator' and there.region = here.region and app.is_administrator(theirs.role, theirs.administers)));
  if who is null then return false; end if;
  perform app.forget_factors(who, app.my_member(), day, page);
  perform app.tell_of(member, 'second-factor-reset', day, null, null);
  return true;
end $$;`;

export const factorChangesFunctions = [
  'may_change_factors(bytea)',
  'keep_setup(bytea, bytea)',
  'add_code_app(bytea, bytea, bigint, bytea[], date, jsonb)',
  'add_passkey(bytea, bytea, jsonb, bytea[], date, jsonb)',
  'remove_factor(bytea, uuid, date, jsonb)',
  'renew_recovery_codes(bytea, bytea[], date, jsonb)',
];

/** For who is signed in, as whom the database knows them. */
export const factorResetFunctions = ['reset_second_factor(uuid, date, jsonb)'];
