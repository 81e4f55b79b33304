import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** What a college takes back, and the status it reported, are of the application of the record itself; a policy may not read its own table. */
const RECORDS = `
create function app.is_record_of(record uuid, application uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from app.intake_record r where r.id = record and r.application_id = application);
end $$;
drop policy records on app.intake_record;
create policy records on app.intake_record for insert to {college} with check (recorded_by = (select app.my_member())
  and exists (select from app.application a where a.id = intake_record.application_id and a.leaver_id is not null)
  and (retracts is null or app.is_record_of(retracts, application_id))
  and (event_id is null or exists (select from app.event e where e.id = event_id and e.application_id = intake_record.application_id)))`;

/** A parent reads what they are asked about, also when the student took the file away after asking. */
const FILES = `
create policy asked on app.attachment for select to {guardian} using (leaver_id = (select app.my_leaver()) and exists (
  select from app.share s where s.leaver_id = attachment.leaver_id and s.state in ('waiting', 'given') and attachment.id = any(s.files)))`;

export class Mends1790000000064 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, RECORDS, FILES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
