import pg from 'pg';
import { administering, coached, DAY, organisations, parents, programmes, staff, stories, students, waiting, type Story } from './people.ts';

type Run = (sql: string, ...values: unknown[]) => Promise<unknown>;

const plain = (text: string): string =>
  text.normalize('NFD').replaceAll(/[^\p{L}\d]/gu, '').toLowerCase().replaceAll('ı', 'i');

const organisationId = (code: string): string => `(select id from app.organisation where code = '${code}')`;

/** Lives the year of everybody in people.ts, up to and with the sweep of 14 September 2026. */
export const fill = (url: string): Promise<void> =>
  filling(url, async (run) => {
    await fillLeavers(run, stories);
    await fillWaiting(run);
    await fillStudents(run);
    await run('select app.refresh_statuses(array(select id from app.application))');
    await run('select * from app.run_sweep($1, true)', DAY);
    await run('select app.refresh_access(array(select id from app.leaver)), app.refresh_cards($1, null)', DAY);
    await fillCoached(run);
  });

/** The same organisations and staff, with these young people only, and nothing swept yet. */
export const fillWith = (url: string, only: readonly Story[]): Promise<void> =>
  filling(url, async (run) => {
    await fillLeavers(run, only);
    await run('select app.refresh_statuses(array(select id from app.application))');
  });

async function filling(url: string, rest: (run: Run) => Promise<void>): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const run: Run = (sql, ...values) => client.query(sql, values);
  try {
    await run('begin');
    await fillOrganisations(run);
    await fillStaff(run);
    await rest(run);
    await run('commit');
  } finally {
    await client.end();
  }
}

async function fillOrganisations(run: Run): Promise<void> {
  await run("update app.installation set origin = 'example', example_day = $1", DAY);
  for (const { code, name, kind, region, municipalities } of organisations) {
    await run('insert into app.organisation (code, name, kind, region) values ($1, $2, $3, $4)', code, name, kind, region);
    for (const municipality of municipalities) {
      await run(`insert into app.organisation_municipality values (${organisationId(code)}, $1, $2)`, municipality, plain(municipality));
    }
  }
  for (const { college, crebo, name, level, starts } of programmes) {
    await run(
      `insert into app.programme (college_id, crebo, name, level, pathway, starts_on) values (${organisationId(college)}, $1, $2, $3, 'bol', $4)`,
      crebo, name, level, starts,
    );
  }
}

async function fillStaff(run: Run): Promise<void> {
  for (const { key, email, given, prefix, family, at, role } of staff) {
    await run('insert into app.account (email, given_name, name_prefix, family_name, phone) values ($1, $2, $3, $4, $5)', email, given, prefix, family, '+31380000000');
    await run(`insert into app.membership (account_id, organisation_id, role, accepted_at, administers)
      select id, ${organisationId(at)}, $2, clock_timestamp(), $3 from app.account where email = $1`, email, role, administering.includes(key));
  }
}

async function fillLeavers(run: Run, only: readonly Story[]): Promise<void> {
  for (const story of only) {
    const [given, prefix, family] = story.name;
    await run(
      `insert into app.leaver (school_id, number, school_year, given_name, name_prefix, family_name, folded_given, folded_family, sort_name,
        birth_date, municipality, municipality_folded, school_type, exit_profile, class, mentor_email, mentor_id, exam_result, destination, region, email, diploma)
      values (${organisationId(story.school)}, $1, $19, $2, $3, $4, $5, $6, $7, $8, nullif($9, ''), nullif($10, ''), $11, $12, $13, $14,
        (select m.id from app.membership m join app.account a on a.id = m.account_id where a.email = $14), $15, $16,
        (select region from app.organisation where code = '${story.school}'), $17, $18)`,
      story.number, given, prefix, family, plain(given), plain(prefix + family), `${plain(family)} ${plain(given)}`, story.born,
      story.municipality, plain(story.municipality), story.type, story.profile ?? null, story.group,
      staff.find(({ key }) => key === story.mentor)?.email, story.result ?? null, story.destination ?? null, `${story.key}@leerling.example`,
      story.diploma ?? null, story.year ?? '2025-2026',
    );
    for (const application of story.applications) await fillApplication(run, story, application);
  }
}

