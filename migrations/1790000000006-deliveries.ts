import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Files that were brought on a page: what came, how far it is, what it changed, so that it can be undone for a day. */
const DELIVERIES = `
create table app.delivery (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  organisation_id uuid not null references app.organisation,
  region text,
  brought_by uuid not null references app.membership,
  file_name text not null,
  size int not null default 0,
  year text,
  state text not null default 'uploaded'
    check (state in ('uploaded', 'checked', 'wanted', 'importing', 'done', 'refused', 'undo-wanted', 'undone')),
  all_or_nothing boolean not null default false,
  report jsonb,
  problem text,
  brought_at timestamptz not null default now(),
  ended_at timestamptz,
  undone_at timestamptz
);
comment on column app.delivery.state is 'uploaded: to be checked; wanted: to be imported; refused: could not go in, problem says why.';
create index delivery_organisation on app.delivery (organisation_id, brought_at desc);
create index delivery_work on app.delivery (brought_at) where state in ('uploaded', 'wanted', 'importing', 'undo-wanted');
create table app.delivery_part (
  delivery_id uuid not null references app.delivery on delete cascade,
  part int not null,
  bytes bytea not null,
  primary key (delivery_id, part)
);
create table app.delivery_remark (
  delivery_id uuid not null references app.delivery on delete cascade,
  line int not null,
  refused boolean not null,
  column_name text not null,
  value text not null,
  message text not null
);
create index delivery_remark_line on app.delivery_remark (delivery_id, refused, line);
create table app.delivery_change (
  delivery_id uuid not null references app.delivery on delete cascade,
  table_name text not null,
  row_id uuid not null,
  before jsonb,
  at bigint generated always as identity,
  primary key (delivery_id, table_name, row_id)
);
comment on column app.delivery_change.before is 'The row as it was; null when the delivery made it.';
create index delivery_change_row on app.delivery_change (row_id);
create table app.column_mapping (
  organisation_id uuid not null references app.organisation,
  kind text not null,
  header text not null,
  column_name text,
  primary key (organisation_id, kind, header)
);
comment on column app.column_mapping.column_name is 'What a person said this header is; null is nothing of ours.'`;

/** Removing a leaver or an application takes its events along: undoing a delivery now, the term of keeping later. */
const EVENTS = `
alter table app.event drop constraint event_leaver_id_fkey, drop constraint event_application_id_fkey, drop constraint event_retracts_fkey,
  add foreign key (leaver_id) references app.leaver on delete cascade,
  add foreign key (application_id) references app.application on delete cascade,
  add foreign key (retracts) references app.event on delete cascade;
create index event_untied on app.event (application_id) where kind = 'untied';
alter table app.waiting_status add column delivery_id uuid`;

const POLICIES = `
create policy own on app.delivery for select to {school}, {college} using (organisation_id = (select app.my_organisation()));
create policy region on app.delivery for select to {region} using (region = (select app.my_region()));
create policy own_new on app.delivery for insert to {school}, {college}
  with check (organisation_id = (select app.my_organisation()) and brought_by = (select app.my_member()) and state = 'uploaded');
create policy region_new on app.delivery for insert to {region} with check (region = (select app.my_region())
  and brought_by = (select app.my_member()) and state = 'uploaded'
  and exists (select from app.organisation o where o.id = organisation_id and o.region = (select app.my_region())));
create policy own_wish on app.delivery for update to {school}, {college} using (organisation_id = (select app.my_organisation()));
create policy region_wish on app.delivery for update to {region} using (region = (select app.my_region()));
create policy visible on app.delivery_part for select to {school}, {college}, {region}
  using (exists (select from app.delivery d where d.id = delivery_part.delivery_id));
create policy visible_new on app.delivery_part for insert to {school}, {college}, {region}
  with check (exists (select from app.delivery d where d.id = delivery_part.delivery_id and d.state = 'uploaded'));
create policy visible on app.delivery_remark for select to {school}, {college}, {region}
  using (exists (select from app.delivery d where d.id = delivery_remark.delivery_id));
create policy own on app.column_mapping for all to {school}, {college}
  using (organisation_id = (select app.my_organisation())) with check (organisation_id = (select app.my_organisation()));
create policy region on app.column_mapping for all to {region} using (exists (
  select from app.organisation o where o.id = column_mapping.organisation_id and o.region = (select app.my_region())))
  with check (exists (
  select from app.organisation o where o.id = column_mapping.organisation_id and o.region = (select app.my_region())))`;

const GRANTS = `
grant select on app.delivery, app.delivery_part, app.delivery_remark to {school}, {college}, {region};
grant insert (id, kind, organisation_id, region, brought_by, file_name, size, year) on app.delivery to {school}, {college}, {region};
grant update (state, year, all_or_nothing) on app.delivery to {school}, {college}, {region};
grant insert on app.delivery_part to {school}, {college}, {region};
grant select, insert, update, delete on app.column_mapping to {school}, {college}, {region};
do $$ begin execute format('grant temporary on database %I to %I', current_database(),
  (select role_prefix from app.installation) || 'as_worker'); end $$`;

export class Deliveries1790000000006 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    const secured = guarded('delivery', 'delivery_part', 'delivery_remark', 'delivery_change', 'column_mapping');
    await runAs(database, DELIVERIES, EVENTS, secured, POLICIES, GRANTS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
