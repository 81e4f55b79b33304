/** Who of a summer team looks after a leaver on a day: named, with that role still, and while the leaver is on the list. */
export const summerAlerts = `
create or replace function app.summer_callers(day date) returns table (leaver_id uuid, member_id uuid) language sql stable as $$
  select s.leaver_id, m.id from app.summer_list s
  join app.summer_team t on t.organisation_id = s.organisation_id and t.school_year = s.school_year
  join app.membership m on m.id = t.member_id and m.role = 'summer-team'
  where s.ended_on is null and day between s.from_on and s.until_on
$$;`;
