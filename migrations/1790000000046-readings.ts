import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/**
 * Who read about whom. Names stand here as they were then, and nothing refers to anything: the log outlives who left and what was
 * erased. Months are tables of their own, in a schema that nobody may enter, so that an old month goes at once.
 */
const READINGS = `
create sequence app.reading_id;
create table app.reading (
  id bigint not null default nextval('app.reading_id'),
  at timestamptz not null default clock_timestamp(),
  account_id uuid not null,
  member_id uuid not null,
  person text not null,
  role text not null,
  reader_organisation_id uuid not null,
  organisation text not null,
  leaver_id uuid,
  leaver_number text,
  school_id uuid,
  what text not null,
  way text not null check (way in ('page', 'export', 'api')),
  sections text[] not null default '{}',
  rows_shown int not null default 1,
  address text not null default ''
) partition by range (at);
comment on column app.reading.leaver_id is 'Empty: an export that names nobody whom we know, such as rows that were refused.';
comment on column app.reading.address is 'Shortened to the network: enough to tell school from home, too little to follow somebody.';
create index reading_leaver on app.reading (leaver_id, at) where leaver_id is not null;
create index reading_reader on app.reading (reader_organisation_id, at);
create index reading_school on app.reading (school_id, at) where school_id is not null;
create index reading_at on app.reading using brin (at);
create schema reading_month`;

/** Not even the owner changes a line by mistake. */
const APPEND_ONLY = `
create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete or truncate on app.reading for each statement execute function app.refuse_change();
revoke update, delete on app.reading from {worker};
grant usage on sequence app.reading_id to {worker}`;

/** A student sees who read about them; a privacy officer what our people read, and who read about our students. */
const POLICIES = `
create policy about_me on app.reading for select to {student} using (leaver_id = (select app.my_leaver()));
grant select (id, at, person, role, organisation, leaver_id, what, way, sections) on app.reading to {student};
create policy by_ours on app.reading for select to {privacy} using (reader_organisation_id = (select app.my_organisation()));
create policy about_ours on app.reading for select to {privacy} using (school_id = (select app.my_organisation()));
grant select on app.reading to {privacy};
create policy own_privacy on app.search to {privacy}
  using (member_id = (select app.my_member())) with check (member_id = (select app.my_member()));
grant select, insert, delete on app.search to {privacy}`;

/** Somebody who opened very many in an hour: a question to those who look after the people, told once. */
const UNUSUAL = `
create table app.unusual_reading (
  member_id uuid not null references app.membership on delete cascade,
  hour timestamptz not null,
  organisation_id uuid not null references app.organisation,
  leavers int not null,
  told_at timestamptz not null default clock_timestamp(),
  primary key (member_id, hour)
);
create index unusual_reading_organisation on app.unusual_reading (organisation_id, hour)`;

const UNUSUAL_POLICIES = `
create policy own_organisation on app.unusual_reading for select to {privacy} using (organisation_id = (select app.my_organisation()));
grant select on app.unusual_reading to {privacy}`;

export class Readings1790000000046 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, READINGS, guarded('reading'), APPEND_ONLY, POLICIES, UNUSUAL, guarded('unusual_reading'), UNUSUAL_POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
