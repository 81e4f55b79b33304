import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Who asked for a talk gave a telephone number for it: a college reads it while the application goes on, and what was agreed once the talk was held. */
const POLICY = `
drop function if exists app.stop_sharing(uuid, timestamptz);
create function app.handover_goes_on(application uuid, leaver uuid, state text) returns boolean language sql stable
return exists (select from app.application a join app.status_rule r on r.code = a.status
  where a.id = application and a.leaver_id = leaver and (r.rank is not null or state in ('held', 'checked')));
drop policy college on app.warm_handover;
create policy college on app.warm_handover for select to {college} using (app.handover_goes_on(application_id, leaver_id, state))`;

export class HandoverEnds1790000000122 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, POLICY);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
