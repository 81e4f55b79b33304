import { WORKER, type Tx } from '#platform';
import { DECIDES_ALONE_AT } from '#policy';

/** Who a visitor of the example can be, and a few whose intake is under way: a student who decides alone, one who does not yet, and a parent of that one. */
export async function letStudentsIn(worker: Tx, day: string): Promise<void> {
  await worker.run(WORKER, async (sql) => {
    for (const age of [DECIDES_ALONE_AT - 1, DECIDES_ALONE_AT + 1]) {
      const [found] = await sql<{ id: string }>(SOMEBODY, [age, day]);
      if (!found) continue;
      await sql(STUDENT, [found.id]);
      if (age < DECIDES_ALONE_AT) await sql(PARENT, [found.id, day]);
      await sql(INSIDE, [found.id, day]);
      await sql(CONFIRMED, [found.id]);
    }
    const others = [...(await sql<{ id: string }>(UNDER_WAY, [day])), ...(await sql<{ id: string }>(STUCK))];
    for (const { id } of others) {
      await sql(STUDENT, [id]);
      await sql(INSIDE, [id, day]);
    }
  });
}

/** With most to tell: many applications, and people around them; the same one each time. */
const SOMEBODY = `
select l.id from app.leaver l join app.card c on c.leaver_id = l.id
where app.birthday(l.birth_date, $1) <= $2 and app.birthday(l.birth_date, $1 + 1) > $2
  and l.email is not null and l.guardian_email is not null and l.mentor_id is not null and app.invitation_state(l) = 'ready'
order by (select count(*) from app.application a where a.leaver_id = l.id) desc, c.work_group = 'fine' desc, l.number, l.id limit 1`;

/** At each college some whom it is talking to, old enough to decide alone, so that an intake officer has something to read. */
const UNDER_WAY = `
select id from (select distinct on (l.id) l.id, a.college_id, s.rank, l.number, row_number() over (partition by a.college_id order by s.rank, l.number, l.id) as place
  from app.application a join app.leaver l on l.id = a.leaver_id join app.status_rule s on s.code = a.status and s.rank between 10 and 70
  where app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) <= $1 and l.mentor_id is not null and app.invitation_state(l) = 'ready'
    and not exists (select from app.application o where o.leaver_id = l.id and o.status = 'started')) chosen where place <= 4`;

/** Of each mentor some who need something, so that there is somebody to remind. */
const STUCK = `
select leaver_id as id from (select c.leaver_id, row_number() over (partition by c.mentor_id order by c.sort_name, c.leaver_id) as place
  from app.card c join app.leaver l on l.id = c.leaver_id
  where c.work_group = 'act' and c.mentor_id is not null and app.invitation_state(l) = 'ready') chosen where place <= 4`;

const STUDENT = 'select app.admit_student(l, l.mentor_id) from app.leaver l where l.id = $1';
const PARENT = 'select app.mail_reading_along(app.admit_guardian(l, l.guardian_name, l.guardian_email, null, $2), l, $2) from app.leaver l where l.id = $1';
const INSIDE = 'update app.membership set invited_at = $2::date - 3, accepted_at = $2::date - 2 where leaver_id = $1';
const CONFIRMED = `update app.guardian set confirmed_at = clock_timestamp() where leaver_id = $1`;
