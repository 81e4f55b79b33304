/**
 * What an earlier install made goes first: PostgreSQL refuses to replace a function whose parameters or columns are named
 * otherwise. Never with cascade, which would take policies along: round after round what nothing needs any more goes, and what a
 * policy or trigger of a migration needs stays and is replaced.
 */
export const clear = `
do $$
declare made record; gone int;
begin
  loop
    gone := 0;
    for made in
      select format('view %s', c.oid::regclass) as what from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'v'
      union all
      select format('function %s', p.oid::regprocedure) from pg_proc p
      where p.pronamespace = 'app'::regnamespace and obj_description(p.oid, 'pg_proc') = 'installed'
    loop
      begin
        execute 'drop ' || made.what;
        gone := gone + 1;
      exception when dependent_objects_still_exist then null;
      end;
    end loop;
    exit when gone = 0;
  end loop;
end $$;
create temporary table kept_function on commit drop as select oid from pg_proc
where pronamespace = 'app'::regnamespace and obj_description(oid, 'pg_proc') is distinct from 'installed';`;

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
