/**
 * Where redirected applications went: the programme that the college named, or else the programme of the application that the same
 * college reported for the same leaver from that day on. With the rights of who asks: a student reads only some columns.
 */
export const redirections = `
create or replace function app.redirections(applications uuid[]) returns table (from_id uuid, to_id uuid, programme text, level int) language sql stable as $$
  with redirected as (
    select a.id, a.leaver_id, a.college_id, a.status_on, k.programme_id as named from app.application a
    left join lateral (
      select r.programme_id from app.intake_record r where r.application_id = a.id and r.what = 'redirected' and r.retracts is null
        and not exists (select from app.intake_record undo where undo.retracts = r.id) order by r.at desc limit 1) k on true
    where a.status = 'redirected' and a.leaver_id in (select l.leaver_id from app.application l where l.id = any(applications)))
  select r.id, o.id, coalesce(n.name, p.name, o.crebo), coalesce(n.level, p.level)
  from redirected r left join app.programme n on n.id = r.named
  left join lateral (
    select x.id, x.college_id, x.crebo, x.pathway, x.starts_on from app.application x where x.leaver_id = r.leaver_id and x.college_id = r.college_id and x.id <> r.id and x.status <> 'redirected'
      and case when n.id is null then x.applied_on >= r.status_on
        else (x.crebo, x.pathway, x.starts_on) = (n.crebo, n.pathway, n.starts_on) end
    order by x.applied_on, x.id limit 1) o on true
  left join app.programme p on (p.college_id, p.crebo, p.pathway, p.starts_on) = (o.college_id, o.crebo, o.pathway, o.starts_on)
  where n.id is not null or o.id is not null
$$;`;
