import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** How a school knows where a leaver went, and the exit profile that it may put right; both as codes of libs/policy. */
const KNOWN = `
alter table app.leaver add destination_proof text;
comment on column app.leaver.destination_proof is 'Only with a destination that a mentor or dean noted; files bring none.';
grant update (destination_proof, exit_profile) on app.leaver to {mentor}, {school}`;

export class Senders1790000000067 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, KNOWN);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
