import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What somebody wrote in a section. The questions stand in libs/policy; each answer keeps the one that was asked. */
const TABLES = `
create table app.section_text (
  leaver_id uuid not null references app.leaver on delete cascade,
  section text not null,
  version int not null,
  answers jsonb not null,
  done boolean not null default false,
  written_at timestamptz not null,
  written_by uuid references app.membership on delete set null,
  primary key (leaver_id, section)
);
comment on column app.section_text.answers is 'By code of the question: {asked, answer}. Empty answers are left out.';
comment on column app.section_text.version is 'Goes up with every change: who writes over one must have seen it.';
create table app.private_note (
  leaver_id uuid not null references app.leaver on delete cascade,
  section text not null,
  answers jsonb not null,
  primary key (leaver_id, section)
);
comment on table app.private_note is 'Answers marked as only mine: a table of their own, so that no policy for anybody else can open them by mistake.'`;

const POLICIES = `
create policy own on app.section_text for select to {student} using (leaver_id = (select app.my_leaver()));
create policy own_new on app.section_text for insert to {student} with check (
  leaver_id = (select app.my_leaver()) and written_by = (select app.my_member())
  and exists (select from app.section_rule r where r.code = section and r.writer = 'student'));
create policy own_change on app.section_text for update to {student} using (leaver_id = (select app.my_leaver())
  and exists (select from app.section_rule r where r.code = section and r.writer = 'student'))
  with check (leaver_id = (select app.my_leaver()) and written_by = (select app.my_member()));
create policy own on app.private_note for all to {student}
  using (leaver_id = (select app.my_leaver())) with check (leaver_id = (select app.my_leaver()));
grant select, insert, update on app.section_text to {student};
grant select, insert, update, delete on app.private_note to {student}`;

const RULE = `
create table app.section_rule (code text primary key, writer text not null, basis text not null, sensitivity text not null, release text not null, kept_years int not null);
grant select on app.section_rule to {guest}, {student}, {guardian}, {mentor}, {school}, {college}, {desk}, {region}, {office}, {privacy}, {worker}`;

export class Passports1790000000050 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, RULE, TABLES, guarded('section_text', 'private_note'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
