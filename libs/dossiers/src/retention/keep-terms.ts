import { WORKER, type Clock, type Tx } from '#platform';

interface Kept {
  /** Students who heard that their passport goes. */
  readonly announced: number;
  readonly removed: number;
  /** Notes that were wiped. */
  readonly wiped: number;
}

/** Rules 11, each day: who is warned, whose passport goes, whose notes go. Safe beside others and as often as one likes. */
export async function keepTerms(tx: Tx, clock: Pick<Clock, 'today' | 'now'>): Promise<Kept> {
  return tx.run(WORKER, async (sql) => {
    await sql('select pg_advisory_xact_lock(hashtext($1))', ['keep terms']);
    const [removed] = await sql<{ count: number }>('select app.remove_passports($1, $2) as count', [clock.today(), clock.now()]);
    const [announced] = await sql<{ count: number }>('select app.announce_removals($1) as count', [clock.today()]);
    await sql('select app.wipe_addresses($1)', [clock.today()]);
    const [wiped] = await sql<{ count: number }>('select app.wipe_case_notes($1) as count', [clock.today()]);
    return { announced: announced?.count ?? 0, removed: removed?.count ?? 0, wiped: wiped?.count ?? 0 };
  });
}
