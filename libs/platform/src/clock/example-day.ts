import type { Pool } from 'pg';
import type { Clock } from './clock.ts';

/**
 * The example region stands on a day that its visitors choose; the database says which. Every process asks again now and then,
 * because another one may have moved it. OVERSTAP_TODAY wins: then nothing is asked.
 */
export async function followExampleDay(clock: Clock, pool: Pool, today: string | undefined): Promise<void> {
  if (today) return;
  const { rows } = await pool.query<{ day: string | null }>(
    `select to_char(example_day, 'yyyy-mm-dd') as day from app.installation where origin = 'example'`,
  );
  clock.standStill(rows[0]?.day ?? undefined);
}
