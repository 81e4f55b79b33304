import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Column, Kind } from '../kinds/kind.ts';
import type { Table } from '../reading/table.ts';
import type { ReadRow, RowReader } from './row-reader.ts';

const OWN = ['line', 'fault_column', 'fault_value', 'fault'] as const;
const BATCH = 64 * 1024;

const fieldsOf = (kind: Kind): [string, Column['type']][] => [
  ...kind.columns.map(({ field, type }): [string, Column['type']] => [field, type]),
  ...Object.entries(kind.derived ?? {}),
];

/** Copies the rows of a table, wrong ones with their fault, into the temporary table `staged`; returns how many there were. */
export async function stage(client: PoolClient, kind: Kind, table: Table<Column>, reader: RowReader): Promise<number> {
  const fields = fieldsOf(kind);
  await client.query('drop table if exists staged cascade');
  await client.query(`create temp table staged (line int, fault_column text, fault_value text, fault text, ${fields.map(([name, type]) => `${name} ${type}`).join(', ')}) on commit drop`);
  const names = fields.map(([name]) => name);
  const copy = client.query(copyFrom(`copy staged (${[...OWN, ...names].join(', ')}) from stdin`));
  const rows = await pour(table, reader, names, copy);
  await client.query('analyze staged');
  return rows;
}

async function pour(table: Table<Column>, reader: RowReader, names: readonly string[], copy: NodeJS.WritableStream): Promise<number> {
  let rows = 0;
  let text = '';
  const finished = once(copy, 'finish');
  finished.catch(() => undefined);
  try {
    for await (const batch of table.rows) {
      for (const row of batch) {
        rows++;
        text += copyLine(reader.read(row), names);
        if (text.length < BATCH) continue;
        if (!copy.write(text)) await Promise.race([once(copy, 'drain'), finished]);
        text = '';
      }
    }
  } catch (error) {
    await abandon(copy);
    throw error;
  }
  copy.end(text);
  await finished;
  return rows;
}

/** Ends the COPY so that the connection can go on; what it brought is dropped with the table. */
async function abandon(copy: NodeJS.WritableStream): Promise<void> {
  copy.end();
  await once(copy, 'finish');
}

function copyLine({ line, values, fault }: ReadRow, names: readonly string[]): string {
  let text = fault ? `${line}\t${cell(fault.column)}\t${cell(fault.value)}\t${cell(fault.message)}` : `${line}\t\\N\t\\N\t\\N`;
  for (const name of names) text += `\t${cell(values[name] ?? null)}`;
  return `${text}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const cell = (value: string | null): string =>
  value === null ? '\\N' : /[\\\t\n\r]/.test(value) ? value.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? '') : value;
