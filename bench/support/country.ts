import type { BenchDatabase } from './database.ts';

/**
 * One school year of the whole country, always the same: 200,000 leavers, of whom 110,161 were expected to start and 5,450,
 * spread over all schools and towns, did not come. Some 50 mentors a school, 3 officers at each of 340 bureaus and 40 Doorstroompunten.
 */
export async function fillCountry({ ask }: Pick<BenchDatabase, 'ask'>): Promise<void> {
  for (const sql of [...ORGANISATIONS, ...PEOPLE, ...LEAVERS]) await ask(sql);
}

const NUMBERED = `with numbered as materialized (select id, kind, row_number() over (partition by kind order by code) - 1 as n from app.organisation)`;

const ORGANISATIONS = [
  `insert into app.organisation (code, name, kind, region)
   select kind || n, kind || ' ' || n, kind, (n % 40 + 1)::text from (values ('vo', 600), ('mbo', 60), ('leerplicht', 340), ('doorstroompunt', 40)) k (kind, many),
     generate_series(0, many - 1) n`,
  `insert into app.organisation_municipality
   select id, 'Gemeente ' || n, 'gemeente' || n from (select id, row_number() over (order by code) - 1 as n from app.organisation where kind = 'leerplicht') o`,
  `insert into app.programme (college_id, crebo, name, level, pathway, starts_on)
   select id, (90000 + n)::text, 'Opleiding ' || n, 2, 'bol', '2026-08-24' from app.organisation, generate_series(0, 49) n where kind = 'mbo'`,
];

const PEOPLE = [
  `insert into app.account (email, given_name) select 'persoon' || n || '@school.example', 'Persoon' from generate_series(0, 32799) n`,
  `${NUMBERED}, people as (select id, row_number() over (order by email) - 1 as n from app.account)
   insert into app.membership (account_id, organisation_id, role)
   select p.id, o.id, case o.kind when 'vo' then case when p.n < 600 then 'careers-dean' else 'mentor' end when 'mbo' then 'intake-officer'
     when 'leerplicht' then 'attendance-officer' else case when p.n < 32720 then 'doorstroompunt-officer' else 'region-administrator' end end
   from people p join numbered o on (o.kind, o.n) = (case when p.n < 31000 then 'vo' when p.n < 31500 then 'mbo' when p.n < 32600 then 'leerplicht' else 'doorstroompunt' end,
     case when p.n < 31000 then p.n % 600 when p.n < 31500 then p.n % 60 when p.n < 32600 then p.n % 340 else p.n % 40 end)`,
];

const LEAVERS = [
  `${NUMBERED}, mentors as materialized (select id, organisation_id, row_number() over (partition by organisation_id order by id) - 1 as n from app.membership where role = 'mentor')
   insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date, municipality,
     municipality_folded, school_type, class, exam_result, destination, region, mentor_id)
   select o.id, g.n::text, '2025-2026', 'Naam' || g.n, 'Achternaam' || g.n, 'naam' || g.n, 'achternaam' || g.n, 'achternaam' || g.n, date '2008-08-01' + g.n % 900,
     'Gemeente ' || g.n % 340, 'gemeente' || g.n % 340, 'vmbo', '4' || g.n % 7, 'passed', case when g.n >= 110161 then 'havo' end, (g.n % 600 % 40 + 1)::text, m.id
   from generate_series(0, 199999) g (n) join numbered o on o.kind = 'vo' and o.n = g.n % 600
   join mentors m on m.organisation_id = o.id and m.n = g.n / 600 % 50`,
  `${NUMBERED}
   insert into app.application (college_id, number, leaver_id, given_name, family_name, folded_given, folded_family, birth_date, crebo, pathway, starts_on,
     school_year, applied_on, status, status_on, last_event_on, tie)
   select o.id, l.number || '-' || k, l.id, l.given_name, l.family_name, l.folded_given, l.folded_family, l.birth_date, (90000 + l.n % 50)::text, 'bol', '2026-08-24',
     '2025-2026', '2026-02-02', case when k = 1 then 'withdrawn' when (l.n + l.n / 20) % 20 = 0 and l.n < 109000 then 'no-show' else 'started' end, '2026-08-24', '2026-08-24', 'automatic'
   from (select *, number::int as n from app.leaver where number::int < 110161) l cross join generate_series(0, 1) k
   join numbered o on o.kind = 'mbo' and o.n = (l.n + k) % 60 where k = 0 or l.n % 3 = 0`,
];
