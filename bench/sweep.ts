// A sweep of 110,161 expected starters against the one statement that only finds and queues (goal P5: at most 2 times, a second run
// writes nothing), the same day again, the day after with the same signals open, and five at once.
import { sweep } from '#alerts';
import { openPool, Tx } from '#platform';
import { benchDatabase } from './support/database.ts';
import { fillCountry } from './support/country.ts';
import { undoSweep } from './support/undo-sweep.ts';

const DAY = '2026-09-15';
const DAY_AFTER = '2026-09-16';
const ROUNDS = 3;
const database = await benchDatabase();
await fillCountry(database);
const owner = openPool(database.ownerUrl, { max: 1, pipeline: false });
const worker = openPool(database.workerUrl, { max: 6, pipeline: true });
const tx = new Tx(worker, database.rolePrefix);
const { ask } = database;
await owner.query(`create schema bench; create table bench.alert (leaver_id uuid primary key, kind text);
  create table bench.outbox (id uuid primary key default gen_random_uuid(), leaver_id uuid, to_whom uuid);
  grant usage on schema bench to public; grant all on all tables in schema bench to public`);
await owner.query('vacuum analyze');
await ask(`select app.refresh_cards('2026-08-24', null)`);
await owner.query('vacuum analyze');

const FLOOR = `with found as (
    select l.id, l.mentor_id from app.leaver l join app.application a on a.leaver_id = l.id
    where a.starts_on <= '${DAY}' and a.status = 'no-show' and not exists (select from app.application b where b.leaver_id = l.id and b.status = 'started')),
  alert as (insert into bench.alert select id, 'no-show' from found on conflict do nothing returning leaver_id)
  insert into bench.outbox (leaver_id, to_whom) select leaver_id, null from alert, generate_series(1, 2)`;

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Written to the log of the database: what a run that changes nothing must keep next to nothing. */
const bytes = async (): Promise<number> => Number((await ask(`select pg_current_wal_insert_lsn() - '0/0' as at`))[0]?.['at']);
const ROWS = `select (select count(*) from app.signal) as signals, (select count(*) from app.desk_case) as cases,
  (select count(*) from app.event) as events, (select count(*) from app.mail) as mails, (select count(*) from app.telling) as tellings`;
const rows = async (): Promise<string> => JSON.stringify((await ask(ROWS))[0]);

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const times: { floor: number; first: number; again: number; next: number }[] = [];
const alone: string[] = [];
let wrote = 0;
for (let round = 0; round < ROUNDS; round++) {
  const floor = await seconds(() => ask(FLOOR));
  const first = await seconds(() => sweep(tx, DAY));
  alone.push(await rows());
  const before = await bytes();
  const again = await seconds(() => sweep(tx, DAY));
  wrote = Math.max(wrote, (await bytes()) - before);
  const next = await seconds(() => sweep(tx, DAY_AFTER));
  times.push({ floor, first, again, next });
  await undoSweep(owner, ask);
  await owner.query('truncate bench.alert, bench.outbox');
}
const five = await seconds(() => Promise.all(Array.from({ length: 5 }, () => sweep(tx, DAY))));
const together = await rows();
const [floor, first, again, next] = (['floor', 'first', 'again', 'next'] as const).map((what) => median(times.map((t) => t[what]))) as [number, number, number, number];
const ratio = median(times.map((t) => t.first / t.floor));
console.log(`${ratio <= 2 ? 'pass' : 'fail'}  P5  sweep ${first.toFixed(2)} s, one statement ${floor.toFixed(2)} s, ratio ${ratio.toFixed(1)} (goal 2.0)`);
console.log(`${again <= 0.6 ? 'pass' : 'fail'}  P5  again ${again.toFixed(2)} s (goal 0.6), ${wrote} bytes of log; the day after ${next.toFixed(2)} s`);
console.log(`${new Set([...alone, together]).size === 1 ? 'pass' : 'fail'}  P5  five at once ${five.toFixed(2)} s, ${together}`);
await Promise.all([worker.end(), owner.end()]);
await database.close();
