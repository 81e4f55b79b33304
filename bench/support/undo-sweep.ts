import type { Pool } from 'pg';
import type { BenchDatabase } from './database.ts';

const WRITTEN = ['event', 'signal', 'desk_case', 'telling', 'mail', 'leaver_access'];

/** Everything as before a sweep, cards too, and no dead rows: a round must not be easier or harder than the first. */
export async function undoSweep(owner: Pool, ask: BenchDatabase['ask']): Promise<void> {
  await owner.query(`truncate app.sweep, ${WRITTEN.map((table) => `app.${table}`).join(', ')} cascade`);
  await ask(`select app.refresh_cards('2026-08-24', null)`);
  for (const table of ['card', ...WRITTEN]) await owner.query(`vacuum analyze app.${table}`);
}
