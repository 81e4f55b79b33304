import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly } from './roles.ts';

/** Who asks by these columns knows the leaver too, and that index serves: each index is paid for by every row of a sweep. */
const FEWER = `
drop index app.desk_case_signal;
drop index app.leaver_access_organisation`;

export class FewerIndexes1790000000034 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await database.query(FEWER);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
