import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Child, its columns with the parent of each: what was still asked and locked once per row (migration 21 tells why not). */
const REFERENCES = [
  ['signal', ['kind', 'signal_rule']],
  ['event', ['leaver_id', 'leaver'], ['application_id', 'application'], ['member_id', 'membership']],
  ['mail', ['account_id', 'account'], ['organisation_id', 'organisation'], ['replaces', 'mail']],
] as const;

/** Each parent is looked for and locked in one question; the key of a rule is its code, and only an upgrade removes one. */
const CHECK = `
create or replace function app.check_references() returns trigger language plpgsql as $$
declare missing int; key text; lock text;
begin
  for n in 0 .. tg_nargs - 1 by 2 loop
    key := case when tg_argv[n + 1] like '%\\_rule' then 'code' else 'id' end;
    lock := case key when 'id' then 'for key share' else '' end;
    execute format('with wanted as materialized (select distinct %1$I as key from fresh where %1$I is not null),
      found as (select from app.%2$I p where p.%3$I = any(array(select key from wanted)) %4$s)
      select (select count(*) from wanted) - (select count(*) from found)', tg_argv[n], tg_argv[n + 1], key, lock) into missing;
    if missing > 0 then
      raise foreign_key_violation using message = format('%s.%s names a row that is not in %s', tg_table_name, tg_argv[n], tg_argv[n + 1]);
    end if;
  end loop;
  return null;
end $$;
create or replace function app.keep_references() returns trigger language plpgsql as $$
declare found boolean; key text := case when tg_table_name like '%\\_rule' then 'code' else 'id' end;
begin
  for n in 0 .. tg_nargs - 1 by 3 loop
    if tg_argv[n + 2] = 'drop' then
      execute format('delete from app.%I c using gone where c.%I = gone.%I', tg_argv[n], tg_argv[n + 1], key);
    else
      execute format('select exists (select from app.%I c join gone on c.%I = gone.%I)', tg_argv[n], tg_argv[n + 1], key) into found;
      if found then
        raise foreign_key_violation using message = format('%s.%s still names a row of %s', tg_argv[n], tg_argv[n + 1], tg_table_name);
      end if;
    end if;
  end loop;
  return null;
end $$;
select app.give_to_worker('app.check_references()');
select app.give_to_worker('app.keep_references()')`;

/**
 * Nobody may remove an event, the worker neither; with its leaver or application it goes, by this function of the owner alone.
 * Row-level security holds for the owner too, so that it takes a policy.
 */
const DROP_EVENTS = `
create function app.drop_events() returns trigger language plpgsql security definer set search_path = app, pg_temp as $$
begin
  execute format('delete from app.event e using gone where e.%I = gone.id', tg_argv[0]);
  return null;
end $$;
revoke all on function app.drop_events() from public;
create policy owner_finds on app.event for select to current_user using (true);
create policy owner_drops on app.event for delete to current_user using (true);
create trigger drop_events after delete on app.leaver referencing old table as gone
  for each statement execute function app.drop_events('leaver_id');
create trigger drop_events after delete on app.application referencing old table as gone
  for each statement execute function app.drop_events('application_id')`;

const DROP = REFERENCES.flatMap(([child, ...pairs]) =>
  pairs.map(([column]) => `alter table app.${child} drop constraint ${child}_${column}_fkey`)).join(';\n');

const onInsert = (name: string, child: string, pairs: string): string => `create trigger ${name} after insert on app.${child}
  referencing new table as fresh for each statement execute function app.check_references(${pairs})`;

const CHILDREN = REFERENCES.map(([child, ...pairs]) => onInsert('check_more_references', child, pairs.flat().map((word) => `'${word}'`).join(', ')));

/** A mail changes state many times, never hands; an event changes never. */
const CHANGES = `
create trigger check_more_references_on_update after update on app.signal
  referencing new table as fresh for each statement execute function app.check_references('kind', 'signal_rule');
create function app.keep_reader() returns trigger language plpgsql as $$
begin
  raise foreign_key_violation using message = 'A mail stays with whom it was made for';
end $$;
create trigger stays before update of account_id, organisation_id, replaces on app.mail for each row execute function app.keep_reader()`;

const keep = (parent: string, child: string, column: string): string => `create trigger keep_more_references_${child} after delete on app.${parent}
  referencing old table as gone for each statement execute function app.keep_references('${child}', '${column}', 'keep')`;

const PARENTS = [
  keep('signal_rule', 'signal', 'kind'), keep('membership', 'event', 'member_id'), keep('account', 'mail', 'account_id'),
  keep('organisation', 'mail', 'organisation_id'), keep('mail', 'mail', 'replaces')];

export class EventsSetWise1790000000032 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, CHECK, DROP_EVENTS, DROP, ...CHILDREN, CHANGES, ...PARENTS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
