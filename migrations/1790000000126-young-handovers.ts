import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** A talk that a student under 16 asks for is the student's own choice: the college knows nothing of it until it may read what a parent agreed to. */
const ASKED = `
alter table app.warm_handover add asks_parent boolean not null default false;
comment on column app.warm_handover.asks_parent is 'Asked by a student under 16: closed to the college until a part of the student is shared with it.';
create function app.asks_parent_too() returns trigger language plpgsql as $$
begin
  new.asks_parent := new.asked_role = 'student' and exists (select from app.leaver l where l.id = new.leaver_id and new.asked_on < l.birth_date + interval '16 years');
  return new;
end $$;
create trigger asks_parent_too before insert or update of asked_role, asked_on on app.warm_handover for each row execute function app.asks_parent_too();
set local role {worker};
update app.warm_handover set asked_on = asked_on where asked_role = 'student';
reset role`;

/** Held back by what the college may read itself: what the school sent by law is no part of the student, and agrees to nothing. */
const POLICY = `
create function app.student_shares_with(application uuid, leaver uuid) returns boolean language sql stable
return exists (select from app.share s join app.section_rule r on r.code = s.section and r.writer = 'student' where s.application_id = application and s.leaver_id = leaver);
drop policy college on app.warm_handover;
create policy college on app.warm_handover for select to {college} using (app.handover_goes_on(application_id, leaver_id, state)
  and (not asks_parent or state in ('held', 'checked') or app.student_shares_with(application_id, leaver_id)))`;

export class YoungHandovers1790000000126 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, ASKED, POLICY);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
