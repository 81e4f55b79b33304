import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Which reminders somebody wants less often, and until when they are away; nobody else reads it. No row: everything, and there. */
const SETTINGS = `
create table app.mail_setting (
  member_id uuid primary key references app.membership on delete cascade,
  choices jsonb not null default '{}',
  away_from date,
  away_until date,
  check ((away_from is null) = (away_until is null) and away_from <= away_until)
);
comment on column app.mail_setting.choices is 'By the code of a reminder, always, weekly or never; what is not in it goes always.'`;

const WHO = '{student}, {mentor}, {school}, {college}, {desk}, {region}, {guest}, {guardian}, {office}, {privacy}, {support}';

const POLICIES = `
create policy own on app.mail_setting for all to ${WHO}
  using (member_id = (select app.my_member())) with check (member_id = (select app.my_member()));
grant select, insert, update on app.mail_setting to ${WHO}`;

export class MailSettings1790000000071 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, SETTINGS, guarded('mail_setting'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
