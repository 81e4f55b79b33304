import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Copies of the rows of libs/policy, written anew at each install, so that SQL and code read the same rules. */
const TABLES = `
create table app.status_rule (
  code text primary key, rank int, phase text, turn text
);
create table app.phase_rule (
  code text primary key, step int not null
);
create table app.destination_rule (
  code text primary key, settled boolean not null, outcome text
);
create table app.signal_rule (
  code text primary key, rank int not null unique, start_alert boolean not null,
  mailed text not null, turn text not null
);
create table app.desk_rule (
  code text primary key, rank int not null unique, route text not null, opens_case boolean not null
);
create table app.upper_age (
  valid_from date primary key, years int not null
);
create table app.calendar (
  school_year text primary key,
  not_applied_from date not null, no_place_yet_from date not null, no_place_at_start_from date not null,
  early_leaver_until date not null, grace_days int not null, silence_days int not null
)`;

const EVERYONE = '{guest}, {student}, {mentor}, {school}, {college}, {desk}, {region}, {worker}';

const GRANTS = `grant select on app.status_rule, app.phase_rule, app.destination_rule, app.signal_rule, app.desk_rule,
  app.upper_age, app.calendar to ${EVERYONE}`;

export class Rules1790000000001 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLES, GRANTS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
