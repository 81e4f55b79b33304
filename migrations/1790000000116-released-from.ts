import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Whose case it was when somebody left who had it, so that it can go along back. */
const RELEASED = `
alter table app.desk_case add released_from uuid references app.membership on delete set null;
comment on column app.desk_case.released_from is 'Who left while having the case; empty when somebody let go of it.';
create index desk_case_released_from on app.desk_case (released_from) where released_from is not null`;

export class ReleasedFrom1790000000116 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, RELEASED);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
