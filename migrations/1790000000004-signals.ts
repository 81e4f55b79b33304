import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

const SIGNALS = `
create table app.sweep (
  day date primary key,
  ended_at timestamptz not null default now(),
  checked int not null, opened int not null, escalated int not null, closed int not null, mails int not null
);
create table app.signal (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver,
  kind text not null references app.signal_rule,
  route text not null,
  desk_id uuid references app.organisation,
  opened_on date not null,
  kind_since date not null,
  closed_on date,
  closed_because text,
  check ((closed_on is null) = (closed_because is null))
);
comment on column app.signal.kind_since is 'Since when it is of this kind: going from one row to another is one story, opened_on stays.';
create unique index signal_open on app.signal (leaver_id) where closed_on is null;
create index signal_leaver on app.signal (leaver_id)`;

const CASES = `
create table app.desk_case (
  id uuid primary key default gen_random_uuid(),
  number bigint generated always as identity (start with 1001) unique,
  leaver_id uuid not null references app.leaver,
  signal_id uuid not null references app.signal,
  route text not null,
  desk_id uuid references app.organisation,
  offered_to uuid references app.organisation,
  queue_region text,
  handed_over_by uuid references app.organisation,
  owner_id uuid references app.membership,
  opened_on date not null,
  picked_up_on date,
  last_attempt_on date,
  contacted_on date,
  closed_on date,
  outcome text,
  check (outcome is null or closed_on is not null)
);
create unique index desk_case_open on app.desk_case (leaver_id) where closed_on is null;
comment on column app.desk_case.handed_over_by is 'The desk that said it is not theirs: it does not come back there by itself.';
create index desk_case_leaver on app.desk_case (leaver_id);
create index desk_case_signal on app.desk_case (signal_id);
create index desk_case_desk on app.desk_case (desk_id, closed_on);
create index desk_case_queue on app.desk_case (queue_region) where queue_region is not null;
alter table app.event add foreign key (case_id) references app.desk_case;
create index event_case on app.event (case_id) where case_id is not null;
create table app.attempt (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver,
  case_id uuid references app.desk_case,
  member_id uuid not null references app.membership,
  organisation_id uuid not null references app.organisation,
  choice text not null,
  note text not null default '',
  on_day date not null,
  made_at timestamptz not null default now()
);
comment on table app.attempt is 'What a mentor or a desk tried, with its note: only the own organisation reads it. Others see one line without the note.';
create index attempt_leaver on app.attempt (leaver_id);
create index attempt_case on app.attempt (case_id) where case_id is not null`;

/** Programmes of which nobody was reported after the start date (rules 5). No personal data: everybody may know. */
const SILENCES = `
create table app.silence (
  id uuid primary key default gen_random_uuid(),
  college_id uuid not null references app.organisation,
  crebo text not null,
  pathway text not null,
  starts_on date not null,
  opened_on date not null,
  closed_on date
);
create unique index silence_open on app.silence (college_id, crebo, pathway, starts_on) where closed_on is null;
grant select on app.silence to {mentor}, {school}, {college}, {desk}, {region};
grant select, insert, update, delete on app.silence to {worker}`;

/** The read model: what a work list shows of one leaver, in one row, refreshed in the transaction that changes it. */
const CARDS = `
create table app.card (
  leaver_id uuid primary key references app.leaver on delete cascade,
  school_id uuid not null,
  mentor_id uuid,
  school_year text not null,
  class text,
  display_name text not null,
  sort_name text not null,
  birth_date date not null,
  phase text not null,
  phase_since date,
  destination text,
  applications int not null,
  application_id uuid,
  college_name text,
  programme_name text,
  level int,
  pathway text,
  starts_on date,
  last_heard_on date,
  signal_kind text,
  signal_since date,
  route text,
  turn text,
  turn_since date,
  work_group text not null check (work_group in ('act', 'wait', 'fine')),
  case_id uuid,
  case_desk_id uuid,
  case_outcome text
);
create index card_school on app.card (school_id, school_year, work_group, sort_name);
create index card_mentor on app.card (mentor_id, school_year, work_group, sort_name)`;

const POLICIES = `
create policy mentor on app.card for select to {mentor} using (mentor_id = (select app.my_member()));
create policy school on app.card for select to {school} using (school_id = (select app.my_organisation()));
create policy desk on app.card for select to {desk} using (exists (
  select from app.leaver_access a where a.leaver_id = card.leaver_id and a.organisation_id = (select app.my_organisation())));
create policy region on app.card for select to {region} using (exists (
  select from app.leaver_access a where a.leaver_id = card.leaver_id and a.region = (select app.my_region())));
create policy leaver on app.signal for select to {mentor}, {school}, {desk}, {region}
  using (exists (select from app.leaver l where l.id = signal.leaver_id));
create policy desk on app.desk_case for select to {desk} using (exists (
  select from app.leaver_access a where a.leaver_id = desk_case.leaver_id and a.organisation_id = (select app.my_organisation())));
create policy leaver on app.desk_case for select to {mentor}, {school}
  using (exists (select from app.leaver l where l.id = desk_case.leaver_id));
create policy region on app.desk_case for select to {region} using (queue_region = (select app.my_region()));
create policy own on app.attempt for select to {mentor}, {school}, {desk} using (
  organisation_id = (select app.my_organisation()) and exists (select from app.leaver l where l.id = attempt.leaver_id));
create policy own_new on app.attempt for insert to {mentor}, {school}, {desk} with check (
  organisation_id = (select app.my_organisation()) and member_id = (select app.my_member())
  and exists (select from app.leaver l where l.id = attempt.leaver_id));
create policy desk_work on app.desk_case for update to {desk}
  using (desk_id = (select app.my_organisation()) or offered_to = (select app.my_organisation()))
  with check (desk_id = (select app.my_organisation()) or desk_id is null);
create policy region_assigns on app.desk_case for update to {region} using (queue_region = (select app.my_region()))
  with check (queue_region = (select app.my_region()));
create policy mentor_of_ours on app.membership for select to {desk} using (exists (
  select from app.card c where c.mentor_id = membership.id));
create index membership_account on app.membership (account_id)`;

const GRANTS = `
grant select on app.card, app.signal, app.desk_case to {mentor}, {school}, {desk}, {region};
grant select, insert on app.attempt to {mentor}, {school}, {desk};
grant update (owner_id, picked_up_on, last_attempt_on, contacted_on, closed_on, outcome, desk_id, route, offered_to, handed_over_by, queue_region)
  on app.desk_case to {desk};
grant update (desk_id, route) on app.desk_case to {region};
grant select, insert, update, delete on app.sweep to {worker};
grant select on app.sweep to {mentor}, {school}, {college}, {desk}, {region}`;

export class Signals1790000000004 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    const secured = guarded('signal', 'desk_case', 'attempt', 'card');
    await runAs(database, SIGNALS, CASES, SILENCES, CARDS, secured, POLICIES, GRANTS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
