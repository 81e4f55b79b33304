// The page of one leaver with and without its line in the log, in turn (goal P9: the log costs at most 15 %).
import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { ReadingLog } from '#people';
import { Clock, createApp, openPool } from '#platform';
import { AppModule } from '../apps/web/src/app.module.ts';
import { benchDatabase } from './support/database.ts';

const [ROUNDS, SECONDS, DAY, TOKEN] = [15, 2, '2026-09-14', 'bench'];
const database = await benchDatabase();
const { ask } = database;
await ask(`with school as (insert into app.organisation (code, name, kind, region) values ('10AA00', 'School', 'vo', '10') returning id),
  person as (insert into app.account (email, given_name) values ('mentor@school.example', 'Mentor') returning id),
  member as (insert into app.membership (account_id, organisation_id, role, accepted_at) select p.id, s.id, 'mentor', now() from person p, school s returning id, organisation_id, account_id),
  opened as (insert into app.session (id, account_id, membership_id, how, expires_at, idle_seconds, second_factor_at)
    select $1, account_id, id, 'mail-link', now() + interval '1 day', 7200, now() from member)
  insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date, school_type, class, mentor_id)
  select organisation_id, n::text, '2025-2026', 'Naam' || n, 'Achter' || n, 'naam' || n, 'achter' || n, 'achter' || n, '2010-01-01', 'vmbo', '4A', id from member, generate_series(1, 30) n`,
  [createHash('sha256').update(TOKEN).digest()]);
await ask(`select app.refresh_cards($1, null)`, [DAY]);
const owner = openPool(database.ownerUrl, { max: 1, pipeline: false });
await owner.query('analyze');
await owner.end();
const [leaver] = await ask('select id from app.leaver order by number limit 1');

const config = { host: '127.0.0.1', port: 0, trustProxy: [], demoPages: false, sessionMinutes: { students: 30, staff: 120 }, dataFolder: '', oidc: [] };
const app = await createApp(AppModule.with({ config, publicUrl: new URL('http://localhost'), database, clock: new Clock({ today: DAY }) }), { trustProxy: [], publicUrl: new URL('http://localhost'), secret: 'x'.repeat(32), logger: false });
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
const log = app.get(ReadingLog);
const noted = log.note.bind(log);
const client = fork(new URL('support/load.mjs', import.meta.url), { execArgv: [] });

async function perSecond(logs: boolean): Promise<number> {
  log.note = logs ? noted : async () => undefined;
  client.send({ url: `http://127.0.0.1:${port}/leerlingen/${String(leaver?.id)}`, cookie: `overstap=${TOKEN}`, connections: 8, seconds: SECONDS });
  const [answers] = (await once(client, 'message')) as [{ perSecond: number }];
  return answers.perSecond;
}

const median = (numbers: number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
await perSecond(true);
const rounds: { bare: number; logged: number }[] = [];
for (let round = 0; round < ROUNDS; round++) rounds.push({ bare: await perSecond(false), logged: await perSecond(true) });
const [bare, logged] = [median(rounds.map((r) => r.bare)), median(rounds.map((r) => r.logged))];
const ratio = median(rounds.map((r) => r.logged / r.bare));
const [{ lines }] = (await ask('select count(*)::int as lines from app.reading')) as [{ lines: number }];
console.log(`${ratio >= 0.85 ? 'pass' : 'fail'}  P9  ${Math.round(logged)} pages/s with the log, ${Math.round(bare)} without, ratio ${ratio.toFixed(2)} (goal 0.85); ${lines} lines`);
client.disconnect();
await app.close();
await database.close();
