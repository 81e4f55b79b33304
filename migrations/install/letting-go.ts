/** Who leaves or is frozen holds no case: it is free for a colleague, and the desk hears so the next morning. */
export const lettingGo = `
create or replace function app.let_go_of_cases(members uuid[], day date) returns void language sql as $$
  with freed as (
    update app.desk_case set owner_id = null, picked_up_on = null, released_on = day, released_from = owner_id
    where owner_id = any(members) and closed_on is null returning id, leaver_id, desk_id)
  insert into app.event (leaver_id, case_id, kind, as_of, audience, source, organisation_id)
  select leaver_id, id, 'case-released', day, 'desk', case when app.my_member() is null then 'sweep' else 'page' end, desk_id from freed
$$;

/** What somebody who left had and nobody picked up since, at the desk where they worked. Nothing for an account that is frozen: it would lie there. */
create or replace function app.free_cases_of(members uuid[]) returns setof app.desk_case language sql stable as $$
  select c.* from app.desk_case c join app.membership m on m.id = c.released_from and m.organisation_id = c.desk_id
  join app.account a on a.id = m.account_id and a.frozen_at is null
  where c.released_from = any(members) and c.owner_id is null and c.closed_on is null
$$;

/** From the first who picks it up on, or from its closing, it is no longer kept for who left. */
create or replace function app.forget_released_from() returns trigger language plpgsql as $$
begin
  new.released_from := null;
  return new;
end $$;
select app.give_to_worker('app.forget_released_from()');
create or replace trigger forget_released_from before update of owner_id, closed_on on app.desk_case for each row
  when (old.released_from is not null and (new.owner_id is not null or new.closed_on is not null)) execute function app.forget_released_from();

/** Goes along with who comes back, who picks it up by that; not what a colleague picks up at this moment, so it is asked of the row itself again. */
create or replace function app.take_back_cases(member uuid, day date) returns void language sql as $$
  with taken as (
    update app.desk_case set owner_id = member, picked_up_on = day, released_on = null
    where id in (select id from app.free_cases_of(array[member])) and owner_id is null and closed_on is null and released_from = member returning id, leaver_id, desk_id)
  insert into app.event (leaver_id, case_id, kind, as_of, audience, source, organisation_id, member_id)
  select leaver_id, id, 'case-picked-up', day, 'desk', 'page', desk_id, member from taken
$$;`;
