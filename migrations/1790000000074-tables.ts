import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** A meeting of a school about who may get stuck, with the list as it stood when somebody opened it. */
const TABLES = `
create table app.transition_table (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references app.organisation on delete cascade,
  held_on date not null,
  attendees text not null,
  opened_by uuid references app.membership on delete set null,
  unique (organisation_id, held_on)
);
comment on column app.transition_table.attendees is 'One a line: a name and what somebody does. Text, because most have no account here.';
create table app.table_place (
  id uuid primary key default gen_random_uuid(),
  table_id uuid not null references app.transition_table on delete cascade,
  organisation_id uuid not null references app.organisation on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  reason text not null,
  place int not null,
  left_out_because text,
  unique (table_id, leaver_id)
);
comment on column app.table_place.place is 'The order of urgency on the day that the list was made.';
create index table_place_leaver on app.table_place (leaver_id)`;

/** What was agreed about a leaver: who does it is somebody of the school, or a name. */
const AGREEMENTS = `
create table app.table_agreement (
  id uuid primary key default gen_random_uuid(),
  table_id uuid not null references app.transition_table on delete cascade,
  organisation_id uuid not null references app.organisation on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  agreed_on date not null,
  what text not null,
  owner_id uuid references app.membership on delete set null,
  owner_name text not null,
  due_on date not null,
  made_by uuid references app.membership on delete set null,
  done_on date,
  done_by uuid references app.membership on delete set null,
  unique (table_id, leaver_id, what, owner_name, due_on)
);
comment on column app.table_agreement.owner_name is 'As it was written down, also when the owner has an account: people leave, minutes stay.';
create index table_agreement_leaver on app.table_agreement (leaver_id);
create index table_agreement_owner on app.table_agreement (owner_id) where owner_id is not null`;

const POLICIES = `
create policy school on app.transition_table to {school} using (organisation_id = (select app.my_organisation()))
  with check (organisation_id = (select app.my_organisation()));
create policy school on app.table_place to {school}
  using (organisation_id = (select app.my_organisation()) and exists (select from app.leaver l where l.id = table_place.leaver_id))
  with check (organisation_id = (select app.my_organisation()) and exists (select from app.leaver l where l.id = table_place.leaver_id)
    and exists (select from app.transition_table t where t.id = table_place.table_id));
create policy school on app.table_agreement to {school}
  using (organisation_id = (select app.my_organisation()) and exists (select from app.leaver l where l.id = table_agreement.leaver_id))
  with check (organisation_id = (select app.my_organisation()) and exists (select from app.leaver l where l.id = table_agreement.leaver_id)
    and exists (select from app.table_place p where p.table_id = table_agreement.table_id and p.leaver_id = table_agreement.leaver_id));
create policy mentor on app.table_agreement for select to {mentor} using (exists (select from app.leaver l where l.id = table_agreement.leaver_id));
create policy mentor_done on app.table_agreement for update to {mentor}
  using (owner_id = any((select app.my_members())::uuid[]) and exists (select from app.leaver l where l.id = table_agreement.leaver_id))
  with check (owner_id = any((select app.my_members())::uuid[]) and (done_by is null or done_by = (select app.my_member())));
grant select, insert on app.transition_table, app.table_place, app.table_agreement to {school};
grant update (held_on, attendees) on app.transition_table to {school};
grant update (left_out_because) on app.table_place to {school};
grant update (done_on, done_by) on app.table_agreement to {school}, {mentor};
grant delete on app.table_agreement to {school};
grant select on app.table_agreement to {mentor}`;

export class Tables1790000000074 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLES, AGREEMENTS, guarded('transition_table', 'table_place', 'table_agreement'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
