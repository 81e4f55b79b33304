import { DAY } from '../personas/people.ts';
import type { FreshDatabase } from './fresh-database.ts';

interface Classmates {
  readonly count: number;
  /** Whose mentor: an address of test/personas. */
  readonly mentor: string;
  readonly college: string;
  readonly crebo: string;
  readonly group?: string;
}

/** So many more leavers, Klas Genoot 1 and on, admitted to one programme that starts on 24 August; and the sweep of the day. */
export async function addClassmates(database: FreshDatabase, { count, mentor, college, crebo, group = '4B' }: Classmates): Promise<void> {
  await database.asSuperuser(LEAVERS, [count, mentor, group, crebo]);
  await database.asSuperuser(APPLICATIONS, [college, crebo]);
  await database.asSuperuser(ADMITTED);
  await database.asSuperuser('select app.refresh_statuses(array(select id from app.application))');
  await database.asSuperuser("delete from app.sweep where day = $1", [DAY]);
  await database.asSuperuser('select app.run_sweep($1, true)', [DAY]);
  await database.asSuperuser('select app.refresh_cards($1, null)', [DAY]);
}

const LEAVERS = `
insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date,
  municipality, municipality_folded, school_type, class, mentor_email, mentor_id, exam_result, region)
select m.organisation_id, 'K' || $4::text || n, '2025-2026', 'Klas', 'Genoot ' || n, 'klas', 'genoot' || n, 'genoot ' || to_char(n, 'fm000') || ' klas',
  '2010-01-01'::date + n, 'Zwolle', 'zwolle', 'vmbo', $3::text, a.email, m.id, 'passed', o.region
from generate_series(1, $1::int) n, app.account a join app.membership m on m.account_id = a.id join app.organisation o on o.id = m.organisation_id
where a.email = $2`;

const APPLICATIONS = `
insert into app.application (college_id, number, leaver_id, given_name, family_name, folded_given, folded_family, birth_date,
  crebo, pathway, starts_on, school_year, applied_on, status_on, tie, region)
select o.id, 'A' || l.number, l.id, l.given_name, l.family_name, l.folded_given, l.folded_family, l.birth_date,
  $2::text, 'bol', '2026-08-24', '2025-2026', '2026-02-02', '2026-02-02', 'automatic', o.region
from app.leaver l, app.organisation o where o.code = $1 and l.number like 'K' || $2::text || '%'`;

const ADMITTED = `
insert into app.event (application_id, kind, became, as_of, source, organisation_id)
select id, 'status-reported', 'admitted', '2026-05-12', 'file', college_id from app.application a
where number like 'AK%' and not exists (select from app.event e where e.application_id = a.id)`;
