import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** To which mentor something was opened: what is in a special category stays shut for another one, until the student opens it again. */
const OPENED = `
alter table app.opened_section add opened_for uuid references app.membership on delete set null, add told_for uuid references app.membership on delete set null;
comment on column app.opened_section.opened_for is 'The mentor of that moment. Who comes back reads again what was opened to them.';
comment on column app.opened_section.told_for is 'The later mentor of whom the student was told.';
create index opened_section_opened_for on app.opened_section (opened_for);
create index opened_section_told_for on app.opened_section (told_for);
set local role {worker};
update app.opened_section o set opened_for = l.mentor_id from app.leaver l where l.id = o.leaver_id;
reset role`;

const STILL = `
create function app.still_open(leaver uuid, part text, opened_for uuid) returns boolean language sql stable as $$
  select exists (select from app.section_rule r where r.code = part and r.sensitivity = 'ordinary')
    or exists (select from app.leaver l where l.id = leaver and l.mentor_id is not distinct from opened_for)
$$;
select app.give_to_worker('app.still_open(uuid, text, uuid)');
grant execute on function app.still_open(uuid, text, uuid) to {student}, {guardian}, {mentor}, {worker};
create function app.open_to_mentor() returns trigger language plpgsql as $$
begin
  new.opened_for := (select l.mentor_id from app.leaver l where l.id = new.leaver_id);
  return new;
end $$;
select app.give_to_worker('app.open_to_mentor()');
create trigger open_to_mentor before insert on app.opened_section for each row execute function app.open_to_mentor()`;

const POLICIES = `
drop policy opened on app.section_text;
create policy opened on app.section_text for select to {mentor} using (app.mentors_content(leaver_id) and exists (
  select from app.opened_section o where o.leaver_id = section_text.leaver_id and o.section = section_text.section and app.still_open(o.leaver_id, o.section, o.opened_for)));
drop policy opened on app.attachment;
create policy opened on app.attachment for select to {mentor} using (removed_at is null and app.mentors_content(leaver_id) and exists (
  select from app.opened_section o where o.leaver_id = attachment.leaver_id and o.section = attachment.section and app.still_open(o.leaver_id, o.section, o.opened_for)))`;

export class OpenedFor1790000000127 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, OPENED, STILL, POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
