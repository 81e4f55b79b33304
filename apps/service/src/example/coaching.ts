import { Coached, Coaching } from '#alerts';
import { addDays, WORKER, type Tx } from '#platform';
import { coachTerms, DECIDES_ALONE_AT } from '#policy';
import { somebody } from './acts.ts';

interface Asked extends Record<string, unknown> {
  readonly place: number;
  readonly leaver: string;
  readonly case: string;
  readonly officer: string;
  readonly role: string;
  readonly desk: string;
  readonly region: string;
  readonly coach: string;
  readonly coachesAt: string;
  readonly student: string;
  readonly school: string;
}

/** The coach of the region looks along with two young people; a third has yet to answer. */
export async function letCoachesIn(worker: Tx, web: Tx, day: string): Promise<void> {
  for (const row of await worker.run(WORKER, (sql) => sql<Asked>(FOUND, [day]))) {
    const asked = addDays(day, -4);
    const coaching = new Coaching(web, { today: () => asked });
    await coaching.ask(somebody(row.officer, row.role, row.desk, row.region), { leaver: row.leaver, case: row.case }, row.coach, addDays(day, coachTerms.usualDays));
    if (row.place > 2) continue;
    const student = { ...somebody(row.student, 'student', row.school, row.region).actor, leaverId: row.leaver, day };
    const [own] = await coaching.own(student);
    if (!own) continue;
    await coaching.answer({ actor: student }, own.id, true);
    const coach = { actor: { ...somebody(row.coach, 'transition-coach', row.coachesAt, row.region).actor, day } };
    if (row.place === 1) await new Coached(web, { today: () => addDays(day, -1) }).note(coach, own.id, 'goes-on', 'Samen gebeld met de mbo-school. Gesprek op donderdag.');
  }
}

const FOUND = `
select * from (
  select row_number() over (order by c.number)::int as place, l.id as leaver, c.id as case, c.owner_id as officer, m.role, o.id as desk, o.region, k.id as coach, k.organisation_id as "coachesAt",
    s.id as student, l.school_id as school
  from app.desk_case c join app.leaver l on l.id = c.leaver_id join app.membership m on m.id = c.owner_id and m.organisation_id = c.desk_id join app.organisation o on o.id = c.desk_id
  join app.membership s on s.leaver_id = l.id and s.role = 'student' and s.accepted_at is not null
  join lateral (select x.id, x.organisation_id from app.membership x join app.organisation y on y.id = x.organisation_id
    where x.role = 'transition-coach' and y.region = o.region and x.ended_on is null order by x.id limit 1) k on true
  where c.closed_on is null and app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) <= $1) found where place <= 3`;
