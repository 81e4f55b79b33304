import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Kinds of actor that came later: parents, the office of a school, and who watches over the log. */
const ROLES = `
do $$
declare prefix text := (select role_prefix from app.installation); kind text;
begin
  foreach kind in array array['guardian', 'office', 'privacy'] loop
    if not exists (select from pg_roles where rolname = prefix || 'as_' || kind) then
      execute format('create role %I nologin', prefix || 'as_' || kind);
    end if;
    execute format('grant usage on schema app to %I', prefix || 'as_' || kind);
    execute format('grant select on app.installation, app.organisation, app.organisation_municipality to %I', prefix || 'as_' || kind);
    execute format('grant %I to %I', prefix || 'as_' || kind, prefix || 'web');
  end loop;
end $$`;

/** A student or parent is a member of the school for one leaver; staff may administer the people of their organisation. */
const MEMBERSHIPS = `
alter table app.membership
  add leaver_id uuid references app.leaver on delete cascade,
  add administers boolean not null default false,
  add invited_by uuid references app.membership on delete set null,
  add invited_at timestamptz,
  add invitation_ends_at timestamptz,
  add accepted_at timestamptz,
  drop constraint membership_account_id_organisation_id_role_key,
  add constraint membership_once unique nulls not distinct (account_id, organisation_id, role, leaver_id),
  add check ((leaver_id is not null) = (role in ('student', 'guardian')));
update app.membership set accepted_at = clock_timestamp();
comment on column app.membership.accepted_at is 'Empty: invited, or noted to be invited; nobody has signed in with it yet.';
create index membership_leaver on app.membership (leaver_id) where leaver_id is not null;
alter table app.account add last_used_at timestamptz, add frozen_at timestamptz, add private_email text;
comment on column app.account.private_email is 'Of a student: where mail goes when the address of the school ends in summer.'`;

/** Who does the work of a mentor: for a leave, for the summer, or for good. */
const STAND_INS = `
create table app.stand_in (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references app.organisation,
  mentor_id uuid not null references app.membership on delete cascade,
  by_id uuid not null references app.membership on delete cascade,
  kind text not null check (kind in ('leave', 'summer', 'for-good')),
  class text,
  from_on date not null,
  until_on date,
  made_by uuid references app.membership on delete set null,
  made_at timestamptz not null default clock_timestamp(),
  check (mentor_id <> by_id),
  check ((kind = 'for-good') = (until_on is null)),
  check (class is null or kind = 'for-good')
);
comment on column app.stand_in.until_on is 'The last day.';
create index stand_in_by on app.stand_in (by_id);
create index stand_in_mentor on app.stand_in (mentor_id)`;

/** Who I am and for whom I stand in: looked up once per query, then an index condition. */
const MEMBERS = `
create function app.my_members() returns uuid[] language sql stable
return string_to_array(nullif(current_setting('app.members', true), ''), ',')::uuid[];
alter policy mentor on app.leaver using (mentor_id = any((select app.my_members())::uuid[]));
alter policy mentor_destination on app.leaver using (mentor_id = any((select app.my_members())::uuid[]));
alter policy mentor on app.card using (mentor_id = any((select app.my_members())::uuid[]));
create function app.my_leaver() returns uuid language sql stable
return nullif(current_setting('app.leaver', true), '')::uuid`;

/** A session is of an account, in one of its memberships at a time; it says how it began and from where. */
const SESSIONS = `
delete from app.session;
alter table app.session
  add account_id uuid not null references app.account on delete cascade,
  add how text not null check (how in ('mail-link', 'provider', 'code', 'example')),
  add provider text,
  add last_seen_at timestamptz not null default clock_timestamp(),
  add idle_seconds int not null,
  add second_factor_at timestamptz,
  add agent text not null default '',
  add address text not null default '';
create index session_account on app.session (account_id)`;

/** The office of a school brings files and looks after accounts, and never sees a leaver. */
const OFFICE = `
create policy office on app.membership for select to {office}, {privacy} using (organisation_id = (select app.my_organisation()) and leaver_id is null);
create policy office on app.account for select to {office}, {privacy} using (exists (select from app.membership m where m.account_id = account.id));
alter policy colleague on app.membership using (organisation_id = (select app.my_organisation()) and leaver_id is null);
grant select on app.membership, app.account, app.stand_in to {office}, {privacy};
grant select on app.stand_in to {mentor}, {school}, {college}, {desk}, {region};
create policy own_organisation on app.stand_in for select to {office}, {school}, {mentor}
  using (organisation_id = (select app.my_organisation()));
create policy region_people on app.membership for select to {region} using (leaver_id is null and organisation_id = any(
  array(select o.id from app.organisation o where o.region = (select app.my_region()))));
create policy office_dead on app.mail for select to {office}
  using (template = 'digest' and state = 'dead' and organisation_id = (select app.my_organisation()));
grant select (id, to_address, organisation_id, region, template, day, state, attempts, run_at, last_error, accepted_at,
  server_said, replaces, queued_at) on app.mail to {office};
alter policy own on app.delivery to {school}, {college}, {office};
alter policy own_new on app.delivery to {school}, {college}, {office};
alter policy own_wish on app.delivery to {school}, {college}, {office};
alter policy visible on app.delivery_part to {school}, {college}, {region}, {office};
alter policy visible_new on app.delivery_part to {school}, {college}, {region}, {office};
alter policy visible on app.delivery_remark to {school}, {college}, {region}, {office};
alter policy own on app.column_mapping to {school}, {college}, {office};
grant select on app.delivery, app.delivery_part, app.delivery_remark to {office};
grant insert (id, kind, organisation_id, region, brought_by, file_name, size, year) on app.delivery to {office};
grant update (state, year, all_or_nothing) on app.delivery to {office};
grant insert on app.delivery_part to {office};
grant select, insert, update, delete on app.column_mapping to {office}`;

/** A student and a parent see the one leaver that they came for, and what happened in words meant for all. */
const STUDENTS = `
create policy own on app.leaver for select to {student}, {guardian} using (id = (select app.my_leaver()));
create policy own on app.application for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()));
create policy own on app.event for select to {student}, {guardian} using (audience = 'all' and exists (
  select from app.application a where a.id = event.application_id));
grant select on app.programme to {student}, {guardian};
grant select (id, school_id, school_year, given_name, name_prefix, family_name, birth_date, email, school_type, class, destination, exam_result) on app.leaver to {student}, {guardian};
grant select (id, college_id, leaver_id, crebo, pathway, starts_on, applied_on, preference, status, status_on) on app.application to {student}, {guardian};
grant select (id, application_id, leaver_id, kind, was, became, as_of, known_at, audience, retracts) on app.event to {student}, {guardian}`;

export class Actors1790000000040 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, ROLES, MEMBERSHIPS, STAND_INS, guarded('stand_in'), MEMBERS, SESSIONS, OFFICE, STUDENTS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
