/**
 * Which cases the asking region gave to a desk, and when: the region may not read the story of a young person who has a desk. What a
 * desk has since taken over from another one was given by that other one.
 */
export const assignedCases = `
create or replace function app.assigned_by_my_region(since date) returns table (case_id uuid, day date) language sql stable as $$
  select c.id, e.as_of from app.desk_case c cross join lateral (
    select x.as_of, x.source, x.member_id from app.event x where x.case_id = c.id and x.kind = 'case-assigned' order by x.id desc limit 1) e
  where c.queue_region = app.my_region() and e.source = 'page' and e.as_of >= since and exists (
    select from app.membership m join app.organisation o on o.id = m.organisation_id
    where m.id = e.member_id and m.role = 'region-administrator' and o.region = app.my_region())
$$;`;

export const assignedCasesFunctions = ['assigned_by_my_region(date)'];
