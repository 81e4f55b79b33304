import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/**
 * What a region wants otherwise than libs/policy: a line per change, never overwritten; the last one about a field counts, and
 * null is back to the usual. Rules are asked as any actor, so everybody reads the values, only the region who changed them.
 */
const TABLE = `
create table app.calendar_change (
  id bigint generated always as identity primary key,
  region text not null,
  school_year text not null check (school_year ~ '^[0-9]+-[0-9]+$'),
  field text not null,
  value text,
  changed_on date not null,
  changed_at timestamptz not null,
  changed_by uuid references app.membership on delete set null
);
comment on column app.calendar_change.value is 'A day, a number of days, or for a holiday the first and last day with a slash between. Null: as usual again.';
create index calendar_change_last on app.calendar_change (region, school_year, field, id desc);
alter table app.calendar_change enable row level security, force row level security`;

const POLICIES = `
create policy worker on app.calendar_change to {worker} using (true) with check (true);
create policy everybody on app.calendar_change for select to {guest}, {student}, {mentor}, {school}, {college}, {desk}, {guardian}, {office}, {privacy} using (true);
create policy own on app.calendar_change for select to {region} using (region = (select app.my_region()));
create policy own_new on app.calendar_change for insert to {region}
  with check (region = (select app.my_region()) and changed_by = (select app.my_member()));
grant select (id, region, school_year, field, value) on app.calendar_change
  to {guest}, {student}, {mentor}, {school}, {college}, {desk}, {guardian}, {office}, {privacy};
grant select on app.calendar_change to {region}, {worker};
grant insert on app.calendar_change to {region}, {worker}`;

export class CalendarChanges1790000000069 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLE, POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
