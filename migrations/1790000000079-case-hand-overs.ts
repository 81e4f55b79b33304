import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** A desk asks another desk, or another region, to take a case over; until they say yes it stays where it is (rules 8). */
const HAND_OVERS = `
create table app.case_hand_over (
  id uuid primary key default gen_random_uuid(),
  case_id uuid not null references app.desk_case on delete cascade,
  from_id uuid not null references app.organisation,
  to_id uuid references app.organisation,
  to_region text,
  because text not null,
  asked_by uuid references app.membership,
  asked_on date not null,
  answer text check (answer in ('accepted', 'refused', 'withdrawn')),
  answer_because text not null default '',
  answered_by uuid references app.membership,
  answered_on date,
  check (num_nonnulls(to_id, to_region) = 1 and (answer is null) = (answered_on is null))
);
comment on table app.case_hand_over is 'Written by functions only. The reasons are for the two sides; mentor and college read them nowhere.';
create unique index case_hand_over_open on app.case_hand_over (case_id) where answer is null;
create index case_hand_over_case on app.case_hand_over (case_id)`;

const POLICIES = `
create policy sides on app.case_hand_over for select to {desk}
  using ((select app.my_organisation()) in (from_id, to_id));
create policy asked on app.case_hand_over for select to {region} using (to_region = (select app.my_region()));
create policy region_asked on app.desk_case for select to {region} using (exists (
  select from app.case_hand_over h where h.case_id = desk_case.id and h.answer is null and h.to_region = (select app.my_region())));
grant select on app.case_hand_over to {desk}, {region}`;

export class CaseHandOvers1790000000079 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, HAND_OVERS, guarded('case_hand_over'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
