import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly } from './roles.ts';

/** What the region decided by hand is listed to be undone; few among very many. */
const DECIDED = "create index application_decided on app.application (region) where tie in ('by-hand', 'nobody')";

export class Ties1790000000020 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await database.query(DECIDED);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
