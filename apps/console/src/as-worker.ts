import { openPool, Tx, type Database } from '#platform';

/** Work of one command, as the worker, over connections that end with it. */
export async function asWorker<T>({ workerUrl, rolePrefix }: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const pool = openPool(workerUrl, { max: 2, pipeline: true });
  try {
    return await work(new Tx(pool, rolePrefix));
  } finally {
    await pool.end();
  }
}
