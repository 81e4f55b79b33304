import { WORKER, type Tx } from '#platform';
import { PASSPORT_PARTS } from '#policy';

const LEAVERS_A_SCHOOL = 8;

/** Of a few leavers of each school: when they, and then their mentor, were done, so that a dean sees how long steps take. No words. */
export async function takeTime(worker: Tx): Promise<void> {
  await worker.run(WORKER, async (sql) => {
    await sql(PARTS, [LEAVERS_A_SCHOOL, PASSPORT_PARTS]);
    await sql(AGREED);
  });
}

const PARTS = `
with chosen as (
  select l.id, row_number() over (partition by l.school_id order by l.number) as place from app.leaver l
  where l.mentor_id is not null and not exists (select from app.section_text t where t.leaver_id = l.id) and not exists (select from app.membership m where m.leaver_id = l.id)
    and exists (select from app.application a where a.leaver_id = l.id and a.status = 'started')),
took as (select id, 120 - place as began, 14 + place % 9 as own_days, 3 + place % 8 as mentor_days from chosen where place <= $1)
insert into app.section_text (leaver_id, section, version, answers, done, written_at)
select id, p.section, 1, '{}'::jsonb, true, now() - make_interval(days => (began - case when p.n = 1 then 0 else own_days end)::int) from took, unnest($2::text[]) with ordinality p (section, n)
union all
select id, 'mentor-part', 1, '{}'::jsonb, true, now() - make_interval(days => (began - own_days - mentor_days)::int) from took`;
const AGREED = `
insert into app.agreement (leaver_id, section, version, answers, agrees, reason, said_at)
select t.leaver_id, t.section, 1, '{}'::jsonb, true, '', t.written_at + interval '4 days' from app.section_text t
where t.section = 'mentor-part' and t.answers = '{}' and not exists (select from app.agreement a where a.leaver_id = t.leaver_id)`;
