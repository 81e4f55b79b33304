/**
 * What an earlier install made goes first: PostgreSQL refuses to replace a function whose parameters or columns are named
 * otherwise. Functions that policies and triggers of migrations need carry no mark and stay.
 */
export const clear = `
do $$
declare made record;
begin
  for made in select c.oid::regclass as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'v' loop
    execute format('drop view if exists %s cascade', made.name);
  end loop;
  for made in select p.oid::regprocedure as name from pg_proc p
    where p.pronamespace = 'app'::regnamespace and obj_description(p.oid, 'pg_proc') = 'installed' loop
    execute format('drop function if exists %s cascade', made.name);
  end loop;
end $$;
create temporary table kept_function on commit drop as select oid from pg_proc where pronamespace = 'app'::regnamespace;`;

/** Marks what this install made, for the next one. */
export const mark = `
do $$
declare made record;
begin
  for made in select p.oid::regprocedure as name from pg_proc p
    where p.pronamespace = 'app'::regnamespace and p.oid not in (select oid from kept_function) loop
    execute format('comment on function %s is %L', made.name, 'installed');
  end loop;
end $$;
drop table kept_function;`;
