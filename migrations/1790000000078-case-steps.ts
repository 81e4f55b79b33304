import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** How far a desk is with a young person, in the words of the yearly report (rules 8); and since when this desk has the case. */
const STEPS = `
alter table app.desk_case
  add at_desk_since date, add approached_on date, add intake_on date, add trajectory_on date, add trajectory_ended_on date;
comment on column app.desk_case.at_desk_since is 'Clocks run from here when the case came from another desk or from the region; else from opened_on.';
update app.desk_case c set approached_on = (select min(t.on_day) from app.attempt t where t.case_id = c.id and t.choice in ('no-contact', 'contact'))
  where c.last_attempt_on is not null;
grant update (at_desk_since, approached_on, intake_on, trajectory_on, trajectory_ended_on) on app.desk_case to {desk};
grant update (at_desk_since) on app.desk_case to {region}`;

/** What a desk intends, in its own words: no other desk, school or college reads it. */
const PLANS = `
create table app.case_plan (
  case_id uuid not null references app.desk_case on delete cascade,
  organisation_id uuid not null references app.organisation,
  plan text not null default '',
  next_on date,
  written_by uuid not null references app.membership,
  written_on date not null,
  primary key (case_id, organisation_id)
)`;

const POLICIES = `
create policy own on app.case_plan for select to {desk} using (organisation_id = (select app.my_organisation())
  and exists (select from app.desk_case c where c.id = case_plan.case_id));
create policy own_new on app.case_plan for insert to {desk} with check (organisation_id = (select app.my_organisation())
  and written_by = (select app.my_member()) and exists (select from app.desk_case c where c.id = case_plan.case_id and c.desk_id = (select app.my_organisation())));
create policy own_change on app.case_plan for update to {desk} using (organisation_id = (select app.my_organisation()))
  with check (organisation_id = (select app.my_organisation()) and written_by = (select app.my_member()));
grant select, insert on app.case_plan to {desk};
grant update (plan, next_on, written_by, written_on) on app.case_plan to {desk}`;

/** Who has which case open: forgotten after minutes, and only the functions of migrations/install read it. */
const OPENINGS = `
create unlogged table app.case_opening (
  case_id uuid not null references app.desk_case on delete cascade,
  member_id uuid not null references app.membership on delete cascade,
  opened_at timestamptz not null,
  primary key (case_id, member_id)
);
create index case_opening_old on app.case_opening (opened_at)`;

export class CaseSteps1790000000078 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, STEPS, PLANS, OPENINGS, guarded('case_plan', 'case_opening'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
