import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

const AHEAD = `
create table app.kept_ahead (
  school_id uuid not null references app.organisation on delete cascade,
  what text not null,
  count int not null,
  counted_on date not null,
  primary key (school_id, what)
);
comment on table app.kept_ahead is 'How much of a school goes in the coming days, as the worker counted it last; says nothing about anybody.'`;

export class KeptAhead1790000000113 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, AHEAD, guarded('kept_ahead'));
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
