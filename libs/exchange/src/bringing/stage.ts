import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Column, Kind } from '../kinds/kind.ts';
import type { Table } from '../reading/table.ts';
import { fieldsOf, type ReadRow, type RowReader } from './row-reader.ts';

const OWN = ['line', 'fault_column', 'fault_value', 'fault'] as const;
const BATCH = 64 * 1024;

/** Copies the rows of a table, wrong ones with their fault, into the temporary table `staged`; returns how many there were. */
export async function stage(client: PoolClient, kind: Kind, table: Table<Column>, reader: RowReader): Promise<number> {
  const fields = fieldsOf(kind);
  await client.query('drop table if exists staged cascade');
  await client.query(`create temp table staged (line int, fault_column text, fault_value text, fault text, ${fields.map(([name, type]) => `${name} ${type}`).join(', ')}) on commit drop`);
  const names = fields.map(([name]) => name);
  const copy = client.query(copyFrom(`copy staged (${[...OWN, ...names].join(', ')}) from stdin`));
  const rows = await pour(table, reader, copy);
  await client.query(`analyze staged (line, ${kind.key.join(', ')})`);
  return rows;
}

async function pour(table: Table<Column>, reader: RowReader, copy: NodeJS.WritableStream): Promise<number> {
  let rows = 0;
  let text = '';
  const finished = once(copy, 'finish');
  finished.catch(() => undefined);
  try {
    for await (const batch of table.rows) {
      for (const row of batch) {
        rows++;
        text += copyLine(reader.read(row));
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

function copyLine({ line, cells, fault }: ReadRow): string {
  let text = fault ? `${line}\t${cell(fault.column)}\t${cell(fault.value)}\t${cell(fault.message)}` : `${line}\t\\N\t\\N\t\\N`;
  for (const value of cells) text += value === null ? '\t\\N' : `\t${value.includes('\\') ? cell(value) : value}`;
  return `${text}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** Only raw texts hold tabs and line ends; what was read is clean of them. */
const cell = (value: string): string => value.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? '');
