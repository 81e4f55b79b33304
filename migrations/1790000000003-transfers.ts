import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

const LEAVERS = `
create table app.leaver (
  id uuid primary key default gen_random_uuid(),
  school_id uuid not null references app.organisation,
  number text not null,
  school_year text not null,
  given_name text not null,
  name_prefix text not null default '',
  family_name text not null,
  folded_given text not null,
  folded_family text not null,
  sort_name text not null,
  gender text,
  birth_date date not null,
  street text, postcode text, municipality text, municipality_folded text,
  email text,
  school_type text, track text, exit_profile text, grade text, class text,
  mentor_email text,
  mentor_id uuid references app.membership,
  guardian_name text, guardian_email text,
  exam_result text, diploma text,
  destination text,
  destination_source text,
  region text,
  missing_since date,
  unique (school_id, number, school_year)
);
comment on column app.leaver.missing_since is 'Not in the newest file of the school: a question to the school, never a removal.';
create index leaver_mentor on app.leaver (mentor_id);
create index leaver_birth on app.leaver (birth_date, folded_family);
create index leaver_year on app.leaver (school_year)`;

/** Why an organisation other than the school may see a leaver; row-level security reads this and nothing else. */
const LEAVER_ACCESS = `
create table app.leaver_access (
  leaver_id uuid not null references app.leaver on delete cascade,
  organisation_id uuid references app.organisation,
  region text,
  because text not null,
  unique nulls not distinct (leaver_id, organisation_id, region, because)
);
create index leaver_access_organisation on app.leaver_access (organisation_id, leaver_id)`;

const APPLICATIONS = `
create table app.programme (
  id uuid primary key default gen_random_uuid(),
  college_id uuid not null references app.organisation,
  crebo text not null,
  name text not null,
  level int,
  pathway text not null,
  starts_on date not null,
  places int,
  unique (college_id, crebo, pathway, starts_on)
);
create table app.application (
  id uuid primary key default gen_random_uuid(),
  college_id uuid not null references app.organisation,
  number text not null,
  leaver_id uuid references app.leaver,
  given_name text not null,
  name_prefix text not null default '',
  family_name text not null,
  folded_given text not null,
  folded_family text not null,
  birth_date date not null,
  postcode text,
  prior_school text,
  crebo text not null,
  pathway text not null,
  starts_on date not null,
  school_year text not null,
  applied_on date not null,
  preference int,
  status text not null default 'submitted',
  status_on date not null,
  last_event_on date,
  tie text not null default 'waiting' check (tie in ('waiting', 'automatic', 'by-hand', 'nobody')),
  tied_by uuid references app.membership,
  region text,
  unique (college_id, number)
);
create index application_leaver on app.application (leaver_id);
create index application_programme on app.application (college_id, crebo, pathway, starts_on);
create index application_waiting on app.application (region) where leaver_id is null;
create index application_birth on app.application (birth_date) where leaver_id is null;
create table app.waiting_status (
  college_id uuid not null references app.organisation,
  number text not null,
  status text not null,
  as_of date not null,
  note text,
  arrival bigint generated always as identity,
  primary key (college_id, number, status, as_of)
);
create table app.tie_candidate (
  application_id uuid not null references app.application on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  why text[] not null,
  primary key (application_id, leaver_id)
);
create index tie_candidate_leaver on app.tie_candidate (leaver_id)`;

/** Append-only for everybody, the worker too: a correction is a new event, a mistake is retracted by one. */
const EVENTS = `
create table app.event (
  id bigint generated always as identity primary key,
  leaver_id uuid references app.leaver,
  application_id uuid references app.application,
  case_id uuid,
  kind text not null,
  was text,
  became text,
  as_of date not null,
  known_at timestamptz not null default now(),
  audience text not null default 'all' check (audience in ('all', 'school', 'desk')),
  source text not null check (source in ('file', 'page', 'sweep')),
  organisation_id uuid references app.organisation,
  member_id uuid references app.membership,
  delivery_id uuid,
  retracts bigint references app.event,
  note text
);
create index event_leaver on app.event (leaver_id, as_of) where leaver_id is not null;
create index event_status on app.event (application_id, as_of desc, id desc) include (became) where kind = 'status-reported';
create unique index event_retracts on app.event (retracts) where retracts is not null;
create index event_delivery on app.event (delivery_id) where delivery_id is not null`;

