import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import request from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { Clock, createApp, Tx, openPool, type OidcProvider } from '#platform';
import { AppModule } from '../../apps/web/src/app.module.ts';
import type { ExampleRegion } from '../../apps/web/src/index.ts';
import { DAY, everybody, type Person } from '../personas/people.ts';
import { peopledDatabase, type FreshDatabase } from './fresh-database.ts';
import { TEST_SECRET } from './template-database.ts';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly database: FreshDatabase;
  readonly clock: Clock;
  /** As the worker, which sees every row. */
  readonly worker: Tx;
  /** A browser without cookies, which says of its forms that they are ours. */
  visitor(): TestAgent;
  signedIn(person: Person): Promise<TestAgent>;
  close(): Promise<void>;
}

interface Options {
  readonly dataFolder?: string;
  readonly publicUrl?: string;
  /** Any free one when left out. */
  readonly port?: number;
  readonly trustProxy?: readonly string[];
  readonly oidc?: readonly OidcProvider[];
  /** Only for who looks at pages: an example that stands on its day and goes nowhere. */
  readonly example?: ExampleRegion;
}

/** The real application on a database of its own, in which everybody of test/personas lives; it is 14 September 2026. */
export async function testApp({ dataFolder = '', publicUrl = 'http://localhost', port = 0, trustProxy = [], oidc = [], example }: Options = {}): Promise<TestApp> {
  const database = await peopledDatabase();
  const clock = new Clock({ today: DAY });
  // Also while it is midnight outside.
  clock.standStill(DAY);
  const config = { host: '127.0.0.1', port: 0, trustProxy, demoPages: true, sessionMinutes: { students: 30, staff: 120 }, dataFolder, oidc };
  const parts = { config, publicUrl: new URL(publicUrl), database: { ...database, secret: TEST_SECRET }, clock, example };
  const app = await createApp(AppModule.with(parts), { trustProxy, publicUrl: parts.publicUrl, secret: TEST_SECRET, logger: false });
  // On one port from the beginning: otherwise each request of a test opens one of its own.
  await app.listen(port, '127.0.0.1');
  const pool = openPool(database.workerUrl, { max: 2, pipeline: false });
  const visitor = (): TestAgent => request.agent(app.getHttpServer()).set({ 'sec-fetch-site': 'same-origin', 'accept-encoding': 'identity' });
  return {
    app,
    database,
    clock,
    worker: new Tx(pool, database.rolePrefix),
    visitor,
    signedIn: async (person) => {
      const browser = visitor();
      await browser.post('/inloggen/als').type('form').send({ member: await memberOf(database, person) }).expect(303);
      return browser;
    },
    close: async () => {
      await app.close();
      await pool.end();
      await database.drop();
    },
  };
}

export async function memberOf(database: FreshDatabase, person: Person): Promise<string> {
  const email = everybody.find(({ key }) => key === person)?.email;
  const sql = 'select m.id from app.membership m join app.account a on a.id = m.account_id where a.email = $1';
  const [row] = await database.asSuperuser<{ id: string }>(sql, [email]);
  if (!row) throw new Error(`No membership of ${person}`);
  return row.id;
}
