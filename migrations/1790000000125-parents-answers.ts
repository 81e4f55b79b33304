import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** That somebody who turned 16 was asked again, once; and on which day a parent answered: moments are kept in real time, terms count days that hold. */
const DAYS = `
alter table app.sharing add asked_again_on date;
comment on column app.sharing.asked_again_on is 'The day of the mail that asks who turned 16 to decide alone about what a parent agreed to.';
create index sharing_to_ask_again on app.sharing (leaver_id) where needs_guardian and asked_again_on is null;
alter table app.guardian_answer add answered_on date;
set local role {worker};
update app.guardian_answer set answered_on = (answered_at at time zone 'Europe/Amsterdam')::date;
reset role`;

export class ParentsAnswers1790000000125 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, DAYS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
