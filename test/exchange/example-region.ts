import fs from 'node:fs';
import path from 'node:path';
import { fileSource, importFiles, type ImportReport, kindNames, kindOf } from '#exchange';
import { openPool, Tx, WORKER } from '#platform';
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

interface Signal {
  readonly school: string;
  readonly leerlingnummer: string;
  readonly kind: string;
  readonly route: string;
}

const line = ({ school, leerlingnummer, kind, route }: Signal): string => [school, leerlingnummer, kind, route].join(' ');

export async function signalsOn({ tx }: Region, day: string): Promise<string[]> {
  const asked = `select o.code as school, l.number as leerlingnummer, s.kind, s.route
    from app.signals_on($1) s join app.leaver l on l.id = s.leaver_id join app.organisation o on o.id = l.school_id`;
  const rows = await tx.run(WORKER, (sql) => sql<Signal & Record<string, unknown>>(asked, [day]));
  return rows.map(line).sort();
}

export const signalsOfKey = (day: string): string[] => keyOf<Signal[]>(`signalen-${day}.json`).map(line).sort();
