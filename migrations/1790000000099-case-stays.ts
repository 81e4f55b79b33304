import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** What a desk had done with a case that went on to another: kept for the counts, and nobody else's to see. */
const STAYS = `
create table app.case_stay (
  case_id uuid not null references app.desk_case on delete cascade,
  desk_id uuid not null references app.organisation,
  picked_up_on date,
  last_attempt_on date,
  contacted_on date,
  approached_on date,
  intake_on date,
  trajectory_on date,
  trajectory_ended_on date
);
comment on table app.case_stay is 'Written by app.leave_desk() alone, read by functions alone.';
create index case_stay_case on app.case_stay (case_id);
insert into app.case_stay
select id, handed_over_by, null, least(last_attempt_on, at_desk_since), contacted_on, approached_on, intake_on, trajectory_on, trajectory_ended_on
from app.desk_case where handed_over_by is not null and at_desk_since > approached_on;
update app.desk_case set (last_attempt_on, contacted_on, approached_on, intake_on, trajectory_on, trajectory_ended_on) = (
  case when last_attempt_on >= at_desk_since then last_attempt_on end, case when contacted_on >= at_desk_since then contacted_on end,
  case when last_attempt_on >= at_desk_since then last_attempt_on end, case when intake_on >= at_desk_since then intake_on end,
  case when trajectory_on >= at_desk_since then trajectory_on end, case when trajectory_ended_on >= at_desk_since then trajectory_ended_on end)
where handed_over_by is not null and at_desk_since > approached_on`;

/** Since when nobody has it who had it; the desk hears it in its next digest. */
const RELEASES = `
alter table app.desk_case add released_on date;
grant update (released_on) on app.desk_case to {desk};
alter table app.telling drop constraint telling_reasons_check,
  add constraint telling_reasons_check check (reasons <@ array['mentor', 'instead-of-mentor', 'desk', 'released', 'help-offer', 'information', 'region', 'college'])`;

export class CaseStays1790000000099 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, STAYS, RELEASES, guarded('case_stay'));
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
