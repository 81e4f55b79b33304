/** Who removes a row of these takes turns with a sweep (migration 110), which need not lock them. */
const HELD = ['leaver', 'signal', 'desk_case'].map((table) => `'${table}'`).join(', ');

/**
 * Asks once per statement whether the rows that were written name rows that are there (migrations 21, 32 and 35), and locks those as a
 * foreign key does. A statement that wrote nothing asks nothing: a change of one leaver runs a dozen of those.
 */
export const references = `
create or replace function app.check_references() returns trigger language plpgsql as $$
declare missing int; key text; lock text; sweeping boolean := current_setting('app.sweeping', true) = 'yes';
begin
  if not exists (select from fresh) then return null; end if;
  for n in 0 .. tg_nargs - 1 by 2 loop
    key := case when tg_argv[n + 1] like '%\\_rule' then 'code' else 'id' end;
    lock := case when key = 'code' or sweeping and tg_argv[n + 1] in (${HELD}) then '' else 'for key share' end;
    execute format('with wanted as materialized (select distinct %1$I as key from fresh where %1$I is not null),
      found as (select from app.%2$I p where p.%3$I = any(array(select key from wanted)) %4$s)
      select (select count(*) from wanted) - (select count(*) from found)', tg_argv[n], tg_argv[n + 1], key, lock) into missing;
    if missing > 0 then
      raise foreign_key_violation using message = format('%s.%s names a row that is not in %s', tg_table_name, tg_argv[n], tg_argv[n + 1]);
    end if;
  end loop;
  return null;
end $$;
select app.give_to_worker('app.check_references()');`;
