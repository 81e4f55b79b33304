import type { Pool, QueryResultRow } from 'pg';

export interface ExamplePerson extends QueryResultRow {
  readonly memberId: string;
  readonly role: string;
  readonly person: string;
  readonly organisation: string;
  readonly email: string;
}

/** One person of each role of the example region, the one with the most to do; nobody in a database of one's own. */
export async function examplePersons(pool: Pool): Promise<ExamplePerson[]> {
  const text = 'select member_id as "memberId", role, person, organisation, email from app.example_persons()';
  return (await pool.query<ExamplePerson>(text)).rows;
}
