import request, { type Test } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { Handlers, type HandlerRow } from '#people';
import { testApp, type TestApp } from '../support/test-app.ts';

const ID = '00000000-0000-4000-8000-000000000001';

describe('a form that is not ours', () => {
  let site: TestApp;
  let forms: HandlerRow[];
  let cookie: string;
  let before: string;

  beforeAll(async () => {
    site = await testApp();
    forms = site.app.get(Handlers).all().filter(({ method }) => method !== 'GET');
    cookie = await cookieOf('lars');
    await site.database.asSuperuser("update app.session set last_seen_at = clock_timestamp() + interval '1 hour'");
    before = await everything();
  });
  afterAll(() => site.close());

  /** As any program sends it: no header says where it comes from. */
  const sent = (path: string): Test => request(site.app.getHttpServer()).post(path).type('form').send('x=1');
  const address = ({ path }: HandlerRow): string => path.replaceAll(/:\w+/g, ID);

  async function cookieOf(person: 'lars' | 'gijs'): Promise<string> {
    const browser: TestAgent = await site.signedIn(person);
    const [row] = await site.database.asSuperuser<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like $1", [`${person}@%`]);
    const { headers } = await browser.post('/inloggen/als').type('form').send({ member: row?.id }).expect(303);
    return [headers['set-cookie']].flat().map(String).find((text) => text.startsWith('overstap='))?.split(';')[0] ?? '';
  }

  /** All rows of all tables. */
  async function everything(): Promise<string> {
    const tables = await site.database.asSuperuser<{ name: string }>("select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' order by 1");
    const all = tables.map(({ name }) => `select '${name}' as name, coalesce(md5(string_agg(t::text, '' order by t::text)), '') as hash from app.${name} t`);
    return JSON.stringify(await site.database.asSuperuser(`${all.join(' union all ')} order by name`));
  }

  it.each([
    ['from another site, by what the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['from another site of the same school', { 'sec-fetch-site': 'same-site' }],
    ['from the address bar or a restored window', { 'sec-fetch-site': 'none' }],
    ['from another origin', { origin: 'https://kwaad.example' }],
    ['from another origin that has our name in it', { origin: 'http://localhost.kwaad.example' }],
    ['from another origin with our own in Host', { origin: 'https://kwaad.example', host: 'kwaad.example' }],
    ['from another port of this machine', { origin: 'http://localhost:9999' }],
    ['from no origin that can be named', { origin: 'null' }],
    ['with a mark of ours and the origin of another', { origin: 'https://kwaad.example', 'sec-fetch-site': 'same-origin' }],
    ['without any proof', {}],
  ])('is refused at every address: %s', async (_what, headers) => {
    const answers = [];
    for (const form of forms) answers.push({ form: form.name, status: (await sent(address(form)).set({ cookie, ...headers })).status });
    expect(answers).toEqual(forms.map(({ name }) => ({ form: name, status: 403 })));
    expect(await everything()).toBe(before);
  });

  it('does nothing at any address when it is fetched instead of sent', async () => {
    const pages = new Set(site.app.get(Handlers).all().filter(({ method }) => method === 'GET').map(({ path }) => path));
    const onlyForms = forms.filter(({ path }) => !pages.has(path) && path !== '/uitloggen');
    for (const form of onlyForms) {
      const { status } = await request(site.app.getHttpServer()).get(address(form)).set({ cookie, 'sec-fetch-site': 'same-origin' });
      expect({ form: form.name, status }).toEqual({ form: form.name, status: 404 });
    }
    await request(site.app.getHttpServer()).get('/uitloggen').set({ cookie }).expect(404);
    expect(await everything()).toBe(before);
  });

  it('is ours with the proof of an own page, by mark or by origin', async () => {
    const own = (headers: Record<string, string>) => sent('/sessie/verlengen').set({ cookie, ...headers }).expect(204);
    await own({ 'sec-fetch-site': 'same-origin' });
    await own({ origin: 'http://localhost' });
    await own({ origin: 'null', 'sec-fetch-site': 'same-origin' });
    await own({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' });
  });
});

describe('a form on a site with a name', () => {
  it('comes from that name, whatever Host says', async () => {
    const site = await testApp({ publicUrl: 'https://overstap.example' });
    const ask = (headers: Record<string, string>) => request(site.app.getHttpServer()).post('/inloggen').set(headers).type('form').send({ email: 'a@b.example' });
    await ask({ origin: 'https://overstap.example', host: 'overstap.example' }).expect(303);
    await ask({ origin: 'http://overstap.example', host: 'overstap.example' }).expect(403);
    await ask({ origin: 'https://kwaad.example', host: 'kwaad.example' }).expect(403);
    await ask({ origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }).expect(403);
    await site.close();
  });
});
