import { WORKER, type Clock, type Tx } from '#platform';
import { peopleTerms } from '#policy';

const DAY_MS = 86_400_000;

/** Freezes staff accounts that nobody used for a year of real time; gives how many. Safe beside others and as often as one likes. */
export function freezeUnused(tx: Tx, clock: Pick<Clock, 'today' | 'now'>): Promise<number> {
  const since = new Date(clock.now().getTime() - peopleTerms.unusedDays * DAY_MS);
  return tx.run(WORKER, async (sql) => (await sql<{ frozen: number }>('select app.freeze_unused($1, $2) as frozen', [since, clock.today()]))[0]?.frozen ?? 0);
}
