import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, guarded, runAs } from './roles.ts';

/**
 * Who was told of a signal, in one row per signal and sweep: a sweep tells some seven people of each, and a row with indexes for
 * every one of them was its largest work. The view `app.mail_item` of migrations/install gives them one by one.
 */
const TELLINGS = `
create table app.telling (
  signal_id uuid,
  silence_id uuid,
  kind text not null,
  mail_ids uuid[] not null,
  reasons text[] not null check (reasons <@ array['mentor', 'instead-of-mentor', 'desk', 'help-offer', 'information', 'region', 'college']),
  check (num_nonnulls(signal_id, silence_id) = 1),
  check (cardinality(mail_ids) = cardinality(reasons))
);
comment on column app.telling.kind is 'What the signal was when it was told; when it becomes something else it is told again.';
create index telling_signal on app.telling (signal_id) where signal_id is not null;
create index telling_silence on app.telling (silence_id) where silence_id is not null;
alter table app.mail add about uuid[] not null default '{}';
comment on column app.mail.about is 'Signals and silences to look in for what this mail tells; what was taken out of it may still be named.'`;

/** By the worker, who alone sees all rows. */
const MOVE = `
set local role {worker};
insert into app.telling (signal_id, silence_id, kind, mail_ids, reasons)
select signal_id, silence_id, kind, array_agg(mail_id order by id), array_agg(reason order by id)
from app.mail_item group by signal_id, silence_id, kind;
update app.mail m set about = i.about from (
  select mail_id, array_agg(distinct coalesce(signal_id, silence_id)) as about from app.mail_item group by mail_id) i where i.mail_id = m.id;
reset role;
drop policy about_ours on app.mail;
drop policy school on app.mail;
drop table app.mail_item`;

/** As before: who may see a case sees which mails went out about it. */
const POLICIES = `
create policy about_ours on app.telling for select to {mentor}, {school}, {desk}
  using (exists (select from app.signal s where s.id = telling.signal_id));
create policy about_ours on app.mail for select to {mentor}, {desk} using (template = 'digest'
  and exists (select from app.telling t where t.signal_id = any(mail.about) and mail.id = any(t.mail_ids)));
create policy school on app.mail for select to {school} using (template = 'digest' and (
  exists (select from app.telling t where t.signal_id = any(mail.about) and mail.id = any(t.mail_ids))
  or (state = 'dead' and organisation_id = (select app.my_organisation()))));
grant select on app.telling to {mentor}, {school}, {desk}`;

/** Set-wise references, as in migration 21; the mails are in an array, so that these have a check of their own. */
const REFERENCES = `
create function app.check_told_mails() returns trigger language plpgsql as $$
begin
  if exists (select from fresh cross join unnest(fresh.mail_ids) told (id) where told.id not in (select m.id from app.mail m)) then
    raise foreign_key_violation using message = 'telling.mail_ids names a row that is not in mail';
  end if;
  return null;
end $$;
create function app.forget_mails() returns trigger language plpgsql as $$
begin
  perform app.untell(array_agg(gone.id), array_agg(about.id), array_agg(null::text)) from gone cross join unnest(gone.about) about (id);
  return null;
end $$;
select app.give_to_worker('app.check_told_mails()');
select app.give_to_worker('app.forget_mails()');
create trigger forget_mails after delete on app.mail referencing old table as gone for each statement execute function app.forget_mails();
drop trigger keep_references on app.mail`;

const CHECKS = ['insert', 'update'].map((change) => `
create trigger check_references_on_${change} after ${change} on app.telling
  referencing new table as fresh for each statement execute function app.check_references('signal_id', 'signal', 'silence_id', 'silence');
create trigger check_told_mails_on_${change} after ${change} on app.telling
  referencing new table as fresh for each statement execute function app.check_told_mails()`);

/** Instead of the triggers that named mail_item. */
const PARENTS = `
drop trigger keep_references on app.signal;
create trigger keep_references after delete on app.signal referencing old table as gone for each statement
  execute function app.keep_references('desk_case', 'signal_id', 'keep', 'telling', 'signal_id', 'keep');
drop trigger keep_references on app.silence;
create trigger keep_references after delete on app.silence referencing old table as gone for each statement
  execute function app.keep_references('telling', 'silence_id', 'keep')`;

export class Tellings1790000000033 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TELLINGS, guarded('telling'), MOVE, POLICIES, REFERENCES, ...CHECKS, PARENTS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
