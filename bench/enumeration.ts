// Asking for a link with an address that we know and with one that nobody has, in turn (goal: medians differ by at most 2 %).
import type { AddressInfo } from 'node:net';
import { Clock, createApp } from '#platform';
import { AppModule } from '../apps/web/src/app.module.ts';
import { benchDatabase } from './support/database.ts';

const [ROUNDS, DAY] = [300, '2026-09-14'];
const database = await benchDatabase();
await database.ask(`with school as (insert into app.organisation (code, name, kind, region) values ('10AA00', 'School', 'vo', '10') returning id),
  person as (insert into app.account (email, given_name) select 'bekend' || n || '@school.example', 'Mentor' from generate_series(1, $1) n returning id)
  insert into app.membership (account_id, organisation_id, role, accepted_at) select p.id, s.id, 'mentor', now() from person p, school s`, [ROUNDS]);
const publicUrl = new URL('http://localhost');
const config = { host: '127.0.0.1', port: 0, trustProxy: [], demoPages: false, sessionMinutes: { students: 30, staff: 120 }, dataFolder: '', oidc: [] };
const app = await createApp(AppModule.with({ config, publicUrl, database, clock: new Clock({ today: DAY }) }), { trustProxy: [], publicUrl, secret: 'x'.repeat(32), logger: false });
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;

async function ask(email: string): Promise<number> {
  const since = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/inloggen`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ email }) });
  await answer.text();
  if (answer.status !== 303) throw new Error(`Answered ${answer.status}`);
  return performance.now() - since;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
const [known, unknown]: [number[], number[]] = [[], []];
for (let round = 1; round <= ROUNDS; round++) {
  await database.ask('delete from app.attempt_count');
  known.push(await ask(`bekend${round}@school.example`));
  unknown.push(await ask(`onbekend${round}@school.example`));
}
const [there, not] = [median(known), median(unknown)];
const [{ mails }] = (await database.ask('select count(*)::int as mails from app.mail')) as [{ mails: number }];
const apart = Math.abs(there - not) / not;
console.log(`${apart <= 0.02 ? 'pass' : 'fail'}  F18  known ${there.toFixed(2)} ms, unknown ${not.toFixed(2)} ms, ${(apart * 100).toFixed(1)} % apart (goal 2 %); ${mails} mails`);
await app.close();
await database.close();
