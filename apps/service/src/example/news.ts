import { WORKER, type Tx } from '#platform';

const STILL_NEW = 7;

/** Who works at a school read all news but the last lines: a year that is lived in a minute would be new as a whole. */
export const readOldNews = (worker: Tx): Promise<unknown> => worker.run(WORKER, (sql) => sql(READ, [STILL_NEW]));

const READ = `
with happened as materialized (
  select e.id, e.leaver_id, e.audience from app.event e where e.leaver_id is not null and e.application_id is null
  union all select e.id, a.leaver_id, e.audience from app.event e join app.application a on a.id = e.application_id where a.leaver_id is not null),
theirs as materialized (
  select m.id as member, l.id as leaver from app.membership m join app.leaver l on l.mentor_id = m.id
  union select m.id, l.id from app.membership m join app.leaver l on l.school_id = m.organisation_id where m.role in ('careers-dean', 'team-leader')),
ranked as (
  select t.member, h.id, row_number() over (partition by t.member order by h.id desc) as place
  from theirs t join happened h on h.leaver_id = t.leaver where h.audience <> 'desk')
insert into app.mail_setting as s (member_id, news_read_to) select member, id from ranked where place = $1 + 1
on conflict (member_id) do update set news_read_to = excluded.news_read_to`;
