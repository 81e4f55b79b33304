/** Who leaves or is frozen holds no case: it is free for a colleague, and the desk hears so the next morning. */
export const lettingGo = `
create or replace function app.let_go_of_cases(members uuid[], day date) returns void language sql as $$
  with freed as (
    update app.desk_case set owner_id = null, picked_up_on = null, released_on = day
    where owner_id = any(members) and closed_on is null returning id, leaver_id, desk_id)
  insert into app.event (leaver_id, case_id, kind, as_of, audience, source, organisation_id)
  select leaver_id, id, 'case-released', day, 'desk', case when app.my_member() is null then 'sweep' else 'page' end, desk_id from freed
$$;`;
