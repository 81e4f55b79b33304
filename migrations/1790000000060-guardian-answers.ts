import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** Asking a parent of somebody under 16: a link in a mail, a code that never stands in one, and the answer per section and application. */
const TABLES = `
create table app.guardian_request (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  guardian_id uuid not null references app.guardian on delete cascade,
  code_hash bytea,
  code_tries int not null default 0,
  asked_on date not null,
  ends_on date not null,
  reminders int not null default 0,
  answered_at timestamptz,
  lapsed_at timestamptz
);
comment on column app.guardian_request.ends_on is 'The last day on which its links work.';
create unique index guardian_request_open on app.guardian_request (guardian_id) where answered_at is null and lapsed_at is null;
create index guardian_request_leaver on app.guardian_request (leaver_id);
create table app.guardian_link (
  id bytea primary key,
  request_id uuid not null references app.guardian_request on delete cascade
);
create index guardian_link_request on app.guardian_link (request_id);
create table app.guardian_answer (
  share_id uuid not null references app.share on delete cascade,
  guardian_id uuid not null references app.guardian on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  agrees boolean not null,
  agreed_text text not null,
  answered_at timestamptz not null,
  primary key (share_id, guardian_id)
);
comment on column app.guardian_answer.agreed_text is 'What stood beside the choice, kept with the record.';
create index guardian_answer_leaver on app.guardian_answer (leaver_id);
alter table app.organisation add both_guardians boolean not null default false;
comment on column app.organisation.both_guardians is 'A school may want a yes of every parent who was asked; one yes is enough otherwise. One no stops sharing either way.'`;

const POLICIES = `
create policy own on app.guardian_request for select to {student} using (leaver_id = (select app.my_leaver()));
create policy own on app.guardian_answer for select to {guardian} using (leaver_id = (select app.my_leaver()) and guardian_id = (
  select g.id from app.guardian g where g.leaver_id = (select app.my_leaver()) and g.membership_id = (select app.my_member())));
create policy own on app.guardian for select to {guardian} using (leaver_id = (select app.my_leaver()) and membership_id = (select app.my_member()));
grant select (id, leaver_id, membership_id) on app.guardian to {guardian};
grant select (id, leaver_id, guardian_id, asked_on, ends_on, answered_at, lapsed_at) on app.guardian_request to {student};
grant select on app.guardian_answer to {guardian}`;

export class GuardianAnswers1790000000060 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TABLES, guarded('guardian_request', 'guardian_link', 'guardian_answer'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
