/**
 * A desk may not change a leaver, but what it learnt in its own case counts: where the young person went, when nobody knew. Both
 * check that the asking desk has the case, and do nothing otherwise.
 */
export const deskDestinations = `
create or replace function app.know_destination(of_case uuid, found text, day date) returns void language sql as $$
  with known as (
    update app.leaver l set destination = found, destination_source = 'desk'
    from app.desk_case c, app.destination_rule r
    where c.id = of_case and c.desk_id = app.my_organisation() and l.id = c.leaver_id
      and r.code = coalesce(l.destination, 'unknown') and not r.settled
    returning l.id, c.desk_id)
  insert into app.event (leaver_id, case_id, kind, became, as_of, source, organisation_id, member_id)
  select id, of_case, 'destination-known', found, day, 'page', desk_id, app.my_member() from known
$$;
create or replace function app.forget_destination(of_case uuid, day date) returns void language sql as $$
  with forgotten as (
    update app.leaver l set destination = null, destination_source = null
    from app.desk_case c
    where c.id = of_case and c.desk_id = app.my_organisation() and l.id = c.leaver_id and l.destination_source = 'desk'
    returning l.id, c.desk_id)
  insert into app.event (leaver_id, case_id, kind, as_of, source, organisation_id, member_id)
  select id, of_case, 'destination-known', day, 'page', desk_id, app.my_member() from forgotten
$$;`;
