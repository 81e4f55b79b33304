import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** A file can be thrown away before it goes in, and one that kills its worker is not tried for ever. */
const COLUMNS = `
alter table app.delivery add attempts int not null default 0,
  drop constraint delivery_state_check, add constraint delivery_state_check check (state in
    ('uploaded', 'checked', 'wanted', 'importing', 'done', 'refused', 'undo-wanted', 'undone', 'discarded'));
comment on column app.delivery.region is 'Only of what a region brought: a file that a school or college brought itself is not for the region.';
comment on column app.delivery.attempts is 'How often a worker began and did not end.'`;

/** A page says what it wants of a file that rests; only the worker says that it has happened. */
const POLICIES = `
drop policy own_new on app.delivery;
drop policy own_wish on app.delivery;
drop policy region_wish on app.delivery;
create policy own_new on app.delivery for insert to {school}, {college} with check (region is null and state = 'uploaded'
  and organisation_id = (select app.my_organisation()) and brought_by = (select app.my_member()));
create policy own_wish on app.delivery for update to {school}, {college}
  using (organisation_id = (select app.my_organisation()) and state in ('checked', 'refused', 'done'))
  with check (organisation_id = (select app.my_organisation()) and state in ('uploaded', 'wanted', 'undo-wanted', 'discarded'));
create policy region_wish on app.delivery for update to {region}
  using (region = (select app.my_region()) and state in ('checked', 'refused', 'done'))
  with check (region = (select app.my_region()) and state in ('uploaded', 'wanted', 'undo-wanted', 'discarded'))`;

export class Files1790000000012 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, COLUMNS, POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
