import type { ClientBase, Pool } from 'pg';
import { onLostConnection } from './lost-connection.ts';
import { withClient } from './pool.ts';

/** Everything that takes turns across processes; locks count within one database. */
const LOCKS = { owner: 714_001, migrate: 714_002, logins: 714_003, write: 714_004 } as const;

/** Waits for its turn on this connection, which must not be used for anything else that ends it. */
export async function withLock<T>(client: ClientBase, name: keyof typeof LOCKS, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [LOCKS[name]]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [LOCKS[name]]).catch(onLostConnection);
  }
}

/** Commands that write wait for each other: one at a time per database, over a connection of its own. */
export function exclusively<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  return withClient(pool, (client) => withLock(client, 'write', work));
}
