import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Which ended applications a digest told of, so that nobody hears the same ending twice; only the worker reads it. */
const NEWS = `
create table app.mail_news (
  mail_id uuid not null references app.mail on delete cascade,
  application_id uuid not null references app.application on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  status text not null,
  status_on date not null,
  primary key (mail_id, application_id)
);
create index mail_news_application on app.mail_news (application_id);
create index mail_news_leaver on app.mail_news (leaver_id)`;

export class MailNews1790000000072 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, NEWS, guarded('mail_news'));
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
