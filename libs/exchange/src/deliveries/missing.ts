import type { Sql } from '#platform';

const SHOWN = 10;

/** The first of the leavers whom a file of their school and year leaves out, inside the transaction that brought it. */
export async function namesMissing(sql: Sql): Promise<string[]> {
  const rows = await sql<{ name: string }>(
    `select app.full_name(l.given_name, l.name_prefix, l.family_name) || coalesce(', ' || l.class, '') as name
    from app.leaver l
    where (l.school_id, l.school_year) in (select distinct school_id, school_year from seen)
      and not exists (select from seen s where (s.school_id, s.number, s.school_year) = (l.school_id, l.number, l.school_year))
    order by l.sort_name limit ${SHOWN}`,
  );
  return rows.map(({ name }) => name);
}
