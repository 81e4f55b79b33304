import { desks, qualifyingDiplomas } from '#policy';

const qualifying = qualifyingDiplomas.map((code) => `'${code}'`).join(', ');

/** Which desk a municipality has: the leerplicht bureau that names it, and the Doorstroompunt of that bureau's region. */
export const municipalityDesk = `
create or replace view app.municipality_desk with (security_invoker = true) as
select distinct on (m.folded) m.folded, bureau.id as leerplicht_id, bureau.region, point.id as doorstroompunt_id
from app.organisation_municipality m join app.organisation bureau on bureau.id = m.organisation_id
left join (
  select distinct on (o.region) o.region, o.id from app.organisation o
  where o.kind = 'doorstroompunt' order by o.region, o.code) point on point.region = bureau.region
where bureau.kind = 'leerplicht' order by m.folded, bureau.code;
grant select on app.municipality_desk to public;`;

/**
 * Who failed and has a diploma of havo or vwo in the file has not passed it, as far as we know; only who failed vwo may well have
 * had havo. A case too many is mended sooner than one that never opened.
 */
export const failedIt = `
create or replace function app.failed_it(school_type text, exam_result text, diploma text) returns boolean language sql immutable as $$
  select coalesce(exam_result = 'failed' and diploma in ('havo', 'vwo') and (school_type is distinct from 'vwo' or diploma = 'vwo'), false)
$$;`;

/** One condition per row of libs/policy/desks, in its order; the first that holds is the route (rules 6). */
const CONDITIONS: Record<(typeof desks)[number]['code'], string> = {
  qualified: `l.diploma in (${qualifying}) and not app.failed_it(l.school_type, l.exam_result, l.diploma) or l.exam_result = 'passed' and l.school_type in ('havo', 'vwo')`,
  'no-desk': 'd.leerplicht_id is null',
  compulsory: 'day <= app.school_year_end(app.birthday(l.birth_date, 16))',
  'exempt-qualification': `day < app.birthday(l.birth_date, 18) and (
      l.school_type = 'pro' and (l.exam_result = 'certificate' or l.diploma = 'pro')
      or l.school_type = 'vso' and l.exit_profile in ('work', 'day-activity'))`,
  'qualification-duty': 'day < app.birthday(l.birth_date, 18)',
  'former-rmc': 'day < app.birthday(l.birth_date, (select years from app.upper_age where valid_from <= day order by valid_from desc limit 1))',
  'over-age': 'true',
};

/** The route of a start alert, for a leaver `l` whose municipality has desk `d`. */
export const routeCase = `case ${desks.map(({ code, route }) => `when ${CONDITIONS[code]} then '${route}'`).join('\n      ')} end`;
