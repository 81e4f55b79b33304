import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What somebody proves it with beside the mail. */
const FACTORS = `
create table app.passkey (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references app.account on delete cascade,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  name text not null,
  made_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz
);
create index passkey_account on app.passkey (account_id);
create table app.code_app (
  account_id uuid primary key references app.account on delete cascade,
  secret bytea not null,
  last_step bigint not null,
  made_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz
);
comment on column app.code_app.secret is 'Sealed with a key that follows from the secret of the installation.';
comment on column app.code_app.last_step is 'The half minute of the last code that was accepted: none is accepted twice.';
create table app.recovery_code (
  account_id uuid not null references app.account on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (account_id, hash)
)`;

/** What lasts as long as the session in which somebody is busy with it. */
const BUSY = `
create table app.passkey_challenge (
  challenge text primary key,
  session_id bytea not null references app.session on update cascade on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenge_session on app.passkey_challenge (session_id);
create table app.code_app_setup (
  session_id bytea primary key references app.session on update cascade on delete cascade,
  secret bytea not null
)`;

/** Codes that were wrong, devices that were seen, and what was changed by whom. */
const KEPT = `
create table app.code_try (
  id bigint generated always as identity primary key,
  account_id uuid not null references app.account on delete cascade,
  tried_at timestamptz not null default clock_timestamp()
);
create index code_try_account on app.code_try (account_id, tried_at);
create table app.known_device (
  account_id uuid not null references app.account on delete cascade,
  device bytea not null,
  seen_at timestamptz not null default clock_timestamp(),
  primary key (account_id, device)
);
create table app.factor_change (
  id bigint generated always as identity primary key,
  account_id uuid not null references app.account on delete cascade,
  kind text not null check (kind in ('passkey-added', 'passkey-removed', 'app-added', 'app-removed', 'codes-renewed', 'code-used', 'reset')),
  by_id uuid references app.membership on delete set null,
  changed_at timestamptz not null default clock_timestamp()
);
comment on column app.factor_change.by_id is 'Empty: the operator did it with a command, or this membership is gone.';
create index factor_change_account on app.factor_change (account_id)`;

const TABLES = ['passkey', 'code_app', 'recovery_code', 'passkey_challenge', 'code_app_setup', 'code_try', 'known_device', 'factor_change'];

export class SecondFactor1790000000042 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, FACTORS, BUSY, KEPT, guarded(...TABLES));
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
