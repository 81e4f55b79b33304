import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Who supports students at a school: a member of staff like any other, who moreover sees some content. */
const ROLE = `
do $$
declare prefix text := (select role_prefix from app.installation);
begin
  if not exists (select from pg_roles where rolname = prefix || 'as_support') then
    execute format('create role %I nologin', prefix || 'as_support');
  end if;
  execute format('grant %I to %I', prefix || 'as_guest', prefix || 'as_support');
  execute format('grant %I to %I', prefix || 'as_support', prefix || 'web');
end $$`;

/** Hours away in one school year, as the school counted them; the years before say nothing about now. */
const PRESENCE = `
create table app.presence (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  school_year text not null,
  hours_with_reason int,
  hours_without_reason int,
  reported boolean,
  unique (leaver_id, school_year)
);
comment on column app.presence.reported is 'Whether the school reported it to leerplicht.'`;

/** Content only of whom a page of support was begun for (rules 10: sections 6, 8 and 9 of the own school). */
const WHO = `
create function app.is_supported(leaver uuid) returns boolean language sql stable
return app.part_writer() = 'support-coordinator' and exists (select from app.leaver l where l.id = leaver)
  and exists (select from app.school_draft d where d.leaver_id = leaver and d.section = 'support')`;

const POLICIES = `
create policy support on app.leaver for select to {support} using (school_id = (select app.my_organisation()));
grant select (id, school_id, school_year, given_name, name_prefix, family_name, folded_given, folded_family, sort_name, class, school_type) on app.leaver to {support};
alter policy part on app.section_text to {mentor}, {support};
alter policy part_new on app.section_text to {mentor}, {support};
alter policy part_change on app.section_text to {mentor}, {support};
alter policy part on app.school_draft to {mentor}, {support};
alter policy part_new on app.school_draft to {mentor}, {support};
alter policy part_change on app.school_draft to {mentor}, {support};
alter policy part on app.agreement to {mentor}, {support};
create policy needs on app.section_text for select to {support} using (section in ('what-i-need', 'home-and-health') and app.is_supported(leaver_id)
  and (section = 'what-i-need' or exists (select from app.opened_section o where o.leaver_id = section_text.leaver_id and o.section = section_text.section)));
create policy support on app.opened_section for select to {support} using (section = 'home-and-health' and app.is_supported(leaver_id));
create policy own on app.presence for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()));
create policy support on app.presence for select to {support} using (app.is_supported(leaver_id));
grant select, insert, update on app.section_text, app.school_draft to {support};
grant select on app.agreement, app.opened_section to {support};
grant select, insert, delete on app.search to {support};
grant select on app.presence to {student}, {guardian}, {support}`;

export class Support1790000000053 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, ROLE, PRESENCE, WHO, guarded('presence'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
