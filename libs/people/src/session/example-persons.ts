import type { Pool, QueryResultRow } from 'pg';
import { roles } from '#policy';

export interface ExamplePerson extends QueryResultRow {
  readonly memberId: string;
  readonly role: string;
  readonly person: string;
  readonly organisation: string;
  readonly email: string;
}

/** Once the example stands on its day: from then on these stay, whatever somebody does. */
export const KEEP_EXAMPLE_PERSONS = 'update app.installation set example_persons = array(select chosen from app.example_persons())';

/** In the order of the roles; those without a list of their own yet are left out. */
const working = roles.filter(({ actor }) => actor !== 'guest').map(({ code }): string => code);

/** One person of each role of the example region, the one with the most to do; nobody in a database of one's own. */
export async function examplePersons(pool: Pool): Promise<ExamplePerson[]> {
  const text = 'select member_id as "memberId", role, person, organisation, email from app.example_persons()';
  const { rows } = await pool.query<ExamplePerson>(text);
  const place = ({ role }: ExamplePerson): number => working.indexOf(role);
  return rows.filter((row) => place(row) >= 0).toSorted((a, b) => place(a) - place(b));
}
