import fs from 'node:fs';
import path from 'node:path';
import type { Pool } from 'pg';
import { sweep } from '#alerts';
import { fileSource, importFiles, kindOf, type KindName } from '#exchange';
import type { Tx } from '#platform';
import { daysBefore, EXAMPLE_YEAR } from './days.ts';
import { emptyExample } from './empty.ts';

const FOLDER = path.resolve('examples/ijssel-vecht');

const ORDER: readonly KindName[] = ['organisaties', 'medewerkers', 'opleidingen', 'leerlingen', 'uitslagen', 'aanmeldingen', 'statussen'];

/** Whether nobody has put data of their own into this database; an example that was never finished may be filled again. */
export async function mayFill(owner: Pool): Promise<boolean> {
  const { rows } = await owner.query<{ may: boolean }>(
    "select coalesce(origin = 'example', not exists (select from app.organisation)) as may from app.installation",
  );
  return rows[0]?.may ?? false;
}

/** The day on which the example stands; undefined when it was never filled to the end. */
export async function standsOn(owner: Pool): Promise<string | undefined> {
  const { rows } = await owner.query<{ day: string | null }>(
    "select to_char(example_day, 'yyyy-mm-dd') as day from app.installation where origin = 'example'",
  );
  return rows[0]?.day ?? undefined;
}

/** Empties the example and lives its year again up to a day: files dated until then, and the sweeps of the days before. */
export async function fillExample(owner: Pool, tx: Tx, day: string): Promise<void> {
  await owner.query("update app.installation set origin = 'example', example_day = null");
  await emptyExample(owner);
  for (const name of ORDER) await bring(tx, name, day);
  for (const earlier of daysBefore(day)) await sweep(tx, earlier);
  await sweep(tx, day);
  await owner.query('update app.installation set example_day = $1', [day]);
}

async function bring(tx: Tx, name: KindName, day: string): Promise<void> {
  const kind = kindOf(name);
  if (!kind) throw new Error(`No kind ${name}`);
  const files = fs.readdirSync(FOLDER).filter((file) => file.startsWith(name) && endsBy(file, day));
  const sources = files.map((file) => fileSource(path.join(FOLDER, file), file));
  if (sources.length) await importFiles(tx, { kind, files: sources, year: EXAMPLE_YEAR, day });
}

/** A slice of the statuses says in its name until when it runs. */
function endsBy(file: string, day: string): boolean {
  const [, until] = /-tot-(\d{4}-\d{2}-\d{2})\.csv$/.exec(file) ?? [];
  return !until || until <= day;
}
