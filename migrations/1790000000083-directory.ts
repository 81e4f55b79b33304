import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What the contact directory knows of somebody beyond their account. Without a row somebody is listed as the account says. */
const ENTRIES = `
create table app.contact_entry (
  member_id uuid primary key references app.membership on delete cascade,
  organisation_id uuid not null references app.organisation on delete cascade,
  is_listed boolean not null default true,
  covers text,
  reach text,
  away_name text,
  away_phone text,
  away_email text,
  away_until date,
  kept_by uuid references app.membership on delete set null,
  kept_on date not null,
  check ((away_name is null) = (away_until is null))
);
comment on column app.contact_entry.covers is 'For whom one calls this colleague when there are several, in their own words.';
comment on column app.contact_entry.away_until is 'The last day on which somebody else is called instead.'`;

export class Directory1790000000083 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, ENTRIES, guarded('contact_entry'));
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