async function fillStudents(run: Run): Promise<void> {
  for (const { email } of students) {
    await run('insert into app.account (email, given_name, name_prefix, family_name) select email, given_name, name_prefix, family_name from app.leaver where email = $1', email);
    await run(`insert into app.membership (account_id, organisation_id, role, leaver_id, invited_at, accepted_at)
      select a.id, l.school_id, 'student', l.id, clock_timestamp(), clock_timestamp() from app.account a join app.leaver l on l.email = a.email where a.email = $1`, email);
  }
  for (const { email, given, child } of parents) {
    await run('insert into app.account (email, given_name) values ($1, $2)', email, given);
    await run(`with parent as (
        insert into app.membership (account_id, organisation_id, role, leaver_id, accepted_at)
        select a.id, l.school_id, 'guardian', l.id, clock_timestamp() from app.account a, app.leaver l where a.email = $1 and l.email = $3 returning id, leaver_id)
      insert into app.guardian (leaver_id, name, email, membership_id, confirmed_at) select leaver_id, $2, $1, id, clock_timestamp() from parent`, email, given, `${child}@leerling.example`);
  }
}

async function fillCoached(run: Run): Promise<void> {
  const memberOf = (key: string): string => `(select m.id from app.membership m join app.account a on a.id = m.account_id where a.email = '${staff.find((row) => row.key === key)?.email}')`;
  for (const { coach, student, askedBy, on, until } of coached) {
    await run(
      `insert into app.coaching (leaver_id, case_id, coach_id, asked_by, asked_of, asked_on, wanted_until, until_on, needs_guardian, student_said_on, began_on, start_told_on)
      select l.id, c.id, ${memberOf(coach)}, ${memberOf(askedBy)}, c.desk_id, $2, $3, $3, false, $2, $2, $2 from app.leaver l join app.desk_case c on c.leaver_id = l.id where l.email = $1`,
      `${student}@leerling.example`, on, until,
    );
  }
}

async function fillApplication(run: Run, story: Story, application: Story['applications'][number]): Promise<void> {
  const [given, prefix, family] = story.name;
  const number = `${application.college}-${story.key}-${application.crebo}`;
  await run(
    `insert into app.application (college_id, number, leaver_id, given_name, name_prefix, family_name, folded_given, folded_family, birth_date,
      prior_school, crebo, pathway, starts_on, school_year, applied_on, status_on, tie, region)
    values (${organisationId(application.college)}, $1, (select id from app.leaver where number = $2 and school_id = ${organisationId(story.school)} and school_year = $13),
      $3, $4, $5, $6, $7, $8, $9, $10, $14, $11, $13, $12, $12, 'automatic', (select region from app.organisation where code = '${application.college}'))`,
    number, story.number, given, prefix, family, plain(given), plain(prefix + family), story.born, story.school,
    application.crebo, application.starts, application.applied ?? application.reported[0]?.[1], story.year ?? '2025-2026',
    application.pathway ?? 'bol',
  );
  for (const [status, day] of application.reported) {
    await run(
      `insert into app.event (application_id, kind, became, as_of, source, organisation_id)
      select id, 'status-reported', $2, $3, 'file', college_id from app.application where number = $1`,
      number, status, day,
    );
  }
}

async function fillWaiting(run: Run): Promise<void> {
  for (const { number, college, name: [given, prefix, family], born, school, crebo, starts, candidates } of waiting) {
    await run(
      `insert into app.application (college_id, number, given_name, name_prefix, family_name, folded_given, folded_family, birth_date,
        prior_school, crebo, pathway, starts_on, school_year, applied_on, status_on, region)
      values (${organisationId(college)}, $1, $2, $3, $4, $5, $6, $7, $8, $9, 'bol', $10, '2025-2026', '2026-03-01', '2026-03-01',
        (select region from app.organisation where code = '${college}'))`,
      number, given, prefix, family, plain(given), plain(prefix + family), born, school, crebo, starts,
    );
    for (const key of candidates) {
      await run(
        `insert into app.tie_candidate select a.id, l.id, '{other-given-name}' from app.application a, app.leaver l where a.number = $1 and l.email = $2`,
        number, `${key}@leerling.example`,
      );
    }
  }
}
