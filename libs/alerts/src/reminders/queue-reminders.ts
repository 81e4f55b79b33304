import { WORKER, type Clock, type Tx } from '#platform';
import { LATE_CASES } from '#policy';

/**
 * In the morning, after the sweep so that a digest goes first: desks hear of cases without contact, deans how their school stands,
 * the region its figures. Not on quiet days. Safe beside others and as often as one likes; gives how many mails were queued.
 */
export async function queueReminders(tx: Tx, clock: Pick<Clock, 'today' | 'time'>): Promise<number> {
  if (clock.time() < LATE_CASES.from) return 0;
  return tx.run(WORKER, async (sql) => {
    const [row] = await sql<{ queued: number }>(QUEUE, [clock.today()]);
    return row?.queued ?? 0;
  });
}

const QUEUE = 'select app.queue_reminders(day) as queued from app.sweep where day = $1';
