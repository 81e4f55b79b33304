import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Who hears at a desk that a clock ran out; and which of them was told of, so that nobody hears it twice (rules 8). */
const CLOCKS = `
alter table app.membership add coordinates boolean not null default false;
comment on column app.membership.coordinates is 'Hears that cases of the desk are late. When nobody does, all officers of the desk hear it.';
create table app.clock_warning (
  case_id uuid not null references app.desk_case on delete cascade,
  organisation_id uuid not null references app.organisation,
  clock text not null,
  since date not null,
  told_on date not null,
  primary key (case_id, organisation_id, clock, since)
);
create index clock_warning_told on app.clock_warning (organisation_id, told_on)`;

export class CaseClocks1790000000080 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, CLOCKS, guarded('clock_warning'));
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
