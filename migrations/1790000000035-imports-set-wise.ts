import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Child, its column and the parent: what an import asked and locked once per row (migration 21 tells why not). */
const REFERENCES = [
  ['leaver', 'school_id', 'organisation'],
  ['leaver', 'mentor_id', 'membership'],
  ['application', 'college_id', 'organisation'],
  ['application', 'leaver_id', 'leaver'],
  ['application', 'tied_by', 'membership'],
] as const;

/** Most updates change something else: only a reference that became another one is looked for and locked. */
const CHECK = `
create function app.check_changed_references() returns trigger language plpgsql as $$
declare missing int;
begin
  for n in 0 .. tg_nargs - 1 by 2 loop
    execute format('with wanted as materialized (
        select distinct f.%1$I as key from fresh f join stale s on s.id = f.id where f.%1$I is distinct from s.%1$I and f.%1$I is not null),
      found as (select from app.%2$I p where p.id = any(array(select key from wanted)) for key share)
      select (select count(*) from wanted) - (select count(*) from found)', tg_argv[n], tg_argv[n + 1]) into missing;
    if missing > 0 then
      raise foreign_key_violation using message = format('%s.%s names a row that is not in %s', tg_table_name, tg_argv[n], tg_argv[n + 1]);
    end if;
  end loop;
  return null;
end $$;
select app.give_to_worker('app.check_changed_references()')`;

const DROP = REFERENCES.map(([child, column]) => `alter table app.${child} drop constraint ${child}_${column}_fkey`).join(';\n');

const CHILDREN = (['leaver', 'application'] as const).flatMap((child) => {
  const pairs = REFERENCES.filter(([name]) => name === child).flatMap(([, column, parent]) => [column, parent]).map((word) => `'${word}'`).join(', ');
  return [
    `create trigger check_references_on_insert after insert on app.${child}
      referencing new table as fresh for each statement execute function app.check_references(${pairs})`,
    `create trigger check_references_on_update after update on app.${child}
      referencing new table as fresh old table as stale for each statement execute function app.check_changed_references(${pairs})`];
});

const PARENTS = (['organisation', 'membership', 'leaver'] as const).map((parent) => {
  const triples = REFERENCES.filter(([, , name]) => name === parent).map(([child, column]) => `'${child}', '${column}', 'keep'`).join(', ');
  return `create trigger keep_leavers_and_applications after delete on app.${parent}
    referencing old table as gone for each statement execute function app.keep_references(${triples})`;
});

export class ImportsSetWise1790000000035 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, CHECK, DROP, ...CHILDREN, ...PARENTS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
