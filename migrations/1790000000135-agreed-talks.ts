import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** A talk that a student under 16 asks for after a parent agreed to sharing is something new: it waits for a yes of its own. What a college sees today stays. */
const AGREED = `
alter table app.warm_handover add agreed_by uuid[] not null default '{}', add parent_agreed boolean not null default false;
comment on column app.warm_handover.agreed_by is 'The parents who said yes to a page on which this talk stood.';
comment on column app.warm_handover.parent_agreed is 'As many parents as are needed said yes. Counts for a talk that asks a parent.';
comment on column app.warm_handover.asks_parent is 'Asked by a student under 16: closed to the college until a parent agreed to it and a part of the student is shared with it.';
create or replace function app.asks_parent_too() returns trigger language plpgsql as $$
begin
  new.asks_parent := new.asked_role = 'student' and exists (select from app.leaver l where l.id = new.leaver_id and new.asked_on < l.birth_date + interval '16 years');
  new.agreed_by := '{}';
  new.parent_agreed := false;
  return new;
end $$;
set local role {worker};
update app.warm_handover h set parent_agreed = true where h.asks_parent and exists (
  select from app.share s join app.section_rule r on r.code = s.section and r.writer = 'student' where s.application_id = h.application_id and s.state = 'given');
reset role`;

const POLICY = `
drop policy college on app.warm_handover;
create policy college on app.warm_handover for select to {college} using (app.handover_goes_on(application_id, leaver_id, state)
  and (not asks_parent or state in ('held', 'checked') or parent_agreed and app.student_shares_with(application_id, leaver_id)))`;

export class AgreedTalks1790000000135 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, AGREED, POLICY);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
