// A sweep of 110,161 expected starters against the one statement that only finds and queues (goal P5: at most 2 times, a second run writes nothing).
import { sweep } from '#alerts';
import { openPool, Tx } from '#platform';
import { benchDatabase } from './support/database.ts';
import { fillCountry } from './support/country.ts';

const DAY = '2026-09-15';
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
await owner.query('analyze');
await ask(`select app.refresh_cards('2026-08-24', null)`);
await owner.query('analyze');

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

const undo = (): Promise<unknown> => owner.query('truncate app.event, app.signal, app.telling, app.mail, app.leaver_access, app.sweep, bench.alert, bench.outbox cascade');

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const times: { floor: number; first: number; again: number }[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const floor = await seconds(() => ask(FLOOR));
  const first = await seconds(() => sweep(tx, DAY));
  const again = await seconds(() => sweep(tx, DAY));
  times.push({ floor, first, again });
  await undo();
}
const [floor, first, again] = [median(times.map((t) => t.floor)), median(times.map((t) => t.first)), median(times.map((t) => t.again))];
console.log(`${first <= 2 * floor ? 'pass' : 'fail'}  P5  sweep ${first.toFixed(2)} s, one statement ${floor.toFixed(2)} s, ratio ${(first / floor).toFixed(1)} (goal 2.0); again ${again.toFixed(2)} s`);
await Promise.all([worker.end(), owner.end()]);
await database.close();
