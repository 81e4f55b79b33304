import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Whom the sign-in page of an example offers, so that it stays the same while one works. */
const PERSONS = `
alter table app.installation add example_persons uuid[];
comment on column app.installation.example_persons is 'Memberships, chosen when the example came to its day; of another origin nobody.'`;

export class ExamplePersons1790000000121 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, PERSONS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
