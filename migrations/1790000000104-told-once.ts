import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

const TOLD = `
alter table app.in_view add told_in uuid[] not null default '{}';
comment on column app.in_view.told_in is 'The mails that told of the check that is due now.';
alter table app.desk_case add released_at timestamptz;
update app.desk_case set released_at = clock_timestamp() where released_on is not null`;

/** As of a case: how it ended and where somebody went stays with the desk and the school. */
const CARDS = `
revoke select on app.card from {region};
grant select (leaver_id, school_id, mentor_id, school_year, class, display_name, sort_name, birth_date, phase, phase_since, applications, application_id, college_name, programme_name, level,
  pathway, starts_on, last_heard_on, signal_kind, signal_since, route, turn, turn_since, work_group, case_id, case_desk_id, unconfirmed) on app.card to {region}`;

export class ToldOnce1790000000104 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TOLD, CARDS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
