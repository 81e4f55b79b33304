/** Which cases the asking region gave to a desk, and when: the region may not read the story of a young person who has a desk. */
export const assignedCases = `
create or replace function app.assigned_by_my_region(since date) returns table (case_id uuid, day date) language sql stable as $$
  select c.id, max(e.as_of) from app.desk_case c join app.event e on e.case_id = c.id
  where c.queue_region = app.my_region() and e.kind = 'case-assigned' and e.source = 'page' and e.as_of >= since
  group by c.id
$$;`;

export const assignedCasesFunctions = ['assigned_by_my_region(date)'];
