/** Signing in and out by way of an identity provider. What a provider proved about somebody comes as one document. */
export const identities = `
create or replace function app.begin_attempt(attempt bytea, via text, page text, until timestamptz) returns void language sql as $$
  delete from app.sign_in_attempt where expires_at < clock_timestamp();
  insert into app.sign_in_attempt (id, provider, page, expires_at) values (attempt, via, page, until)
$$;

/** Where somebody wanted to go; nothing when the attempt ended before, is too old, never was or went to another provider. */
create or replace function app.end_attempt(attempt bytea, via text) returns text language sql as $$
  delete from app.sign_in_attempt where id = attempt and provider = via and expires_at > clock_timestamp() returning page
$$;

/**
 * Opens a session for who the provider says it is: 'opened', 'unknown', or 'other-person' when somebody else at this provider is bound
 * to the account with this address. A role never comes from the provider: who works nowhere stays unknown, and open_session accepts
 * invitations as for any other way in.
 */
create or replace function app.open_by_identity(proved jsonb, session_hash bytea, began jsonb, day date) returns text language plpgsql as $$
declare who uuid; bound boolean;
begin
  select account_id into who from app.identity where issuer = proved->>'issuer' and subject = proved->>'subject';
  bound := who is not null;
  if not bound then select id into who from app.account where lower(email) = lower(proved->>'email'); end if;
  if not exists (select from app.membership where account_id = who and leaver_id is null and (ended_on is null or ended_on > day)) then
    return 'unknown';
  end if;
  if not bound and exists (select from app.identity where account_id = who and issuer = proved->>'issuer') then return 'other-person'; end if;
  if not app.open_session(who, session_hash, began, day) then return 'unknown'; end if;
  insert into app.identity (issuer, subject, account_id) values (proved->>'issuer', proved->>'subject', who) on conflict (issuer, subject) do nothing;
  update app.session set provider_session = proved->>'session',
    second_factor_at = case when (proved->>'strong')::boolean then clock_timestamp() else second_factor_at end
  where id = session_hash;
  return 'opened';
end $$;

/** The provider by which this session began. */
create or replace function app.provider_of(session_hash bytea) returns text language sql stable as $$
  select provider from app.session where id = session_hash
$$;

/** A provider says that somebody signed out there: one session when it names that, else all of the person. False when it said so before. */
create or replace function app.end_at_provider(told jsonb) returns boolean language plpgsql as $$
begin
  delete from app.provider_sign_out where expires_at < clock_timestamp();
  insert into app.provider_sign_out (issuer, message, expires_at)
  values (told->>'issuer', told->>'message', (told->>'until')::timestamptz) on conflict do nothing;
  if not found then return false; end if;
  delete from app.session s where s.provider = told->>'provider' and case
    when s.provider_session is not null and told->>'session' is not null then s.provider_session = told->>'session'
    else s.account_id = (select i.account_id from app.identity i where i.issuer = told->>'issuer' and i.subject = told->>'subject') end;
  return true;
end $$;`;

export const identityFunctions = [
  'begin_attempt(bytea, text, text, timestamptz)',
  'end_attempt(bytea, text)',
  'open_by_identity(jsonb, bytea, jsonb, date)',
  'provider_of(bytea)',
  'end_at_provider(jsonb)',
];
