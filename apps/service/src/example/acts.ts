import { Cases, MentorNotes, type Worker } from '#alerts';
import { WORKER, type Tx } from '#platform';
import { type CaseChoice, roleOf } from '#policy';

interface Todo extends Record<string, unknown> {
  readonly id: string;
  readonly leaver: string;
  readonly number: number;
  /** Working days that the case is open. */
  readonly days: number;
  readonly officer: string;
  readonly officerRole: string;
  readonly desk: string;
  readonly region: string;
  readonly mentor: string | null;
  readonly school: string;
  /** Whose story study-coach.ts tells: no office ends it. */
  readonly leavesCollege: boolean;
}

const NOTES: readonly string[] = ['Twee keer gebeld, geen gehoor.', 'Voicemail ingesproken.', 'Brief gestuurd, belt maandag terug.', 'Gesproken met ouder. Afspraak gemaakt.'];

/** What a busy but human office does on the n-th working day of a case: most are picked up, some wait too long, a few end. */
function choiceOn({ number, days, leavesCollege }: Todo): CaseChoice | 'pick-up' | undefined {
  if (number % 6 === 0) return undefined;
  if (days === 1 + (number % 2)) return 'pick-up';
  if (days === 3 + (number % 3)) return number % 4 === 1 ? 'contact' : 'no-contact';
  if (leavesCollege) return undefined;
  if (days === 7 && number % 7 === 3) return 'works';
  if (days === 6 && number % 9 === 4) return 'gets-help';
  return undefined;
}

/** One day of the people in the example, done as they would do it: through the same services, in their own name. */
export async function actOn(worker: Tx, web: Tx, day: string): Promise<void> {
  const clock = { today: (): string => day };
  const [cases, notes] = [new Cases(web, clock), new MentorNotes(web, clock)];
  for (const todo of await worker.run(WORKER, (sql) => sql<Todo>(OPEN_CASES, [day]))) {
    const officer = somebody(todo.officer, todo.officerRole, todo.desk, todo.region);
    const choice = choiceOn(todo);
    const note = NOTES[todo.number % NOTES.length];
    if (choice === 'pick-up') await cases.pickUp(officer, todo.id);
    else if (choice) await cases.choose(officer, todo.id, { choice, note });
    if (todo.mentor && todo.days === 1 && todo.number % 3 === 0) {
      const mentor = somebody(todo.mentor, 'mentor', todo.school, todo.region);
      await notes.add(mentor, todo.leaver, { choice: todo.number % 2 ? 'spoken' : 'no-contact', note: 'Thuis gebeld.' });
    }
  }
}

/** A member of staff as the pages know them. */
export function somebody(memberId: string, role: string, organisationId: string, region: string): Worker {
  return { memberId, organisationId, actor: { kind: roleOf(role)?.actor ?? 'guest', memberId, organisationId, region } };
}

const OPEN_CASES = `
select c.id, c.leaver_id as leaver, c.number::int, app.working_days(c.opened_on, $1::date) as days, o.id as desk, o.region,
  l.mentor_id as mentor, l.school_id as school, officer.id as officer, officer.role as "officerRole",
  exists (select from app.organisation s where s.id = l.school_id and s.kind = 'mbo') as "leavesCollege"
from app.desk_case c join app.organisation o on o.id = c.desk_id join app.leaver l on l.id = c.leaver_id
cross join lateral (
  select (array_agg(m.id order by m.id))[1 + (c.number % count(*))::int] as id, min(m.role) as role
  from app.membership m where m.organisation_id = o.id and m.role in ('attendance-officer', 'doorstroompunt-officer')) officer
where c.closed_on is null and c.opened_on < $1::date and officer.id is not null order by c.number`;
