import type { Pool } from 'pg';
import type { Clock } from './clock.ts';

/**
 * The example region stands on a day that its visitors choose; the database says which. Every process asks again now and then,
 * because another one may have moved it. OVERSTAP_TODAY wins: then nothing is asked. False while the example is being filled: the
 * clock then stays where it is, and a day swept in between would stand in the way of the days that are still to come.
 */
export async function followExampleDay(clock: Clock, pool: Pool, today: string | undefined): Promise<boolean> {
  if (today) return true;
  const { rows } = await pool.query<{ day: string | null }>(
    `select to_char(example_day, 'yyyy-mm-dd') as day from app.installation where origin = 'example'`,
  );
  const [example] = rows;
  if (example && !example.day) return false;
  clock.standStill(example?.day ?? undefined);
  return true;
}
