import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** A student without a mail address has an account too; who gave an own address is reached there. */
const ACCOUNTS = `
alter table app.account alter column email drop not null;
create unique index account_private_email on app.account (lower(private_email));
create index leaver_email on app.leaver (lower(email))`;

/** Asking for a mail in one browser: the code of that mail is worth something there only. */
const ATTEMPTS = `
create table app.mailed_code (
  id bytea primary key,
  account_id uuid references app.account on delete cascade,
  link_id bytea references app.sign_in_link on delete cascade,
  code_hash bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  tries int not null default 0
);
comment on column app.mailed_code.account_id is 'Empty when nobody has the address: the page answers the same.';
create index mailed_code_account on app.mailed_code (account_id);
create index mailed_code_expiry on app.mailed_code (expires_at)`;

/** A code that somebody at school hands over: on a screen for now, or in a letter. */
const HANDED = `
create table app.handed_code (
  id bytea primary key,
  membership_id uuid not null references app.membership on delete cascade,
  kind text not null check (kind in ('screen', 'letter')),
  given_by uuid references app.membership on delete set null,
  given_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index handed_code_membership on app.handed_code (membership_id)`;

/** An own address counts only after the code that went there came back. */
const ADDRESSES = `
create table app.new_address (
  account_id uuid primary key references app.account on delete cascade,
  address text not null,
  code_hash bytea not null,
  expires_at timestamptz not null,
  tries int not null default 0
)`;

/** The parents of a leaver: who may read along is decided by the mentor under 16, by the student after, and never with "geen contact". */
const GUARDIANS = `
create table app.guardian (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  name text not null default '',
  email text not null,
  membership_id uuid references app.membership on delete set null,
  confirmed_by uuid references app.membership on delete set null,
  confirmed_at timestamptz,
  invited_at timestamptz,
  code_hash bytea,
  code_tries int not null default 0,
  no_contact boolean not null default false
);
create unique index guardian_address on app.guardian (leaver_id, lower(email));
create index guardian_membership on app.guardian (membership_id) where membership_id is not null;
comment on column app.guardian.confirmed_at is 'A mentor said that this is the parent, while the student was under 16.';
comment on column app.guardian.invited_at is 'The student let this parent read along; from 16 on nobody else can.';
create policy leaver on app.guardian for select to {mentor}, {school} using (exists (select from app.leaver l where l.id = guardian.leaver_id));
grant select (id, leaver_id, name, email, membership_id, confirmed_at, invited_at, no_contact) on app.guardian to {mentor}, {school}`;

/** An account that only a leaver gave a reason for goes with its last membership. */
const LEFTOVERS = `
create function app.drop_empty_account() returns trigger language plpgsql as $$
begin
  if exists (select from app.membership m where m.account_id = old.account_id) then return null; end if;
  delete from app.mail where account_id = old.account_id;
  delete from app.account where id = old.account_id;
  return null;
end $$;
select app.give_to_worker('app.drop_empty_account()');
create trigger drop_empty_account after delete on app.membership for each row when (old.leaver_id is not null)
execute function app.drop_empty_account()`;

export class Students1790000000045 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    const secured = guarded('mailed_code', 'handed_code', 'new_address', 'guardian');
    await runAs(database, ACCOUNTS, ATTEMPTS, HANDED, ADDRESSES, GUARDIANS, secured, LEFTOVERS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
