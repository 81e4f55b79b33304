import { Meetings, type MeetingChoice } from '#dossiers';
import { addDays, WORKER, type Tx } from '#platform';

interface Talk extends Record<string, unknown> {
  readonly application: string;
  readonly mentor: string;
  readonly school: string;
  readonly region: string;
}

const PLAN = { time: '15:30', place: 'Op de mbo-school, lokaal 1.12', purpose: 'start' };
const SAID = { first: 'Eerste week elke dag even langs de coach.', better: 'Eerste week elke ochtend om 8.45 uur langs de coach. Daarna één keer per week.' };

/** Of each mentor a joint intake with a student, one after the other: held, with agreements that were put better afterwards, or still to come. */
export async function meetTogether(worker: Tx, web: Tx, publicUrl: URL, day: string): Promise<void> {
  const talks = await worker.run(WORKER, (sql) => sql<Talk>(TALKS));
  for (const [index, talk] of talks.entries()) await meet(web, publicUrl, talk, day, index % 2 === 0);
}

async function meet(web: Tx, publicUrl: URL, { application, mentor, school, region }: Talk, day: string, isHeld: boolean): Promise<void> {
  const who = { actor: { kind: 'mentor' as const, memberId: mentor, organisationId: school, region, day } };
  const on = (days: number) => new Meetings(web, { today: () => addDays(day, days) }, publicUrl);
  const { choices = [] } = (await on(-6).board(who, application)) ?? {};
  await on(-6).plan(who, application, { ...PLAN, day: addDays(day, isHeld ? -3 : 3) }, invited(choices, mentor));
  if (!isHeld) return;
  const { guests = [] } = (await on(-3).board(who, application)) ?? {};
  await on(-3).record(who, application, SAID.first, guests.map(({ id }) => id));
  const [written] = (await on(-2).board(who, application))?.meeting?.wordings ?? [];
  if (written) await on(-2).reword(who, application, written.id, SAID.better);
}

/** The student, a parent, the mentor and one of the college. */
function invited(choices: readonly MeetingChoice[], mentor: string): { member: string }[] {
  const college = choices.find(({ kind }) => kind === 'college');
  return choices.filter((one) => one.kind === 'student' || one.kind === 'parent' || one.member === mentor || one === college).map(({ member }) => ({ member }));
}

const TALKS = `
select distinct on (l.mentor_id) a.id as application, l.mentor_id as mentor, l.school_id as school, o.region
from app.share s join app.application a on a.id = s.application_id join app.leaver l on l.id = a.leaver_id join app.organisation o on o.id = l.school_id
where s.state = 'given' and l.mentor_id is not null order by l.mentor_id, l.number, a.number`;
