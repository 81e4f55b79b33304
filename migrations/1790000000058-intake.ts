import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** When somebody of a college last had a passport open, and before that day: what is newer is marked as new. */
const SEEN = `
create table app.passport_seen (
  application_id uuid primary key references app.application on delete cascade,
  seen_on date not null,
  seen_at timestamptz not null,
  before_at timestamptz
);
comment on column app.passport_seen.before_at is 'The last time before seen_on: the whole day the same parts are marked as new.'`;

/** What a college says about an intake, for the student to read. Append-only: a mistake is taken back by a row of its own. */
const RECORDS = `
create table app.intake_record (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null references app.application on delete cascade,
  what text not null,
  meeting_on date,
  meeting_at time,
  place text,
  reason text,
  advice text,
  condition text,
  programme_id uuid references app.programme,
  note text,
  event_id bigint references app.event,
  retracts uuid references app.intake_record on delete cascade,
  recorded_by uuid references app.membership on delete set null,
  recorded_on date not null,
  at timestamptz not null
);
comment on column app.intake_record.event_id is 'The status that was reported with it; null when the status stayed as it was.';
comment on column app.intake_record.meeting_at is 'Local time of the meeting, as people say it.';
create index intake_record_application on app.intake_record (application_id, at);
create unique index intake_record_retracts on app.intake_record (retracts) where retracts is not null`;

const POLICIES = `
create policy college on app.passport_seen for select to {college} using (exists (select from app.application a where a.id = passport_seen.application_id));
create policy visible on app.intake_record for select to {student}, {guardian}, {mentor}, {school}, {college}
  using (exists (select from app.application a where a.id = intake_record.application_id and a.leaver_id is not null));
create policy records on app.intake_record for insert to {college} with check (recorded_by = (select app.my_member())
  and exists (select from app.application a where a.id = intake_record.application_id and a.leaver_id is not null));
grant select on app.passport_seen to {college};
grant select on app.intake_record to {student}, {guardian}, {mentor}, {school}, {college};
grant insert on app.intake_record to {college};
revoke update on app.intake_record from {worker}`;

export class Intake1790000000058 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, SEEN, RECORDS, guarded('passport_seen', 'intake_record'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
