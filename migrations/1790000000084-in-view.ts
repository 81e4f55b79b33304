import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Who is looked at every quarter until re-entry or the upper age; one open row per leaver. What a check found is an attempt, with its note. */
const IN_VIEW = `
create table app.in_view (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  because text not null check (because in ('ended-case', 'profile')),
  school_follows boolean not null,
  case_id uuid references app.desk_case on delete set null,
  desk_id uuid not null references app.organisation,
  offered_to uuid references app.organisation,
  since date not null,
  watched_from date not null,
  last_check_on date,
  last_found text,
  last_by uuid references app.organisation,
  next_check_on date not null,
  call_on date,
  closed_on date,
  closed_because text,
  check ((closed_on is null) = (closed_because is null))
);
comment on column app.in_view.watched_from is 'A destination that became known after this day ends it; an undo moves it.';
comment on column app.in_view.closed_because is 'Empty text: ended without a reason in any list (rules 7).';
create unique index in_view_open on app.in_view (leaver_id) where closed_on is null;
create index in_view_leaver on app.in_view (leaver_id);
create index in_view_desk on app.in_view (desk_id, closed_on)`;

const POLICIES = `
create policy desk on app.in_view for select to {desk} using (closed_because is distinct from '' and (desk_id = (select app.my_organisation()) or offered_to = (select app.my_organisation())));
create policy school on app.in_view for select to {mentor}, {school} using (school_follows and closed_because is distinct from ''
  and exists (select from app.leaver l where l.id = in_view.leaver_id));
grant select on app.in_view to {mentor}, {school}, {desk}`;

export class InView1790000000084 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, IN_VIEW, guarded('in_view'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
