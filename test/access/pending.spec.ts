import { randomUUID } from 'node:crypto';
import type TestAgent from 'supertest/lib/agent.js';
import { Handlers, Sessions, type Visitor } from '#people';
import { Site } from '../../apps/web/src/site.ts';
import { byMailedLink } from '../support/mailed-link.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** All that opens between the link of the mail and the second factor. Written by hand. */
const OPEN = [
  'GET /inloggen/tweede-stap', 'POST /inloggen/tweede-stap', 'POST /inloggen/tweede-stap/passkey', 'GET /inloggen/tweede-stap/kiezen',
  'GET /inloggen/tweede-stap/app', 'POST /inloggen/tweede-stap/app', 'POST /inloggen/tweede-stap/nieuwe-passkey', 'POST /uitloggen',
];

describe('before the second factor', () => {
  let site: TestApp;
  const browsers = new Map<string, TestAgent>();
  const people = ['fatima@10ko00.example', 'lars@10ko00.example', 'sanne@20no.example', 'ingrid@lpa-zwolle.example', 'gijs@dsp-10.example'];

  beforeAll(async () => {
    site = await testApp();
    await site.database.asSuperuser("update app.installation set origin = 'own'");
    for (const email of people) browsers.set(email, await byMailedLink(site, email));
  });
  afterAll(() => site.close());

  it.each(people)('opens no address for %s but those that prove it, and signing out', async (email) => {
    const browser = browsers.get(email) ?? site.visitor();
    const routes = site.app.get(Handlers).all().filter(({ cell }) => cell !== 'public');
    expect(routes.filter(({ method, path }) => OPEN.includes(`${method} ${path}`))).toHaveLength(OPEN.length);
    for (const { method, path } of routes.filter((route) => !OPEN.includes(`${route.method} ${route.path}`))) {
      const address = path.replace(/:\w+/, randomUUID());
      const { status, headers } = await (method === 'GET' ? browser.get(address) : browser.post(address).type('form').send(''));
      const back = method === 'GET' ? `?naar=${encodeURIComponent(address)}` : '';
      expect({ method, path, status, to: headers.location }).toEqual({ method, path, status: 303, to: `/inloggen/tweede-stap${back}` });
    }
  });

  it.each(people)('shows %s no menu and no row of anybody', async (email) => {
    const home = await browsers.get(email)?.get('/hulp').expect(200);
    expect(home?.text).not.toContain('Hoofdmenu');
    const visitor = await visitorOf(email);
    expect(visitor?.actor).toEqual({ kind: 'guest' });
    const tables = await site.database.asSuperuser<{ name: string }>("select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and relrowsecurity");
    for (const { name } of tables) {
      const rows = await site.app.get(Site).tx.read(visitor?.actor ?? { kind: 'guest' }, { text: `select * from app.${name}` })
        .catch((error: { code?: string }) => (error.code === '42501' ? [] : Promise.reject(error as Error)));
      expect({ name, rows }).toEqual({ name, rows: [] });
    }
  });

  /** Whom the application sees behind the cookie of this browser. */
  async function visitorOf(email: string): Promise<Visitor | undefined> {
    const asked = await browsers.get(email)?.get('/inloggen/tweede-stap');
    const { cookies } = (asked as unknown as { request: { cookies: string } }).request;
    return site.app.get(Sessions).visitor(String(/overstap=([\w-]+)/.exec(cookies)?.[1]));
  }
});
