import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** How it stood before a call, so that a wrong tap is taken back to just that. */
const BEFORE = `
alter table app.summer_attempt add before jsonb;
comment on column app.summer_attempt.before is 'What taking it back restores: next try, wish for help, and where a destination became known that, the signal and the case. Codes and ids only.'`;

export class SummerUndone1790000000120 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, BEFORE);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
