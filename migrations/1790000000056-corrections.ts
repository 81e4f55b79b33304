import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** A student asks to have mended what the school brought or wrote; the mentor says whether it was, and why not. */
const TABLE = `
create table app.correction_request (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  about text not null,
  wrong text not null check (wrong <> ''),
  better text not null check (better <> ''),
  asked_at timestamptz not null,
  asked_by uuid references app.membership on delete set null,
  answer text check (answer in ('done', 'not-done')),
  reason text not null default '',
  answered_at timestamptz,
  answered_by uuid references app.membership on delete set null,
  check ((answer is null) = (answered_at is null) and (answer is distinct from 'not-done' or reason <> ''))
);
comment on column app.correction_request.about is 'A row of libs/policy/corrections.';
create index correction_request_leaver on app.correction_request (leaver_id, asked_at desc)`;

const POLICIES = `
create policy own on app.correction_request for select to {student} using (leaver_id = (select app.my_leaver()));
create policy own_new on app.correction_request for insert to {student} with check (
  leaver_id = (select app.my_leaver()) and asked_by = (select app.my_member()) and answer is null);
create policy mentor on app.correction_request for select to {mentor} using (app.mentors_content(leaver_id));
create policy mentor_answers on app.correction_request for update to {mentor} using (answer is null and app.mentors_content(leaver_id))
  with check (answered_by = (select app.my_member()) and app.mentors_content(leaver_id));
grant select on app.correction_request to {student}, {mentor};
grant insert (leaver_id, about, wrong, better, asked_at, asked_by) on app.correction_request to {student};
grant update (answer, reason, answered_at, answered_by) on app.correction_request to {mentor}`;

/** What the right of admission depends on is the student's own too. */
const OWN_EDUCATION = 'grant select (track, grade, diploma) on app.leaver to {student}, {guardian}';

export class Corrections1790000000056 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLE, guarded('correction_request'), POLICIES, OWN_EDUCATION);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
