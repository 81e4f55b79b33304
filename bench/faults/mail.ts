// Kills mail workers (F1) and lets the mail server go wrong (F2), on the built product; one line each.
import { setTimeout as sleep } from 'node:timers/promises';
import { startSending, type SendingProcess } from '../../test/mail/sending-process.ts';
import { benchDatabase, type BenchDatabase } from '../support/database.ts';
import { openFaultyServer, type FaultyServer } from './faulty-server.ts';

const [F1_MAILS, KILLS, WORKERS, CONNECTIONS] = [5000, 100, 3, 10];
const [F2_MAILS, SHARE] = [1500, 0.25];
const LEASE_SECONDS = 10;
/** A tenth of the real patience, so that the whole takes minutes. */
const TIMEOUTS = { connect: 1000, greeting: 1000, answer: 3000 };
const page = { link: 'https://overstap.example/inloggen/link/abc', minutes: 15 };

const database = await benchDatabase();

async function queue(count: number): Promise<void> {
  const addresses = Array.from({ length: count }, (_, n) => `mentor${n}@school${n % 40}.example`);
  const sql = `insert into app.mail (to_address, template, day, page) select unnest($1::text[]), 'sign-in', '2026-09-14', $2`;
  await database.ask('truncate app.mail, app.telling cascade').catch(() => database.ask('delete from app.mail'));
  await database.ask(sql, [addresses, page]);
}

const start = ({ port }: FaultyServer): SendingProcess =>
  startSending({ host: '127.0.0.1', port, secure: false, ignoreTLS: true }, database, { leaseSeconds: LEASE_SECONDS, timeouts: TIMEOUTS });

const states = async (from: BenchDatabase): Promise<Map<string, string>> => {
  const rows = await from.ask('select id, state from app.mail');
  return new Map(rows.map(({ id, state }) => [`<mail-${String(id)}@overstap.example>`, String(state)]));
};

async function untilSettled(): Promise<number> {
  const from = performance.now();
  for (let queued = 1; queued; await sleep(200)) {
    const [row] = await database.ask(`select count(*)::int as queued from app.mail where state = 'queued'`);
    queued = Number(row?.queued);
  }
  return (performance.now() - from) / 1000;
}

function verdict(name: string, good: boolean, said: string): void {
  console.log(`${good ? 'pass' : 'fail'}  ${name}  ${said}`);
  if (!good) process.exitCode = 1;
}

async function f1(): Promise<void> {
  const server = await openFaultyServer(0);
  await queue(F1_MAILS);
  const workers = Array.from({ length: WORKERS }, () => start(server));
  for (let kill = 0; kill < KILLS; kill++) {
    while (server.kept.size < (kill * F1_MAILS) / (KILLS + 5)) await sleep(5);
    await workers[kill % WORKERS]?.kill();
    workers[kill % WORKERS] = start(server);
  }
  const seconds = await untilSettled();
  await Promise.all(workers.map((worker) => worker.kill()));
  const sent = await states(database);
  const lost = [...sent.keys()].filter((id) => !server.kept.has(id)).length;
  const strange = [...server.kept.keys()].filter((id) => !sent.has(id)).length;
  const duplicates = [...server.kept.values()].reduce((sum, copies) => sum + copies - 1, 0);
  const good = !lost && !strange && duplicates <= KILLS * CONNECTIONS && seconds <= 30;
  server.stop();
  verdict(
    'F1',
    good,
    `${F1_MAILS} mails, ${KILLS} kills: ${lost} lost, ${strange} strange Message-IDs, ${duplicates} duplicates (goal ${KILLS}, limit ${KILLS * CONNECTIONS}), all out ${seconds.toFixed(1)} s after the last kill (goal 30)`,
  );
}

/** Retries wait for a minute and more; here that time passes at once. */
async function f2(): Promise<void> {
  const server = await openFaultyServer(SHARE);
  await queue(F2_MAILS);
  const worker = start(server);
  const hurrying = setInterval(
    () => void database.ask(`update app.mail set run_at = now() where state = 'queued' and run_at > now() and locked_until is null`),
    1000,
  );
  const seconds = await untilSettled();
  clearInterval(hurrying);
  await worker.kill();
  const mails = await states(database);
  const unkept = [...mails].filter(([id, state]) => state === 'sent' && !server.kept.has(id)).length;
  const dead = [...mails.values()].filter((state) => state === 'dead').length;
  const arrived = [...mails].filter(([id, state]) => state === 'dead' && server.kept.has(id)).length;
  const copies = Math.max(...server.kept.values());
  server.stop();
  verdict(
    'F2',
    unkept === 0 && dead === server.refused.size,
    `${F2_MAILS} mails, ${SHARE * 100} % faults: ${unkept} marked sent and not kept, ${dead} dead of ${server.refused.size} refused for good (${arrived} of them had arrived before), at most ${copies} copies, ${seconds.toFixed(0)} s`,
  );
}

await f1();
await f2();
await database.close();
