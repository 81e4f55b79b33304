import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** What is shown and never asked by needs no statistics: an import counts these tables anew, and the many texts cost most of it. */
const SHOWN_ONLY: Readonly<Record<string, readonly string[]>> = {
  leaver: ['given_name', 'name_prefix', 'family_name', 'gender', 'street', 'postcode', 'municipality', 'guardian_name'],
  card: ['display_name'],
};

export class ShownOnly1790000000117 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(SHOWN_ONLY)) {
      await runAs(database, `alter table app.${table} ${columns.map((name) => `alter ${name} set statistics 0`).join(', ')}`);
    }
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
