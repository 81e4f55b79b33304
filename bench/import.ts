// Brings 200,000 leavers, applications and statuses in, beside a floor of COPY and one set of SQL: npm run bench:import [-- ROWS]
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { bytesSource, importFiles, isRefused, kinds } from '#exchange';
import { setTimeout } from 'node:timers/promises';
import { openPool, Tx } from '#platform';
import { freshDatabase } from '../test/support/fresh-database.ts';
import globalSetup from '../test/support/global-setup.ts';
import globalTeardown from '../test/support/global-teardown.ts';
import { floorImport, prepareFloor } from './import-floor.ts';
import { applications, COLLEGE, leavers, organisations, SCHOOL, statuses } from './invented.ts';

const ROWS = Number(process.argv[2] ?? 200_000);
const DAY = '2026-06-15';

await globalSetup();
const database = await freshDatabase();
const pool = openPool(database.workerUrl, { max: 2, pipeline: false });
const tx = new Tx(pool, database.rolePrefix);

const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;

/** Rows of the facts and what follows from them that were written so far; counted by the server a second later. */
async function written(): Promise<number> {
  await setTimeout(1500);
  const { rows } = await pool.query<{ sum: string }>(`select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) as sum from pg_stat_user_tables
    where schemaname = 'app' and relname in ('leaver', 'application', 'event', 'card', 'signal', 'desk_case', 'tie_candidate', 'leaver_access')`);
  return Number(rows[0]?.sum);
}

async function bring(what: string, name: string, file: string, content: Buffer): Promise<number> {
  const kind = kinds.find((known) => known.name === name);
  if (!kind) throw new Error(name);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const wrote = await written();
  const start = performance.now();
  const report = await importFiles(tx, { kind, files: [bytesSource(file, content)], day: DAY, year: '2025-2026' });
  const seconds = (performance.now() - start) / 1000;
  delay.disable();
  clearInterval(watch);
  const writes = (await written()) - wrote;
  const [counted] = report.files;
  if (!counted || isRefused(counted)) throw new Error(JSON.stringify(counted));
  const { rows, created, updated, unchanged, refused, waiting } = counted;
  console.log(`${what.padEnd(28)} ${seconds.toFixed(2)} s  ${Math.round(rows / seconds)} rows/s  +${mebibytes(peak - before)}  loop p99 ${Math.round(delay.percentile(99) / 1e6)} ms  ${writes} rows written  ${JSON.stringify({ rows, created, updated, unchanged, refused: refused.length, waiting, ties: report.ties })}`);
  return seconds;
}

async function floor(what: string, content: Buffer): Promise<number> {
  const start = performance.now();
  await floorImport(pool, content);
  const seconds = (performance.now() - start) / 1000;
  console.log(`${what.padEnd(28)} ${seconds.toFixed(2)} s`);
  return seconds;
}

/** What the server does by itself within minutes. */
const tidied = () => database.asSuperuser('vacuum (analyze) app.leaver, app.card, public.floor_leaver');

try {
  await bring('organisations', 'organisaties', 'organisaties.csv', Buffer.from(organisations()));
  await prepareFloor(database);
  const file = `leerlingen-${SCHOOL}.csv`;
  const [all, some] = [Buffer.from(leavers(ROWS)), Buffer.from(leavers(ROWS, 10))];
  const ratios = [['new', (await bring('leavers, new', 'leerlingen', file, all)) / (await floor('floor, new', all))]] as [string, number][];
  await tidied();
  ratios.push(['unchanged', (await bring('leavers, unchanged', 'leerlingen', file, all)) / (await floor('floor, unchanged', all))]);
  ratios.push(['a tenth changed', (await bring('leavers, a tenth changed', 'leerlingen', file, some)) / (await floor('floor, a tenth changed', some))]);
  await bring('applications, new', 'aanmeldingen', `aanmeldingen-${COLLEGE}.csv`, Buffer.from(applications(ROWS)));
  await bring('applications, unchanged', 'aanmeldingen', `aanmeldingen-${COLLEGE}.csv`, Buffer.from(applications(ROWS)));
  const reported = Buffer.from(statuses(ROWS, 5));
  await bring('statuses, new', 'statussen', `statussen-${COLLEGE}.csv`, reported);
  await bring('statuses, unchanged', 'statussen', `statussen-${COLLEGE}.csv`, reported);
  for (const [what, ratio] of ratios) console.log(`product / floor, ${what}: ${ratio.toFixed(2)}`);
} finally {
  await pool.end();
  await database.drop();
  await globalTeardown();
}
