import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What was agreed at a talk may be put otherwise later; each wording stays, with who wrote it and when. */
const WORDINGS = `
create table app.joint_intake_wording (
  id bigint generated always as identity primary key,
  joint_intake_id uuid not null references app.joint_intake on delete cascade,
  application_id uuid not null references app.application on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  agreements text not null,
  writer text,
  organisation_id uuid references app.organisation on delete set null,
  written_on date
);
comment on column app.joint_intake_wording.writer is 'The name at that time; empty for what was written before wordings were kept.';
create index joint_intake_wording_meeting on app.joint_intake_wording (joint_intake_id);
create index joint_intake_wording_leaver on app.joint_intake_wording (leaver_id);
insert into app.joint_intake_wording (joint_intake_id, application_id, leaver_id, agreements)
select id, application_id, leaver_id, agreements from app.joint_intake where state = 'held' and agreements is not null`;

const POLICIES = `
create policy own on app.joint_intake_wording for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()) and app.applied_by(application_id, leaver_id));
create policy mentor on app.joint_intake_wording for select to {mentor} using (app.mentors_content(leaver_id) and app.applied_by(application_id, leaver_id));
create policy college on app.joint_intake_wording for select to {college} using (app.applied_by(application_id, leaver_id));
grant select on app.joint_intake_wording to {student}, {guardian}, {mentor}, {college}`;

export class Wordings1790000000114 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, WORDINGS, guarded('joint_intake_wording'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
