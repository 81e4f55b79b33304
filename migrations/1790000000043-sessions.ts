import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** How often somebody tried something; a crash may forget it, and only hashes stand in it. */
const ATTEMPTS = `
create unlogged table app.attempt_count (
  what text not null,
  who bytea not null,
  tries int not null default 1,
  ends_at timestamptz not null,
  primary key (what, who)
);
create index attempt_count_end on app.attempt_count (ends_at)`;

/** A form that came in after its session had ended: kept for who typed it, unreadable without the cookie of their browser. */
const PARKED = `
create table app.parked_form (
  id bytea primary key,
  account_id uuid not null references app.account on delete cascade,
  membership_id uuid not null references app.membership on delete cascade,
  sealed bytea not null,
  expires_at timestamptz not null
);
create index parked_form_account on app.parked_form (account_id);
create index parked_form_membership on app.parked_form (membership_id);
create index parked_form_expiry on app.parked_form (expires_at)`;

/** A name for a session that is no key to it, to sign it out from another device. */
const HANDLE = `
alter table app.session add handle uuid not null unique default gen_random_uuid()`;

export class Sessions1790000000043 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, ATTEMPTS, PARKED, HANDLE, guarded('attempt_count', 'parked_form'));
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
