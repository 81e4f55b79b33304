import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Files that a student adds to an answer. They are no part of section_text: adding one never stands in the way of who is typing. */
const TABLE = `
create table app.attachment (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  section text not null,
  question text not null,
  asked text not null,
  name text not null,
  kind text not null,
  size int not null,
  sha256 bytea not null,
  contents bytea,
  added_at timestamptz not null,
  added_by uuid references app.membership on delete set null,
  removed_at timestamptz,
  check (contents is not null or removed_at is not null)
);
alter table app.attachment alter column contents set storage external;
comment on column app.attachment.kind is 'Seen from the contents, a row of libs/policy/attachments.';
comment on column app.attachment.contents is 'Null once nobody may read them any more; the row stays, so that a change counts as one. Not compressed: read in pieces.';
comment on column app.attachment.removed_at is 'The student took it away. A college that it was shared with keeps it until sharing stops.';
create index attachment_leaver on app.attachment (leaver_id, section);
create unique index attachment_once on app.attachment (leaver_id, question, sha256) where removed_at is null;
create index attachment_removed on app.attachment (removed_at) where removed_at is not null and contents is not null`;

const POLICIES = `
create policy own on app.attachment for select to {student} using (leaver_id = (select app.my_leaver()));
create policy own_new on app.attachment for insert to {student} with check (
  leaver_id = (select app.my_leaver()) and added_by = (select app.my_member()) and removed_at is null
  and exists (select from app.section_rule r where r.code = section and r.writer = 'student' and r.sensitivity = 'ordinary'));
create policy own_away on app.attachment for update to {student}
  using (leaver_id = (select app.my_leaver()) and removed_at is null) with check (leaver_id = (select app.my_leaver()));
create policy of_my_child on app.attachment for select to {guardian} using (leaver_id = (select app.my_leaver()) and removed_at is null);
create policy shared on app.attachment for select to {college} using (exists (
  select from app.share s where s.leaver_id = attachment.leaver_id and s.section = attachment.section and attachment.id = any(s.files)));
create policy opened on app.attachment for select to {mentor} using (removed_at is null and app.mentors_content(leaver_id)
  and exists (select from app.opened_section o where o.leaver_id = attachment.leaver_id and o.section = attachment.section));
grant select on app.attachment to {student}, {guardian}, {mentor}, {school}, {college};
grant insert (leaver_id, section, question, asked, name, kind, size, sha256, contents, added_at, added_by) on app.attachment to {student};
grant update (removed_at) on app.attachment to {student}`;

export class Attachments1790000000054 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLE, guarded('attachment'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
