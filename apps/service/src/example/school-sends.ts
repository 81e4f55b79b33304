import { SchoolReports, type ReportTo } from '#dossiers';
import { addDays, Clock, WORKER, type Actor, type Tx } from '#platform';
import { DECIDES_ALONE_AT, reportText, sections } from '#policy';

interface Sent extends Record<string, unknown> {
  readonly leaver: string;
  readonly mentor: string;
  readonly school: string;
  readonly region: string;
}

interface Young extends Sent {
  readonly student: string;
}

const DAYS_AGO = 2;

/** Of each mentor the school sent its own part of one student who read it; and one under 16 named a parent, whom the mentor has yet to confirm. */
export async function sendAndName(worker: Tx, web: Tx, day: string): Promise<void> {
  const reports = new SchoolReports(web, new Clock({ today: day }));
  const { sent, young } = await worker.run(WORKER, async (sql) => ({ sent: await sql<Sent>(SENT, [day]), young: await sql<Young>(YOUNG, [day]) }));
  for (const { leaver, mentor, school, region } of sent) {
    const actor: Actor = { kind: 'mentor', memberId: mentor, organisationId: school, region, day };
    for (const to of await reports.of(actor, leaver)) await reports.send(actor, to.application, shownTo(to));
  }
  for (const { leaver, student, school, region } of young) {
    const actor: Actor = { kind: 'student', memberId: student, organisationId: school, region, leaverId: leaver, day };
    await web.run(actor, (sql) => sql('select app.propose_guardian($1, $2, $3)', ['Mijn vader', 'vader@thuis.example', addDays(day, -DAYS_AGO)]));
  }
}

const shownTo = ({ college, programme, level, parts }: ReportTo) =>
  parts.flatMap(({ section: code, version }) => {
    const section = sections.find((row) => row.code === code);
    return section && version !== null ? [{ section: code, version, text: reportText(section, college, `${programme ?? 'een opleiding'}${level ? `, niveau ${level}` : ''}`) }] : [];
  });

const SENT = `
select distinct on (l.mentor_id) l.id as leaver, l.mentor_id as mentor, l.school_id as school, o.region
from app.membership m join app.leaver l on l.id = m.leaver_id join app.organisation o on o.id = l.school_id
where m.role = 'student' and m.accepted_at is not null and l.mentor_id is not null and app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) <= $1
  and exists (select from app.agreement a where a.leaver_id = l.id) and exists (select from app.receivers_of(l.id, $1))
order by l.mentor_id, l.birth_date, l.id`;

const YOUNG = `
select distinct on (l.mentor_id) l.id as leaver, m.id as student, l.mentor_id as mentor, l.school_id as school, o.region
from app.membership m join app.leaver l on l.id = m.leaver_id join app.organisation o on o.id = l.school_id
where m.role = 'student' and m.accepted_at is not null and l.mentor_id is not null and app.birthday(l.birth_date, ${DECIDES_ALONE_AT}) > $1
order by l.mentor_id, exists (select from app.guardian g where g.leaver_id = l.id) desc, l.number, l.id`;
