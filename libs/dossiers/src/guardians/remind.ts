import { WORKER, type Clock, type Tx } from '#platform';
import { guardianLink } from './links.ts';

/** Shares end on their last day, what enough parents said yes to goes, what nobody answered in time lapses, who turned 16 is asked again, who has a new mentor is told, and parents are reminded. Safe beside others and as often as one likes. */
export async function keepSharing(tx: Tx, clock: Pick<Clock, 'today' | 'now'>, publicUrl: URL): Promise<number> {
  const [today, now] = [clock.today(), clock.now()];
  return tx.run(WORKER, async (sql) => {
    await sql('select pg_advisory_xact_lock(hashtext($1))', ['keep sharing']);
    for (const step of ['end_shares', 'recount_answers', 'lapse_requests']) await sql(`select app.${step}($1, $2)`, [today, now]);
    await sql('select app.tell_new_mentors($1)', [today]);
    const waiting = await sql<{ id: string }>('select id from app.requests_to_remind($1)', [today]);
    for (const { id } of waiting) {
      const { hash, link } = guardianLink(publicUrl);
      await sql('select app.remind_guardian($1, decode($2, $3), $4, $5)', [id, hash, 'hex', link, today]);
    }
    return waiting.length;
  });
}
