import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Reports that nobody made: an application lapsed because its leaver started elsewhere. Few, and looked for at each change. A parent reads the own order, which asks what is live. */
const INDEX = `
create index event_lapse on app.event (application_id) where kind = 'status-reported' and source = 'sweep';
grant select on app.status_rule to {guardian}`;

export class Lapses1790000000066 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, INDEX);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
