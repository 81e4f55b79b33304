import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Keys with which a program of somebody reads or brings what they may: of one membership, and gone with it. */
const TOKENS = `
create table app.api_token (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references app.membership on delete cascade,
  name text not null,
  hash bytea not null unique,
  scopes text[] not null check (cardinality(scopes) > 0),
  made_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  check (ends_at <= made_at + interval '366 days')
);
comment on column app.api_token.hash is 'The key itself is shown once and kept nowhere.';
create index api_token_member on app.api_token (member_id)`;

const STAFF = '{mentor}, {school}, {office}, {college}, {desk}, {region}';

/** One's own, without the hash; taking one back is the only change. */
const OWN = `
create policy own on app.api_token for select to ${STAFF} using (member_id = (select app.my_member()));
create policy own_new on app.api_token for insert to ${STAFF} with check (member_id = (select app.my_member()));
create policy own_revoke on app.api_token for update to ${STAFF} using (member_id = (select app.my_member()));
grant select (id, member_id, name, scopes, made_at, ends_at, last_used_at, revoked_at) on app.api_token to ${STAFF};
grant insert (member_id, name, hash, scopes, ends_at) on app.api_token to ${STAFF};
grant update (revoked_at) on app.api_token to ${STAFF}`;

export class Tokens1790000000047 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TOKENS, guarded('api_token'), OWN);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
