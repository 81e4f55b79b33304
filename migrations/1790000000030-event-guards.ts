import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** A policy may not read its own table; a function that it calls may, with the rights of who asks. */
const TOLD = `
create function app.is_told_of(told bigint, application uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.event e where e.id = told and e.application_id = application);
end $$`;

/**
 * Only a college says what became of an application, about its own, and takes back only what was said of that one: a report that
 * somebody started ends an alert.
 */
const POLICIES = `
drop policy notes on app.event;
drop policy reports on app.event;
create policy notes on app.event for insert to {mentor}, {school}, {desk} with check (
  source = 'page' and organisation_id = (select app.my_organisation()) and member_id = (select app.my_member())
  and kind not in ('status-reported', 'status-retracted', 'tied', 'untied', 'tie-refused') and application_id is null and retracts is null
  and exists (select from app.leaver l where l.id = event.leaver_id));
create policy reports on app.event for insert to {college} with check (
  kind in ('status-reported', 'status-retracted') and source = 'page' and leaver_id is null and case_id is null
  and organisation_id = (select app.my_organisation()) and member_id = (select app.my_member())
  and exists (select from app.application a where a.id = event.application_id)
  and (retracts is null or app.is_told_of(retracts, application_id)))`;

export class EventGuards1790000000030 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TOLD, POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