const POLICIES = `
create policy mentor on app.leaver for select to {mentor} using (mentor_id = (select app.my_member()));
create policy school on app.leaver for select to {school} using (school_id = (select app.my_organisation()));
create policy mentor_destination on app.leaver for update to {mentor} using (mentor_id = (select app.my_member()));
create policy school_destination on app.leaver for update to {school} using (school_id = (select app.my_organisation()));
create policy desk on app.leaver for select to {desk} using (exists (
  select from app.leaver_access a where a.leaver_id = leaver.id and a.organisation_id = (select app.my_organisation())));
create policy region on app.leaver for select to {region} using (exists (
  select from app.leaver_access a where a.leaver_id = leaver.id and a.region = (select app.my_region())));
create policy desk on app.leaver_access for select to {desk} using (organisation_id = (select app.my_organisation()));
create policy region on app.leaver_access for select to {region} using (region = (select app.my_region()));

create policy college on app.application for select to {college} using (college_id = (select app.my_organisation()));
create policy region on app.application for select to {region}
  using (region = (select app.my_region()) and tie <> 'automatic');
create policy leaver on app.application for select to {mentor}, {school}, {desk}
  using (exists (select from app.leaver l where l.id = application.leaver_id));
create policy region on app.tie_candidate for select to {region}
  using (exists (select from app.application a where a.id = tie_candidate.application_id));
create policy college on app.tie_candidate for select to {college}
  using (exists (select from app.application a where a.id = tie_candidate.application_id));

create policy leaver on app.event for select to {mentor}, {school} using (audience <> 'desk' and (
  exists (select from app.leaver l where l.id = event.leaver_id)
  or exists (select from app.application a where a.id = event.application_id)));
create policy desk on app.event for select to {desk} using (audience <> 'school' and (
  exists (select from app.leaver l where l.id = event.leaver_id)
  or exists (select from app.application a where a.id = event.application_id)));
create policy college on app.event for select to {college}
  using (audience = 'all' and exists (select from app.application a where a.id = event.application_id));
create policy region on app.event for select to {region}
  using (audience = 'all' and exists (select from app.application a where a.id = event.application_id))`;

const WRITES = `
create policy reports on app.event for insert to {college} with check (
  kind in ('status-reported', 'status-retracted') and source = 'page'
  and organisation_id = (select app.my_organisation()) and member_id = (select app.my_member())
  and exists (select from app.application a where a.id = event.application_id));
create policy notes on app.event for insert to {mentor}, {school}, {desk} with check (
  source = 'page' and organisation_id = (select app.my_organisation()) and member_id = (select app.my_member())
  and exists (select from app.leaver l where l.id = event.leaver_id));
create policy ties on app.event for insert to {region} with check (
  kind in ('tied', 'untied', 'tie-refused', 'case-assigned') and source = 'page' and member_id = (select app.my_member())
  and (exists (select from app.application a where a.id = event.application_id)
    or exists (select from app.leaver l where l.id = event.leaver_id)));
grant insert on app.event to {mentor}, {school}, {college}, {desk}, {region};
grant usage on sequence app.event_id_seq to {mentor}, {school}, {college}, {desk}, {region}, {worker};
grant update (destination, destination_source) on app.leaver to {mentor}, {school}`;

const READS = `
grant select on app.leaver to {mentor}, {school}, {desk}, {region};
grant select on app.leaver_access to {desk}, {region};
grant select on app.programme to {mentor}, {school}, {college}, {desk}, {region};
grant select, insert, update, delete on app.programme to {worker};
grant select on app.application, app.event to {mentor}, {school}, {college}, {desk}, {region};
grant select on app.tie_candidate to {region};
grant select (application_id, why) on app.tie_candidate to {college};
revoke update, delete on app.event from {worker}`;

export class Transfers1790000000003 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    const secured = guarded('leaver', 'leaver_access', 'application', 'waiting_status', 'tie_candidate', 'event');
    await runAs(database, LEAVERS, LEAVER_ACCESS, APPLICATIONS, EVENTS, secured, POLICIES, WRITES, READS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
