import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** The outbox: a mail is a row, written with the change that causes it and sent later. Message-ID follows from the id. */
const MAILS = `
create table app.mail (
  id uuid primary key default gen_random_uuid(),
  account_id uuid references app.account,
  to_address text not null,
  organisation_id uuid references app.organisation,
  region text,
  template text not null,
  day date not null,
  page jsonb not null default '{}',
  state text not null default 'queued' check (state in ('queued', 'sent', 'dropped', 'dead')),
  attempts int not null default 0,
  run_at timestamptz not null default now(),
  locked_until timestamptz,
  last_error text,
  accepted_at timestamptz,
  server_said text,
  replaces uuid references app.mail,
  queued_at timestamptz not null default now(),
  expires_at timestamptz,
  refused_since timestamptz,
  may_have_arrived boolean not null default false
);
comment on column app.mail.expires_at is 'Worthless after this moment: dropped unsent. Such a page holds a secret and is wiped once the mail is done.';
comment on column app.mail.refused_since is 'When the server first asked to try this mail later; silence of the whole server does not count.';
create unique index mail_digest on app.mail (account_id, day) where template = 'digest';
create index mail_ready on app.mail (run_at, id) where state = 'queued';
create index mail_dead on app.mail (organisation_id) where state = 'dead';
create table app.mail_item (
  id bigint generated always as identity primary key,
  mail_id uuid not null references app.mail on delete cascade,
  signal_id uuid references app.signal,
  silence_id uuid references app.silence,
  kind text not null,
  reason text not null check (reason in ('mentor', 'instead-of-mentor', 'desk', 'help-offer', 'information', 'region', 'college')),
  check (num_nonnulls(signal_id, silence_id) = 1),
  unique nulls not distinct (mail_id, signal_id, silence_id, reason)
);
comment on column app.mail_item.kind is 'What the signal was when it was told; when it becomes something else it is told again.';
create index mail_item_signal on app.mail_item (signal_id);
create index mail_item_silence on app.mail_item (silence_id) where silence_id is not null`;

/** Who may see a case sees which mails went out about it; a dead mail is seen by the dean of its organisation and the region. */
const POLICIES = `
create policy about_ours on app.mail_item for select to {mentor}, {school}, {desk}
  using (exists (select from app.signal s where s.id = mail_item.signal_id));
create policy about_ours on app.mail for select to {mentor}, {desk}
  using (template = 'digest' and exists (select from app.mail_item i where i.mail_id = mail.id));
create policy school on app.mail for select to {school} using (template = 'digest' and (
  exists (select from app.mail_item i where i.mail_id = mail.id)
  or (state = 'dead' and organisation_id = (select app.my_organisation()))));
create policy dead on app.mail for select to {region}
  using (state = 'dead' and template = 'digest' and region = (select app.my_region()));
grant select on app.mail_item to {mentor}, {school}, {desk};
grant select (id, to_address, organisation_id, region, template, day, state, attempts, run_at, last_error, accepted_at,
  server_said, replaces, queued_at) on app.mail to {mentor}, {school}, {desk}, {region}`;

export class Mails1790000000005 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, MAILS, guarded('mail', 'mail_item'), POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
