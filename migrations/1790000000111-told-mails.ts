import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Only the mails that are named are looked for: it read every mail there ever was, at each sweep. */
const CHECK = `
create or replace function app.check_told_mails() returns trigger language plpgsql as $$
declare missing int;
begin
  with named as materialized (select distinct told.id from fresh cross join unnest(fresh.mail_ids) told (id)),
  found as (select from app.mail m where m.id = any(array(select id from named)))
  select (select count(*) from named) - (select count(*) from found) into missing;
  if missing > 0 then
    raise foreign_key_violation using message = 'telling.mail_ids names a row that is not in mail';
  end if;
  return null;
end $$;
select app.give_to_worker('app.check_told_mails()')`;

export class ToldMails1790000000111 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, CHECK);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
