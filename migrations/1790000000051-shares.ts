import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/** The day that holds for who asks: the clock's, not the database's. Without one, whatever depends on a day stays closed. */
const DAY = `
create function app.my_day() returns date language sql stable
return nullif(current_setting('app.day', true), '')::date`;

const RULE = `
create table app.release_rule (code text primary key, rank int not null);
grant select on app.release_rule to {guest}, {student}, {guardian}, {mentor}, {school}, {college}, {desk}, {region}, {office}, {privacy}, {worker}`;

/** What a student wants each college to read, before and between acts of sharing. Nothing here opens anything. */
const CHOICES = `
create table app.share_choice (
  leaver_id uuid not null references app.leaver on delete cascade,
  application_id uuid not null references app.application on delete cascade,
  section text not null,
  wish text not null check (wish in ('no', 'yes', 'at-once')),
  chosen_at timestamptz not null,
  primary key (application_id, section)
);
comment on column app.share_choice.wish is 'at-once: before the moment at which this section is released by itself.';
create index share_choice_leaver on app.share_choice (leaver_id)`;

/** One press of the button, and a row for each section and application that it covered: a copy, with the text that was agreed to. */
const SHARES = `
create table app.sharing (
  id uuid primary key default gen_random_uuid(),
  leaver_id uuid not null references app.leaver on delete cascade,
  shared_at timestamptz not null,
  shared_on date not null,
  shared_by uuid references app.membership on delete set null,
  needs_guardian boolean not null
);
create index sharing_leaver on app.sharing (leaver_id);
create table app.share (
  id uuid primary key default gen_random_uuid(),
  sharing_id uuid not null references app.sharing on delete cascade,
  leaver_id uuid not null references app.leaver on delete cascade,
  application_id uuid not null references app.application on delete cascade,
  section text not null,
  version int not null,
  contents jsonb not null,
  files uuid[] not null default '{}',
  agrees boolean,
  objection text,
  early boolean not null default false,
  agreed_text text not null,
  state text not null check (state in ('waiting', 'given', 'refused', 'lapsed', 'withdrawn', 'replaced', 'expired')),
  given_at timestamptz,
  until_on date not null,
  ended_at timestamptz,
  ended_by uuid references app.membership on delete set null
);
comment on column app.share.contents is 'As section_text.answers was when it was shared: the student may go on writing.';
comment on column app.share.agreed_text is 'What stood beside the button. Consent is this; agreeing with what a school wrote is another record.';
create unique index share_given on app.share (application_id, section) where state = 'given';
create unique index share_waiting on app.share (application_id, section) where state = 'waiting';
create function app.empty_ended_share() returns trigger language plpgsql as $$
begin
  new.contents := '{}'; new.files := '{}'; new.objection := null;
  return new;
end $$;
create trigger empty_ended_share before update on app.share for each row when (new.state not in ('waiting', 'given'))
execute function app.empty_ended_share();
comment on function app.empty_ended_share() is 'Nobody may read a copy whose sharing ended: it goes at once, the record of it stays.';
create index share_leaver on app.share (leaver_id);
create index share_sharing on app.share (sharing_id)`;

/** How far a college is with what it was given; student and mentor see each with its date. */
const STEPS = `
create table app.dossier_step (
  application_id uuid not null references app.application on delete cascade,
  step text not null check (step in ('received', 'opened', 'used', 'handed-over', 'feedback')),
  at timestamptz not null,
  member_id uuid references app.membership on delete set null,
  primary key (application_id, step)
)`;

/** A status that opens a section for the college of this application; null and unknown stay closed. */
const RELEASED = `
create function app.is_released(section_code text, application_status text, is_early boolean) returns boolean language sql stable
return coalesce((select s.rank >= case when is_early then (select min(rank) from app.release_rule) else r.rank end
  from app.section_rule x join app.release_rule r on r.code = x.release, app.status_rule s
  where x.code = section_code and s.code = application_status), false)`;

const POLICIES = `
create policy own on app.share_choice for select to {student} using (leaver_id = (select app.my_leaver()));
create policy own on app.sharing for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()));
create policy own on app.share for select to {student}, {guardian} using (leaver_id = (select app.my_leaver()));
create policy released on app.share for select to {college} using (state = 'given' and until_on >= (select app.my_day()) and exists (
  select from app.application a where a.id = share.application_id and a.leaver_id = share.leaver_id and app.is_released(share.section, a.status, share.early)));
create policy visible on app.dossier_step for select to {student}, {guardian}, {mentor}, {school}, {college}
  using (exists (select from app.application a where a.id = dossier_step.application_id));
grant select on app.share_choice to {student};
grant select on app.sharing, app.share to {student}, {guardian};
grant select (id, leaver_id, application_id, section, contents, files, agrees, objection, given_at) on app.share to {college};
grant select on app.dossier_step to {student}, {guardian}, {mentor}, {school}, {college}`;

export class Shares1790000000051 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    const secured = guarded('share_choice', 'sharing', 'share', 'dossier_step');
    await runAs(database, DAY, RULE, CHOICES, SHARES, STEPS, RELEASED, secured, POLICIES);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
