import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Somebody else told something about a case that a person has: it stays theirs, and they hear of it. */
const NEWS = `
alter table app.desk_case add news_at timestamptz, add news_told_in uuid[] not null default '{}';
comment on column app.desk_case.news_at is 'Since when something stands in the story that the school or a summer team told, and that who has the case did not see yet.';
comment on column app.desk_case.news_told_in is 'The digests that told of it, so that none tells it twice.';
drop function if exists app.who_closed(uuid)`;

export class CaseNews1790000000132 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, NEWS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
