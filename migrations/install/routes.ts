import { qualifyingDiplomas } from '#policy';

const qualifying = qualifyingDiplomas.map((code) => `'${code}'`).join(', ');

/** Which desk a municipality has: the leerplicht bureau that names it, and the Doorstroompunt of that bureau's region. */
const MUNICIPALITY_DESK = `
create or replace view app.municipality_desk with (security_invoker = true) as
select distinct on (m.folded) m.folded, bureau.id as leerplicht_id, bureau.region,
  (select point.id from app.organisation point where point.kind = 'doorstroompunt' and point.region = bureau.region
   order by point.code limit 1) as doorstroompunt_id
from app.organisation_municipality m join app.organisation bureau on bureau.id = m.organisation_id
where bureau.kind = 'leerplicht' order by m.folded, bureau.code;
grant select on app.municipality_desk to public;`;

/** One condition per row of libs/policy/desks, in its order; the first that holds is the route (rules 6). */
const CONDITIONS: Record<string, string> = {
  qualified: `coalesce(l.diploma, case when l.exam_result = 'passed' then l.school_type end) in (${qualifying})`,
  'no-desk': 'd.leerplicht_id is null',
  compulsory: 'day <= app.school_year_end(app.birthday(l.birth_date, 16))',
  'exempt-qualification': `day < app.birthday(l.birth_date, 18) and (
      l.school_type = 'pro' and (l.exam_result = 'certificate' or l.diploma = 'pro')
      or l.school_type = 'vso' and l.exit_profile in ('work', 'day-activity'))`,
  'qualification-duty': 'day < app.birthday(l.birth_date, 18)',
  'former-rmc': 'day < app.birthday(l.birth_date, (select years from app.upper_age where valid_from <= day order by valid_from desc limit 1))',
  'over-age': 'true',
};

export function routes(rows: readonly { readonly code: string; readonly route: string }[]): string {
  const branches = rows.map(({ code, route }) => {
    const condition = CONDITIONS[code];
    if (!condition) throw new Error(`No condition for desk row ${code}`);
    return `when ${condition} then '${route}'`;
  });
  return `${MUNICIPALITY_DESK}
create or replace function app.routes_on(day date, leavers uuid[])
returns table (leaver_id uuid, route text, leerplicht_id uuid, doorstroompunt_id uuid) language sql stable as $$
  select l.id, case ${branches.join('\n    ')} end, d.leerplicht_id, d.doorstroompunt_id
  from app.leaver l left join app.municipality_desk d on d.folded = l.municipality_folded
  where l.id = any(leavers)
$$;`;
}
