import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

const READ = `
alter table app.mail_setting add news_read_to bigint;
comment on column app.mail_setting.news_read_to is 'The last event that somebody said to have read on the page with news.'`;

export class NewsRead1790000000101 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, READ);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
