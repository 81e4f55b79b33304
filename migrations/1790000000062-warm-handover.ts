import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** A talk between school and college about one student, asked by student or mentor; one per application, asked anew after it was let go. */
const HANDOVER = `
create table app.warm_handover (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null unique references app.application on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  asked_by uuid references app.membership on delete set null,
  asked_role text not null check (asked_role in ('student', 'mentor')),
  asked_on date not null,
  topics text[] not null,
  contact_name text not null,
  contact_reach text not null,
  state text not null check (state in ('asked', 'planned', 'held', 'checked', 'not-needed')),
  planned_on date,
  planned_at time,
  held_on date,
  agreements text,
  checked_on date,
  is_kept boolean,
  check_note text,
  ended_on date
);
comment on column app.warm_handover.topics is 'Codes of a fixed list, so that nothing of a passport goes along by asking.';
comment on column app.warm_handover.planned_at is 'Local time, as people say it.';
create index warm_handover_leaver on app.warm_handover (leaver_id)`;

/** Whom one calls at a college: for one programme, or for all that have nobody of their own. */
const CONTACT = `
create table app.programme_contact (
  id uuid primary key default gen_random_uuid(),
  organisation_id uuid not null references app.organisation on delete cascade,
  crebo text,
  name text not null,
  works_as text not null,
  phone text,
  email text,
  reach text,
  kept_by uuid references app.membership on delete set null,
  kept_on date not null,
  check (num_nonnulls(phone, email) > 0),
  unique nulls not distinct (organisation_id, crebo)
);
comment on column app.programme_contact.crebo is 'Null: for every programme of this college without a contact of its own.'`;

const POLICIES = `
create function app.applied_by(application uuid, leaver uuid) returns boolean language sql stable
return exists (select from app.application a where a.id = application and a.leaver_id = leaver);
create policy own on app.warm_handover for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()) and app.applied_by(application_id, leaver_id));
create policy own_new on app.warm_handover for insert to {student} with check (leaver_id = (select app.my_leaver()) and app.applied_by(application_id, leaver_id)
  and state = 'asked' and asked_role = 'student' and asked_by = (select app.my_member()));
create policy own_change on app.warm_handover for update to {student} using (leaver_id = (select app.my_leaver()) and state <> 'checked')
  with check (leaver_id = (select app.my_leaver()) and asked_role = 'student' and asked_by = (select app.my_member()) and state in ('asked', 'not-needed'));
create policy mentor on app.warm_handover for select to {mentor} using (app.mentors_content(leaver_id) and app.applied_by(application_id, leaver_id));
create policy mentor_new on app.warm_handover for insert to {mentor} with check (app.mentors_content(leaver_id) and app.applied_by(application_id, leaver_id)
  and state = 'asked' and asked_role = 'mentor' and asked_by = (select app.my_member()));
create policy mentor_change on app.warm_handover for update to {mentor} using (app.mentors_content(leaver_id) and state <> 'checked')
  with check (app.mentors_content(leaver_id) and asked_role = 'mentor' and state in ('asked', 'not-needed'));
create policy school on app.warm_handover for select to {school} using (app.applied_by(application_id, leaver_id));
create policy college on app.warm_handover for select to {college} using (app.applied_by(application_id, leaver_id));
create policy college_change on app.warm_handover for update to {college} using (app.applied_by(application_id, leaver_id))
  with check (app.applied_by(application_id, leaver_id) and state <> 'asked');
grant select on app.warm_handover to {student}, {guardian}, {mentor}, {college};
grant select (id, application_id, leaver_id, asked_on, state, planned_on, held_on, checked_on) on app.warm_handover to {school};
grant insert on app.warm_handover to {student}, {mentor};
grant update (asked_by, asked_role, asked_on, topics, contact_name, contact_reach, state, planned_on, planned_at, held_on, ended_on) on app.warm_handover to {student}, {mentor};
grant update (state, planned_on, planned_at, held_on, agreements, checked_on, is_kept, check_note, ended_on) on app.warm_handover to {college};
create policy applied on app.programme_contact for select to {student}, {guardian}, {mentor}, {school}
  using (exists (select from app.application a where a.college_id = programme_contact.organisation_id));
create policy ours on app.programme_contact to {college} using (organisation_id = (select app.my_organisation()))
  with check (organisation_id = (select app.my_organisation()) and kept_by = (select app.my_member()));
grant select on app.programme_contact to {student}, {guardian}, {mentor}, {school}, {college};
grant insert, update, delete on app.programme_contact to {college}`;

export class WarmHandover1790000000062 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, HANDOVER, CONTACT, guarded('warm_handover', 'programme_contact'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
