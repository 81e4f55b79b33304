import { randomUUID } from 'node:crypto';
import { amsterdam, daysBetween } from '#platform';
import { DAY } from '../personas/people.ts';
import type { FreshDatabase } from './fresh-database.ts';

interface Applicant {
  readonly name: string;
  readonly mentor: string;
  readonly status: string;
  /** Since when that is the status. */
  readonly on: string;
  readonly college?: string;
  readonly crebo?: string;
}

/** A leaver of a mentor with one application; gives the id of the application. */
export async function addApplicant(database: FreshDatabase, { name, mentor, status, on, college = '20NO', crebo = '25001' }: Applicant): Promise<string> {
  const number = randomUUID();
  const [row] = await database.asSuperuser<{ id: string }>(
    `with leaver as (
      insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date, municipality,
        municipality_folded, school_type, class, mentor_id, exam_result, region, email)
      select m.organisation_id, $1, '2025-2026', $2, 'Genoot', lower($2), 'genoot', 'genoot ' || lower($2), '2009-04-01', 'Zwolle', 'zwolle', 'vmbo', '4B', m.id, 'passed', '10', $1 || '@leerling.example'
      from app.membership m join app.account a on a.id = m.account_id where a.email = $3 returning id),
    applied as (
      insert into app.application (college_id, number, leaver_id, given_name, family_name, folded_given, folded_family, birth_date, prior_school,
        crebo, pathway, starts_on, school_year, applied_on, status, status_on, tie)
      select o.id, $1, leaver.id, $2, 'Genoot', lower($2), 'genoot', '2009-04-01', '10KO00', $4, 'bol', '2026-08-24', '2025-2026', '2026-02-02', $5, $6, 'automatic'
      from leaver, app.organisation o where o.code = $7 returning id, college_id)
    insert into app.event (application_id, kind, became, as_of, source, organisation_id) select id, 'status-reported', $5, $6, 'file', college_id from applied
    returning application_id as id`,
    [number, name, mentor, crebo, status, on, college],
  );
  return String(row?.id);
}

/** Moments are kept in real time while the tests stand on their day: this moment of the story, as it is kept. */
export const real = (moment: string): string => new Date(Date.parse(moment) + daysBetween(DAY, amsterdam(new Date()).day) * 86_400_000).toISOString();

type Contents = Readonly<Record<string, { readonly asked: string; readonly answer: unknown }>>;

/** Gives a college what it may read of one application, as the student's button does; a text stands for a section with one answer. */
export async function share(database: FreshDatabase, application: string, sections: Readonly<Record<string, string | Contents>>, at: string, early = false): Promise<void> {
  for (const [section, given] of Object.entries(sections)) {
    const contents = typeof given === 'string' ? { 'in-my-words': { asked: 'Hoe zou je jezelf beschrijven?', answer: given } } : given;
    await database.asSuperuser("update app.share set state = 'replaced', ended_at = $3 where application_id = $1 and section = $2 and state = 'given'", [application, section, real(at)]);
    await database.asSuperuser(
      `with act as (insert into app.sharing (leaver_id, shared_at, shared_on, needs_guardian) select leaver_id, $3, $3::timestamptz::date, false from app.application where id = $1 returning id, leaver_id)
      insert into app.share (sharing_id, leaver_id, application_id, section, version, contents, early, agreed_text, state, given_at, until_on)
      select id, leaver_id, $1, $2, 1, $4, $5, 'Ik deel dit.', 'given', $3, '2027-02-24' from act`,
      [application, section, real(at), contents, early],
    );
  }
}

/** The application of one of the personas. */
export async function applicationOf(database: FreshDatabase, key: string): Promise<string> {
  const [row] = await database.asSuperuser<{ id: string }>("select a.id from app.application a join app.leaver l on l.id = a.leaver_id where l.email = $1 || '@leerling.example'", [key]);
  return String(row?.id);
}

/** As if the college's file said so. */
export async function reportStatus(database: FreshDatabase, application: string, status: string, on: string): Promise<void> {
  await database.asSuperuser(
    "insert into app.event (application_id, kind, became, as_of, source, organisation_id) select id, 'status-reported', $2, $3, 'file', college_id from app.application where id = $1",
    [application, status, on],
  );
  await database.asSuperuser('select app.refresh_statuses(array[$1::uuid])', [application]);
}
