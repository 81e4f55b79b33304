import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What somebody typed to find a person: names stay out of addresses, which end up in logs and histories. */
const SEARCH = `
create table app.search (
  id uuid primary key default gen_random_uuid(),
  member_id uuid not null references app.membership on delete cascade,
  typed text not null,
  words text[] not null,
  made_on date not null
);
create index search_member on app.search (member_id, made_on)`;

const OWN = `
create policy own on app.search to {mentor}, {school}, {college}, {desk}, {region}
  using (member_id = (select app.my_member())) with check (member_id = (select app.my_member()));
grant select, insert, delete on app.search to {mentor}, {school}, {college}, {desk}, {region}`;

export class Searches1790000000010 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, SEARCH, guarded('search'), OWN);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
