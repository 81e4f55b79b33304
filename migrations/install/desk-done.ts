/**
 * The day on which a desk was done with who did not start at the asking college. Only for its own application that had a place, and
 * nothing of how it ended; nothing either when it closed without an outcome, or because the report was put right.
 */
export const deskDone = `
create or replace function app.desk_done_on(of_application uuid) returns date language sql stable as $$
  select c.closed_on from app.application a left join app.status_rule r on r.code = a.status
  cross join lateral (select d.* from app.desk_case d where d.leaver_id = a.leaver_id order by d.closed_on desc nulls first, d.number desc limit 1) c
  where a.id = of_application and a.college_id = app.my_organisation() and (a.status in ('no-show', 'deregistered') or r.phase = 'admitted')
    and c.closed_on is not null and c.outcome is not null and c.outcome <> 'signal-gone'
$$;`;

export const deskDoneFunctions = ['desk_done_on(uuid)'];
