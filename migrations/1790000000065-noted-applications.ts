import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What a student or mentor noted themselves: a choice, or an application that no college reported yet; and the own order of all. */
const NOTED = `
create table app.noted_application (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  college_id uuid not null references app.organisation,
  crebo text, pathway text, starts_on date,
  programme_text text,
  kind text not null check (kind in ('planned', 'submitted', 'ordered')),
  noted_on date not null,
  applied_on date,
  noted_by uuid references app.membership on delete set null,
  noted_as text not null check (noted_as in ('student', 'mentor')),
  preference int not null,
  withdrawn_on date,
  knew uuid[] not null default '{}',
  confirmed_by uuid references app.application on delete set null,
  check ((kind = 'submitted') = (applied_on is not null)),
  check ((crebo is null) = (pathway is null) and (crebo is null) = (starts_on is null))
);
comment on column app.noted_application.kind is 'ordered: an application of a college that the student or mentor only gave a place in their order.';
comment on column app.noted_application.knew is 'Applications at that college that were there already: what came before cannot confirm it.';
comment on column app.noted_application.programme_text is 'In the words of who noted it, when the programme is not in the list of the college.';
create index noted_application_leaver on app.noted_application (leaver_id);
create unique index noted_application_confirmed on app.noted_application (confirmed_by) where confirmed_by is not null;
alter table app.card add unconfirmed boolean not null default false`;

/** A college never reads this table: what it did not report is between the young person and who helps. */
const POLICIES = `
create policy leaver on app.noted_application for select to {mentor}, {school}, {desk}
  using (exists (select from app.leaver l where l.id = noted_application.leaver_id));
create policy own on app.noted_application for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()));
grant select on app.noted_application to {mentor}, {school}, {desk};
grant select (id, leaver_id, college_id, crebo, pathway, starts_on, programme_text, kind, noted_on, applied_on, noted_as, preference, withdrawn_on, confirmed_by)
  on app.noted_application to {student}, {guardian}`;

export class NotedApplications1790000000065 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, NOTED, guarded('noted_application'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
