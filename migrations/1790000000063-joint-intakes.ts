import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** One talk with everybody who matters for a start: planned by college or mentor, one at a time per application. */
const MEETING = `
create table app.joint_intake (
  id uuid primary key default gen_random_uuid(),
  application_id uuid not null references app.application on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  planned_on date not null,
  planned_at time not null,
  place text not null,
  purpose text not null,
  planned_by uuid references app.membership on delete set null,
  sequence int not null default 0,
  state text not null default 'planned' check (state in ('planned', 'cancelled', 'held')),
  agreements text
);
comment on column app.joint_intake.planned_at is 'Local time, as people say it.';
comment on column app.joint_intake.sequence is 'Rises with every change, so that a calendar knows which invitation is the newest.';
comment on column app.joint_intake.purpose is 'A code of a fixed list: it stands in a mail and on a page without signing in.';
create unique index joint_intake_planned on app.joint_intake (application_id) where state = 'planned';
create index joint_intake_leaver on app.joint_intake (leaver_id)`;

const GUESTS = `
create table app.joint_intake_guest (
  id uuid primary key default gen_random_uuid(),
  joint_intake_id uuid not null references app.joint_intake on delete cascade,
  application_id uuid not null references app.application on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  kind text not null check (kind in ('student', 'parent', 'school', 'college', 'municipality', 'other')),
  guest_member uuid references app.membership on delete cascade,
  name text not null,
  email text not null,
  answer text check (answer in ('yes', 'no', 'maybe')),
  reason text,
  answered_at timestamptz,
  attended boolean
);
create index joint_intake_guest_meeting on app.joint_intake_guest (joint_intake_id);
create index joint_intake_guest_leaver on app.joint_intake_guest (leaver_id);
create table app.joint_intake_link (
  id bytea primary key,
  guest_id uuid not null references app.joint_intake_guest on delete cascade
);
create index joint_intake_link_guest on app.joint_intake_link (guest_id)`;

const POLICIES = `
create policy own on app.joint_intake for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()) and app.applied_by(application_id, leaver_id));
create policy mentor on app.joint_intake for select to {mentor} using (app.mentors_content(leaver_id) and app.applied_by(application_id, leaver_id));
create policy college on app.joint_intake for select to {college} using (app.applied_by(application_id, leaver_id));
create policy own on app.joint_intake_guest for select to {student} using (leaver_id = (select app.my_leaver()) and app.applied_by(application_id, leaver_id));
create policy mentor on app.joint_intake_guest for select to {mentor} using (app.mentors_content(leaver_id) and app.applied_by(application_id, leaver_id));
create policy college on app.joint_intake_guest for select to {college} using (app.applied_by(application_id, leaver_id));
grant select on app.joint_intake to {student}, {guardian}, {mentor}, {college};
grant select (id, joint_intake_id, application_id, leaver_id, kind, name, answer, answered_at, attended) on app.joint_intake_guest to {student};
grant select (id, joint_intake_id, application_id, leaver_id, kind, name, answer, reason, answered_at, attended) on app.joint_intake_guest to {mentor}, {college}`;

export class JointIntakes1790000000063 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, MEETING, GUESTS, guarded('joint_intake', 'joint_intake_guest', 'joint_intake_link'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
