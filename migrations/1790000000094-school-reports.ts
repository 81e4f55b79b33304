import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** On which ground a copy was given: the student's button, or the law. Only the first is the student's to stop. */
const GROUND = `
alter table app.sharing add column by_school boolean not null default false;
comment on column app.sharing.by_school is 'The school sent what it wrote or knows, without consent (rules 9). The student is told and cannot stop it.'`;

export class SchoolReports1790000000094 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, GROUND);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
