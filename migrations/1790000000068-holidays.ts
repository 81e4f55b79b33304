import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Copies of libs/policy, written anew at each install: nothing in them is about a person, so every actor reads them. */
const TABLES = `
create table app.holiday_rule (
  code text primary key, school_year text not null, holiday_region text not null, kind text not null,
  first_day date not null, last_day date not null, check (first_day <= last_day)
);
create table app.feast_rule (
  day date primary key, name text not null
);
grant select on app.holiday_rule, app.feast_rule to public`;

export class Holidays1790000000068 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
