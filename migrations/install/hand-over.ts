/**
 * After a hand-over a desk sees the case no more. It may know that it was the one who gave it away, so that a form that comes
 * twice is told apart from a case that never was theirs; and the region that must choose a desk reads why.
 */
export const handOver = `
create or replace function app.gave_away(of_case uuid) returns boolean language sql stable as $$
  select exists (select from app.desk_case c where c.id = of_case
    and c.handed_over_by = app.my_organisation() and c.desk_id is distinct from app.my_organisation())
$$;
create or replace function app.given_because(of_case uuid) returns text language sql stable as $$
  select t.note from app.desk_case c join app.attempt t on t.case_id = c.id and t.organisation_id = c.handed_over_by
  where c.id = of_case and c.queue_region = app.my_region() and c.desk_id is null and t.choice = 'not-ours'
  order by t.made_at desc limit 1
$$;`;

export const handOverFunctions = ['gave_away(uuid)', 'given_because(uuid)'];
