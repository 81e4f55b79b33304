import { WORKER, type Clock, type Tx } from '#platform';

/**
 * The same day, after the sweep: mentors hear of applications that ended while another goes on, when they have no digest of this
 * day; who has one hears it in the next. Safe beside others and as often as one likes; gives how many mails were queued.
 */
export async function queueNews(tx: Tx, clock: Pick<Clock, 'today'>): Promise<number> {
  const today = clock.today();
  return tx.run(WORKER, async (sql) => {
    const [row] = await sql<{ queued: number }>(QUEUE, [today]);
    return row?.queued ?? 0;
  });
}

const QUEUE = 'select app.queue_news(day) as queued from app.sweep where day = $1';
