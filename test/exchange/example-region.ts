import fs from 'node:fs';
import path from 'node:path';
import { fileSource, importFiles, type ImportReport, kindNames, kindOf } from '#exchange';
import { openPool, Tx } from '#platform';
import type { FreshDatabase } from '../support/fresh-database.ts';

export const EXAMPLE = path.resolve('examples/ijssel-vecht');
export const YEAR = '2025-2026';

export interface Region {
  readonly tx: Tx;
  /** Brings these files of the example region, of one kind, on a day. */
  bring(kind: string, day: string, wanted?: (name: string) => boolean): Promise<ImportReport>;
  close(): Promise<void>;
}

export function regionIn(database: FreshDatabase): Region {
  const pool = openPool(database.workerUrl, { max: 1, pipeline: false });
  const tx = new Tx(pool, database.rolePrefix);
  return {
    tx,
    close: () => pool.end(),
    bring: (name, day, wanted = () => true) => {
      const kind = kindOf(name);
      if (!kind) throw new Error(name);
      const files = fs.readdirSync(EXAMPLE).filter((file) => file.startsWith(name) && file.endsWith('.csv') && wanted(file));
      return importFiles(tx, { kind, day, year: YEAR, files: files.map((file) => fileSource(path.join(EXAMPLE, file), file)) });
    },
  };
}

/** Everything but the statuses. */
export const beforeStatuses = kindNames.filter((name) => name !== 'statussen');

export const keyOf = <T>(name: string): T => JSON.parse(fs.readFileSync(path.join(EXAMPLE, 'sleutel', name), 'utf8')) as T;
