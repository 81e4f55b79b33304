import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** A parent without a mail address comes in with a code on paper: known by name, one row for each. */
const LETTERS = `
alter table app.guardian alter column email drop not null, add check (email is not null or name <> ''), add lettered_on date;
comment on column app.guardian.lettered_on is 'When the last letter with a code was made for this parent.';
create unique index guardian_by_name on app.guardian (leaver_id, lower(name)) where email is null`;

export class GuardianLetters1790000000134 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, LETTERS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
