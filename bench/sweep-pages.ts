// The work list of a school of the country over 8 connections, alone and with a sweep beside it (goal P5: p99 at most 1.5 times).
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { sweep } from '#alerts';
import { Clock, createApp, openPool, Tx } from '#platform';
import { AppModule } from '../apps/web/src/app.module.ts';
import { benchDatabase } from './support/database.ts';
import { fillCountry } from './support/country.ts';
import { undoSweep } from './support/undo-sweep.ts';

interface Answers {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

const [ROUNDS, SECONDS, DAY, TOKEN] = [3, 3, '2026-09-15', 'bench'];
const database = await benchDatabase();
const { ask } = database;
await fillCountry(database);
const owner = openPool(database.ownerUrl, { max: 1, pipeline: false });
const worker = openPool(database.workerUrl, { max: 2, pipeline: true });
await owner.query('analyze');
await undoSweep(owner, ask);
await ask(`with member as (update app.membership set accepted_at = now() where id = (select id from app.membership where role = 'careers-dean' order by id limit 1) returning *)
  insert into app.session (id, account_id, membership_id, how, expires_at, idle_seconds, second_factor_at)
  select $1, account_id, id, 'mail-link', now() + interval '1 day', 7200, now() from member`,
  [createHash('sha256').update(TOKEN).digest()]);

const config = { host: '127.0.0.1', port: 0, trustProxy: [], demoPages: false, sessionMinutes: { students: 30, staff: 120 }, dataFolder: '', oidc: [] };
const publicUrl = new URL('http://localhost');
const app = await createApp(AppModule.with({ config, publicUrl, database, clock: new Clock({ today: DAY }) }), { trustProxy: [], publicUrl, secret: 'x'.repeat(32), logger: false });
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
const client = fork(new URL('support/load.mjs', import.meta.url), { execArgv: [] });

/** While some work is done, or for some seconds. */
async function answersDuring(work?: () => Promise<unknown>): Promise<Answers> {
  client.send({ url: `http://127.0.0.1:${port}/leerlingen`, cookie: `overstap=${TOKEN}`, connections: 8, seconds: work ? 600 : SECONDS });
  const [[answers]] = await Promise.all([once(client, 'message') as Promise<[Answers]>, work?.().then(() => client.send('stop'))]);
  if (answers.perSecond === 0) throw new Error('No page was answered');
  return answers;
}

const middle = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const told = (rounds: Answers[]): string =>
  `${middle(rounds.map((r) => r.perSecond)).toFixed(0)} pages/s, p50 ${middle(rounds.map((r) => r.p50)).toFixed(0)} ms, p99 ${middle(rounds.map((r) => r.p99)).toFixed(0)} ms`;
await answersDuring();
const rounds: { alone: Answers; beside: Answers }[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const alone = await answersDuring();
  rounds.push({ alone, beside: await answersDuring(() => sweep(new Tx(worker, database.rolePrefix), DAY)) });
  await undoSweep(owner, ask);
}
const ratio = middle(rounds.map((r) => r.beside.p99 / r.alone.p99));
console.log(`${ratio <= 1.5 ? 'pass' : 'fail'}  P5  p99 with a sweep beside it ${ratio.toFixed(1)} times (goal 1.5)`);
console.log(`      alone ${told(rounds.map((r) => r.alone))}; beside a sweep ${told(rounds.map((r) => r.beside))}`);
client.disconnect();
await app.close();
await Promise.all([worker.end(), owner.end()]);
await database.close();
