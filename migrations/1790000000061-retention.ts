import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** A passport whose end was announced; the row stays when it is gone, as proof that it went. */
const TABLES = `
create table app.removal (
  leaver_id uuid primary key references app.leaver on delete cascade,
  warned_on date not null,
  due_on date not null,
  removed_at timestamptz,
  check (due_on > warned_on)
);
create index removal_due on app.removal (due_on) where removed_at is null`;

const POLICIES = `
create policy own on app.removal for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()));
grant select on app.removal to {student}, {guardian}`;

export class Retention1790000000061 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLES, guarded('removal'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
