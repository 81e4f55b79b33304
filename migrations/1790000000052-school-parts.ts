import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What the school is still writing stands apart from what the student may read, so that half a sentence is never read. */
const TABLES = `
create table app.school_draft (
  leaver_id uuid not null references app.leaver on delete cascade,
  section text not null,
  version int not null,
  answers jsonb not null,
  written_at timestamptz not null,
  written_by uuid references app.membership on delete set null,
  primary key (leaver_id, section)
);
comment on table app.school_draft is 'What somebody at school is writing; finished, it is copied to section_text with the version it has then.';
create table app.agreement (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  section text not null,
  version int not null,
  answers jsonb not null,
  agrees boolean not null,
  reason text not null default '',
  said_at timestamptz not null,
  said_by uuid references app.membership on delete set null,
  check (agrees or reason <> '')
);
comment on table app.agreement is 'What the student said of a text by the school. Only added to: the newest of the version that stands now counts.';
comment on column app.agreement.answers is 'The text as it was read.';
create index agreement_of on app.agreement (leaver_id, section, said_at desc);
create table app.opened_section (
  leaver_id uuid not null references app.leaver on delete cascade,
  section text not null,
  opened_at timestamptz not null,
  opened_by uuid references app.membership on delete set null,
  primary key (leaver_id, section)
);
comment on table app.opened_section is 'A part of the student that somebody at school may read along; closed again by removing the row.'`;

/** A summer team and a dean never see content (rules 10): the role says so, whoever the mentor of the leaver is. */
const WHO = `
create function app.part_writer() returns text language sql stable
return (select case m.role when 'mentor' then 'mentor' when 'work-income-officer' then 'mentor' when 'support-coordinator' then 'support-coordinator' end
  from app.membership m where m.id = app.my_member());
create function app.may_write_part(leaver uuid, part text) returns boolean language sql stable
return exists (select from app.section_rule r where r.code = part and r.writer = app.part_writer()) and exists (select from app.leaver l where l.id = leaver);
create function app.mentors_content(leaver uuid) returns boolean language sql stable
return app.part_writer() = 'mentor' and exists (select from app.leaver l where l.id = leaver);
create function app.for_child_to_read(part text, done boolean) returns boolean language sql stable
return done or exists (select from app.section_rule r where r.code = part and r.writer = 'student')`;

const POLICIES = `
alter policy own on app.section_text using (leaver_id = (select app.my_leaver()) and app.for_child_to_read(section, done));
create policy child on app.section_text for select to {guardian} using (leaver_id = (select app.my_leaver()) and app.for_child_to_read(section, done));
create policy part on app.section_text for select to {mentor} using (app.may_write_part(leaver_id, section));
create policy part_new on app.section_text for insert to {mentor} with check (app.may_write_part(leaver_id, section) and written_by = (select app.my_member()));
create policy part_change on app.section_text for update to {mentor} using (app.may_write_part(leaver_id, section))
  with check (app.may_write_part(leaver_id, section) and written_by = (select app.my_member()));
create policy opened on app.section_text for select to {mentor} using (app.mentors_content(leaver_id)
  and exists (select from app.opened_section o where o.leaver_id = section_text.leaver_id and o.section = section_text.section));
create policy part on app.school_draft for select to {mentor} using (app.may_write_part(leaver_id, section));
create policy part_new on app.school_draft for insert to {mentor} with check (app.may_write_part(leaver_id, section) and written_by = (select app.my_member()));
create policy part_change on app.school_draft for update to {mentor} using (app.may_write_part(leaver_id, section))
  with check (app.may_write_part(leaver_id, section) and written_by = (select app.my_member()));
create policy own on app.agreement for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()));
create policy own_new on app.agreement for insert to {student} with check (leaver_id = (select app.my_leaver()) and said_by = (select app.my_member())
  and exists (select from app.section_text t join app.section_rule r on r.code = t.section and r.writer <> 'student'
    where (t.leaver_id, t.section, t.version) = (agreement.leaver_id, agreement.section, agreement.version) and t.done));
create policy part on app.agreement for select to {mentor} using (app.may_write_part(leaver_id, section));
create policy own on app.opened_section for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()));
create policy own_new on app.opened_section for insert to {student} with check (leaver_id = (select app.my_leaver()) and opened_by = (select app.my_member())
  and exists (select from app.section_rule r where r.code = section and r.writer = 'student'));
create policy own_close on app.opened_section for delete to {student} using (leaver_id = (select app.my_leaver()));
create policy mentor on app.opened_section for select to {mentor} using (app.mentors_content(leaver_id));
grant select on app.section_text to {guardian};
grant select, insert, update on app.section_text, app.school_draft to {mentor};
grant select, insert on app.agreement to {student};
grant select on app.agreement to {guardian}, {mentor};
grant select, insert, delete on app.opened_section to {student};
grant select on app.opened_section to {guardian}, {mentor}`;

export class SchoolParts1790000000052 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLES, WHO, guarded('school_draft', 'agreement', 'opened_section'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
