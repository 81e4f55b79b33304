import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What helped and what was missing, from the college back to the mentor. One per application: who says it again replaces it. */
const FEEDBACK = `
create table app.dossier_feedback (
  application_id uuid primary key references app.application on delete cascade,
  helped text[] not null,
  missed text[] not null,
  note text,
  given_by uuid references app.membership on delete set null,
  given_on date not null,
  at timestamptz not null
)`;

const POLICIES = `
create policy visible on app.dossier_feedback for select to {student}, {guardian}, {mentor}, {school}, {college}
  using (exists (select from app.application a where a.id = dossier_feedback.application_id and a.leaver_id is not null));
grant select on app.dossier_feedback to {student}, {guardian}, {mentor}, {school}, {college}`;

export class Feedback1790000000059 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, FEEDBACK, guarded('dossier_feedback'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
