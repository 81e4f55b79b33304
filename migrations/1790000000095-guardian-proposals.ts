import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** A student under 16 says who the parent is; nothing is mailed and nobody comes in before the mentor confirms it (rules 9). */
const PROPOSED = `
alter table app.guardian add column proposed_on date, add column refused_on date;
comment on column app.guardian.proposed_on is 'The student named this address. Counts for nothing until confirmed_at.';
comment on column app.guardian.refused_on is 'The mentor did not confirm it; confirming later still can.';
grant select (proposed_on, refused_on) on app.guardian to {mentor}, {school}`;

export class GuardianProposals1790000000095 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, PROPOSED);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
