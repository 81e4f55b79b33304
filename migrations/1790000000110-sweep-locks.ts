import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** What a sweep hangs its rows on by thousands: written to only by what takes turns with it. */
const HELD = ['leaver', 'signal', 'desk_case'] as const;

/**
 * A sweep locked every leaver it wrote about, and each signal and case of its own: a page of the table written for nearly every
 * one. Who removes one of these now takes turns with the sweep instead, so that it need not lock them row by row.
 */
const TURNS = `
create function app.wait_for_sweep() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(714010);
  return null;
end $$;
select app.give_to_worker('app.wait_for_sweep()')`;

const REMOVALS = HELD.map((table) => `create trigger wait_for_sweep before delete on app.${table} for each statement execute function app.wait_for_sweep()`);

/** As in migration 32, but for the lock; a sweep says that it is one, for its own transaction, after its turn has come. */
const CHECK = `
create or replace function app.check_references() returns trigger language plpgsql as $$
declare missing int; key text; lock text; sweeping boolean := current_setting('app.sweeping', true) = 'yes';
begin
  for n in 0 .. tg_nargs - 1 by 2 loop
    key := case when tg_argv[n + 1] like '%\\_rule' then 'code' else 'id' end;
    lock := case when key = 'code' or sweeping and tg_argv[n + 1] in (${HELD.map((table) => `'${table}'`).join(', ')}) then '' else 'for key share' end;
    execute format('with wanted as materialized (select distinct %1$I as key from fresh where %1$I is not null),
      found as (select from app.%2$I p where p.%3$I = any(array(select key from wanted)) %4$s)
      select (select count(*) from wanted) - (select count(*) from found)', tg_argv[n], tg_argv[n + 1], key, lock) into missing;
    if missing > 0 then
      raise foreign_key_violation using message = format('%s.%s names a row that is not in %s', tg_table_name, tg_argv[n], tg_argv[n + 1]);
    end if;
  end loop;
  return null;
end $$;
select app.give_to_worker('app.check_references()')`;

export class SweepLocks1790000000110 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, TURNS, ...REMOVALS, CHECK);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
