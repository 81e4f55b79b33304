import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/**
 * What a sweep asks of everybody, without reading everybody's row. Which applications were heard of lately is told by the pages
 * they are on: such an index lets a status be written in place, but not before PostgreSQL 16, where there is none for that reason.
 */
const QUICKLY = `
create index leaver_swept on app.leaver (destination, school_type, id) where anonymous_on is null;
do $$ begin
  if current_setting('server_version_num')::int >= 160000 then
    create index application_heard on app.application using brin (applied_on, status_on, last_event_on) with (pages_per_range = 16);
  end if;
end $$`;

export class SweptQuickly1790000000119 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, QUICKLY);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
