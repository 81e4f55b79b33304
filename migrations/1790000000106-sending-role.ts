import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** The role in which a study coach of an mbo sends follows from that of study coach, so it ends and comes back with it, whatever ends it. */
const FOLLOWS = `
create function app.sending_role(of_coach app.membership) returns setof app.membership language sql stable as $$
  select m.* from app.membership m join app.organisation o on o.id = m.organisation_id and o.kind = 'mbo'
  where of_coach.role = 'study-coach' and m.role = 'mentor' and (m.account_id, m.organisation_id) = (of_coach.account_id, of_coach.organisation_id)
$$;
create function app.end_sending_role() returns trigger language plpgsql as $$
begin
  update app.membership m set ended_on = new.ended_on, accepted_at = new.accepted_at, invited_at = new.invited_at, invitation_ends_at = new.invitation_ends_at
  where m.id in (select s.id from app.sending_role(new) s) and m.ended_on is not distinct from old.ended_on;
  return null;
end $$;
create trigger end_sending_role after update of ended_on on app.membership for each row
  when (new.role = 'study-coach' and new.ended_on is distinct from old.ended_on) execute function app.end_sending_role()`;

/** Who stayed behind before this. */
const BEHIND = `
update app.membership m set ended_on = c.ended_on from app.membership c
where c.role = 'study-coach' and c.ended_on is not null and m.ended_on is null and m.id in (select s.id from app.sending_role(c) s)`;

export class SendingRole1790000000106 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, FOLLOWS, BEHIND);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
