import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** A link that lets somebody in for the first time; what they become stands in their memberships. */
const INVITATIONS = `
create table app.invitation (
  id bytea primary key,
  account_id uuid not null references app.account on delete cascade,
  organisation_id uuid not null references app.organisation,
  sent_by uuid references app.membership on delete set null,
  sent_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null,
  used_at timestamptz
);
create index invitation_account on app.invitation (account_id, organisation_id)`;

/** What was done with whose roles, by whom: written once, never changed. Without a doer it was the service itself. */
const HISTORY = `
create table app.people_event (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references app.organisation,
  member_id uuid not null references app.membership on delete cascade,
  kind text not null,
  by_id uuid references app.membership on delete set null,
  other_id uuid references app.membership on delete set null,
  note text,
  day date not null,
  at timestamptz not null default clock_timestamp()
);
comment on column app.people_event.other_id is 'Who took over from this member, or handed over to them.';
create index people_event_member on app.people_event (member_id, id);
create index people_event_organisation on app.people_event (organisation_id, id);
alter table app.people_event enable row level security, force row level security;
create policy worker on app.people_event to {worker} using (true) with check (true);
grant select, insert on app.people_event to {worker};
create policy administrator on app.people_event for select to {mentor}, {school}, {college}, {desk}, {region}, {office}, {privacy}, {guest}
  using (organisation_id = (select app.my_organisation()) and exists (select from app.membership me where me.id = app.my_member()
    and (me.administers or me.role in ('careers-dean', 'school-administrator', 'region-administrator'))));
grant select on app.people_event to {mentor}, {school}, {college}, {desk}, {region}, {office}, {privacy}, {guest}`;

/** A hand-over for good is about the leavers there were; next year's file says anew whose mentor somebody is. */
const STAND_INS = `
alter table app.stand_in add school_year text,
  add check ((kind = 'for-good') = (school_year is not null))`;

const SEARCHES = `
alter policy own on app.search to {mentor}, {school}, {college}, {desk}, {region}, {office}, {privacy}, {guest};
grant select, insert, delete on app.search to {office}, {privacy}, {guest}`;

export class Administering1790000000044 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, INVITATIONS, guarded('invitation'), HISTORY, STAND_INS, SEARCHES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
