import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { install, migrations } from '#migrations';
import { openDatabase, type Database } from '#platform';

export interface BenchDatabase extends Database {
  /** As the owner; the worker's role sees every row. */
  readonly ask: (sql: string, values?: unknown[]) => Promise<pg.QueryResultRow[]>;
}

/** A database on a server of its own, as durable as the real one; gone afterwards. */
export async function benchDatabase(): Promise<BenchDatabase> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'overstap-bench-'));
  const database = await openDatabase({ dataFolder }, { migrations, install }, 'service');
  const owner = new pg.Client(database.workerUrl);
  await owner.connect();
  await owner.query(`set role ${pg.escapeIdentifier(`${database.rolePrefix}as_worker`)}`);
  return {
    ...database,
    ask: async (sql, values) => (await owner.query(sql, values)).rows,
    close: async () => {
      await owner.end();
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
