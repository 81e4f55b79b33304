import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

const ORGANISATIONS = `
create table app.organisation (
  id uuid primary key default gen_random_uuid(),
  code text not null unique,
  name text not null,
  kind text not null,
  region text,
  holiday_region text
);
create table app.organisation_municipality (
  organisation_id uuid not null references app.organisation on delete cascade,
  municipality text not null,
  folded text not null,
  primary key (organisation_id, folded)
);
create index organisation_municipality_folded on app.organisation_municipality (folded);
grant select on app.organisation, app.organisation_municipality
  to {guest}, {student}, {mentor}, {school}, {college}, {desk}, {region};
grant select, insert, update, delete on app.organisation, app.organisation_municipality to {worker}`;

const ACCOUNTS = `
create table app.account (
  id uuid primary key default gen_random_uuid(),
  email text not null,
  given_name text not null default '',
  name_prefix text not null default '',
  family_name text not null default '',
  phone text,
  mail_bounced_on date,
  created_at timestamptz not null default now()
);
create unique index account_email on app.account (lower(email));
create table app.membership (
  id uuid primary key default gen_random_uuid(),
  account_id uuid not null references app.account,
  organisation_id uuid not null references app.organisation,
  role text not null,
  ended_on date,
  unique (account_id, organisation_id, role)
);
create index membership_organisation on app.membership (organisation_id, role)`;

const SESSIONS = `
create table app.session (
  id bytea primary key,
  membership_id uuid not null references app.membership on delete cascade,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_expiry on app.session (expires_at);
create table app.sign_in_link (
  id bytea primary key,
  account_id uuid not null references app.account on delete cascade,
  expires_at timestamptz not null,
  used_at timestamptz
)`;

const NAME = `
create function app.full_name(given text, prefix text, family text) returns text language sql immutable parallel safe
return trim(regexp_replace(given || ' ' || prefix || ' ' || family, '\\s+', ' ', 'g'))`;

/** Colleagues, and for a desk also the mentor of a young person of theirs (migration 4 adds that). */
const POLICIES = `
create policy colleague on app.membership for select to {mentor}, {school}, {college}, {desk}, {region}, {guest}
  using (organisation_id = (select app.my_organisation()));
create policy colleague on app.account for select to {mentor}, {school}, {college}, {desk}, {region}, {guest}
  using (exists (select from app.membership m where m.account_id = account.id));
grant select on app.membership, app.account to {mentor}, {school}, {college}, {desk}, {region}, {guest}`;

export class People1790000000002 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    const secured = guarded('account', 'membership', 'session', 'sign_in_link');
    await runAs(database, ORGANISATIONS, ACCOUNTS, SESSIONS, NAME, secured, POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
