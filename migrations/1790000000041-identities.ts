import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Who somebody is at an identity provider. Bound once; from then on the subject decides and no longer the mail address. */
const IDENTITIES = `
create table app.identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references app.account on delete cascade,
  bound_at timestamptz not null default clock_timestamp(),
  primary key (issuer, subject),
  unique (account_id, issuer)
)`;

/** Somebody on the way to a provider and back; the id is the hash of a cookie from which all that is secret follows. */
const ATTEMPTS = `
create table app.sign_in_attempt (
  id bytea primary key,
  provider text not null,
  page text not null,
  expires_at timestamptz not null
);
create index sign_in_attempt_expiry on app.sign_in_attempt (expires_at)`;

/** Messages with which a provider ended sessions: each counts once. */
const SIGN_OUTS = `
create table app.provider_sign_out (
  issuer text not null,
  message text not null,
  expires_at timestamptz not null,
  primary key (issuer, message)
);
alter table app.session add provider_session text;
comment on column app.session.provider_session is 'How the provider names its own session (sid), if it does.'`;

export class Identities1790000000041 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, IDENTITIES, ATTEMPTS, SIGN_OUTS, guarded('identity', 'sign_in_attempt', 'provider_sign_out'));
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
