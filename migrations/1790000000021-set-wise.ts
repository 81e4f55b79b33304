import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ForwardOnly, runAs } from './roles.ts';

/** Child, its column, the parent, and what happens to the child when the parent goes: it is dropped along, or it keeps the parent. */
const REFERENCES = [
  ['signal', 'leaver_id', 'leaver', 'keep'],
  ['signal', 'desk_id', 'organisation', 'keep'],
  ['desk_case', 'leaver_id', 'leaver', 'keep'],
  ['desk_case', 'signal_id', 'signal', 'keep'],
  ['desk_case', 'desk_id', 'organisation', 'keep'],
  ['event', 'case_id', 'desk_case', 'keep'],
  ['event', 'organisation_id', 'organisation', 'keep'],
  ['leaver_access', 'leaver_id', 'leaver', 'drop'],
  ['leaver_access', 'organisation_id', 'organisation', 'keep'],
  ['mail_item', 'mail_id', 'mail', 'drop'],
  ['mail_item', 'signal_id', 'signal', 'keep'],
  ['mail_item', 'silence_id', 'silence', 'keep'],
] as const;

/**
 * A sweep writes tens of thousands of these rows, and a foreign key asks and locks once per row: half of all its work. The same
 * promises here, asked once per statement. Like a foreign key it locks the parents, so that nobody removes one meanwhile.
 */
const CHECK = `
create function app.check_references() returns trigger language plpgsql as $$
declare wanted int; found int;
begin
  for n in 0 .. tg_nargs - 1 by 2 loop
    execute format('select count(distinct %I) from fresh', tg_argv[n]) into wanted;
    continue when wanted = 0;
    execute format('select count(*) from (select from app.%I p where p.id = any(array(select %I from fresh)) for key share) p',
      tg_argv[n + 1], tg_argv[n]) into found;
    if found < wanted then
      raise foreign_key_violation using message = format('%s.%s names a row that is not in %s', tg_table_name, tg_argv[n], tg_argv[n + 1]);
    end if;
  end loop;
  return null;
end $$;
select app.give_to_worker('app.check_references()')`;

const KEEP = `
create function app.keep_references() returns trigger language plpgsql as $$
declare found boolean;
begin
  for n in 0 .. tg_nargs - 1 by 3 loop
    if tg_argv[n + 2] = 'drop' then
      execute format('delete from app.%I c using gone where c.%I = gone.id', tg_argv[n], tg_argv[n + 1]);
    else
      execute format('select exists (select from app.%I c join gone on c.%I = gone.id)', tg_argv[n], tg_argv[n + 1]) into found;
      if found then
        raise foreign_key_violation using message = format('%s.%s still names a row of %s', tg_argv[n], tg_argv[n + 1], tg_table_name);
      end if;
    end if;
  end loop;
  return null;
end $$;
select app.give_to_worker('app.keep_references()')`;

const unique = (names: readonly string[]): string[] => [...new Set(names)];
const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');

const DROP = REFERENCES.map(([child, column]) => `alter table app.${child} drop constraint ${child}_${column}_fkey`).join(';\n');

const CHILDREN = unique(REFERENCES.map(([child]) => child)).flatMap((child) => {
  const pairs = quoted(REFERENCES.filter(([name]) => name === child).flatMap(([, column, parent]) => [column, parent]));
  return ['insert', 'update'].map((change) => `create trigger check_references_on_${change} after ${change} on app.${child}
    referencing new table as fresh for each statement execute function app.check_references(${pairs})`);
});

const PARENTS = unique(REFERENCES.map(([, , parent]) => parent)).map((parent) => {
  const triples = quoted(REFERENCES.filter(([, , name]) => name === parent).flatMap(([child, column, , then]) => [child, column, then]));
  return `create trigger keep_references after delete on app.${parent}
    referencing old table as gone for each statement execute function app.keep_references(${triples})`;
});

export class SetWise1790000000021 implements MigrationInterface {
  async up(database: QueryRunner): Promise<void> {
    await runAs(database, CHECK, KEEP, DROP, ...CHILDREN, ...PARENTS);
  }

  async down(): Promise<void> {
    throw new ForwardOnly();
  }
}
