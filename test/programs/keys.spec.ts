import request, { type Test } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { Handlers } from '#people';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const PROBLEM = 'application/problem+json; charset=utf-8';

describe('keys for programs', () => {
  let site: TestApp;
  const keys = new Map<string, string>();
  const browsers = new Map<Person, TestAgent>();

  const browserOf = async (person: Person): Promise<TestAgent> => {
    const browser = browsers.get(person) ?? (await site.signedIn(person));
    browsers.set(person, browser);
    return browser;
  };
  /** Makes a key on the page, as a person does. */
  const keyOf = async (person: Person, ...mag: string[]): Promise<string> => {
    const { text } = await (await browserOf(person)).post('/account/sleutels').type('form').send({ naam: `${person} ${mag.join()}`, mag, dagen: '90' }).expect(201);
    return String(/id="sleutel" [^>]*value="(ovs_[\w-]{43})"/.exec(text)?.[1]);
  };
  const asProgram = (method: 'get' | 'post', path: string, key: string): Test =>
    request(site.app.getHttpServer())[method](path).set('authorization', `Bearer ${key}`).set('accept', 'application/json');

  beforeAll(async () => {
    site = await testApp();
    for (const person of ['fatima', 'lars', 'ingrid'] as const) keys.set(person, await keyOf(person, 'signals:read'));
    keys.set('soraya', await keyOf('soraya', 'files:bring'));
  });
  afterAll(() => site.close());
  const key = (person: string): string => String(keys.get(person));

  it('shows a key once and keeps only its hash', async () => {
    const { text } = await (await browserOf('fatima')).get('/account/sleutels').expect(200);
    expect(text).toContain('fatima signals:read');
    expect(text).not.toContain(key('fatima'));
    const rows = await site.database.asSuperuser<{ row: string; same: boolean }>("select t::text as row, hash = sha256($1::bytea) as same from app.api_token t where name like 'fatima%'", [key('fatima')]);
    expect(rows).toEqual([{ row: expect.not.stringContaining(key('fatima')) as string, same: true }]);
  });

  it('asks for a name, a scope of what somebody may, and at most a year', async () => {
    const fatima = await browserOf('fatima');
    const ask = async (form: object): Promise<string> => (await fatima.post('/account/sleutels').type('form').send(form).expect(422)).text;
    expect(await ask({ mag: 'signals:read', dagen: '90' })).toContain('Geef de sleutel een naam');
    expect(await ask({ naam: 'x', dagen: '90' })).toContain('Kies wat de sleutel mag.');
    expect(await ask({ naam: 'x', mag: 'files:bring', dagen: '90' })).toContain('Kies wat de sleutel mag.');
    expect(await ask({ naam: 'x', mag: 'signals:read', dagen: '3650' })).toContain('Kies hoe lang de sleutel werkt.');
  });

  it('gives a program the same rows as the page, without a cookie', async () => {
    const { body, headers } = await asProgram('get', '/leerlingen', key('fatima')).expect(200);
    const { text } = await (await browserOf('fatima')).get('/leerlingen').expect(200);
    const shown = [...text.matchAll(/class="o-c-name".*?>([^<]+)<\/a>/g)].map(([, name]) => name);
    expect(body.items.map(({ name }: { name: string }) => name)).toEqual(shown);
    expect(body.items[0]).toMatchObject({ name: 'Abdi Hassan', signal: 'no-show', turn: 'mentor', class: '4B' });
    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('gives a desk its cases and nobody of another school to anyone', async () => {
    const { body } = await asProgram('get', '/niet-gestart', key('ingrid')).expect(200);
    expect(body.items.map(({ name }: { name: string }) => name).toSorted()).toEqual(['Abdi Hassan', 'Noor de Boer']);
    const lars = await asProgram('get', '/leerlingen', key('lars')).expect(200);
    expect(lars.body.items).toHaveLength(8);
    expect(lars.text).not.toMatch(/Roos Koster|Mila Dekker/);
  });

  it('writes a line about every leaver that a program fetched', async () => {
    await site.database.asSuperuser('create table seen as select max(id) as id from app.reading');
    await asProgram('get', '/leerlingen', key('lars')).expect(200);
    await asProgram('get', '/niet-gestart', key('ingrid')).expect(200);
    const rows = await site.database.asSuperuser(`select person, what, way, count(*)::int, count(distinct leaver_id)::int as leavers
      from app.reading where id > (select id from seen) group by person, what, way order by person`);
    expect(rows).toEqual([
      { person: 'Ingrid Brouwer', what: 'cases-fetched', way: 'api', count: 2, leavers: 2 },
      { person: 'Lars de Vries', what: 'leavers-fetched', way: 'api', count: 8, leavers: 8 },
    ]);
  });

  it('brings a file and tells how far it is', async () => {
    const csv = 'leerlingnummer;voornaam;achternaam;geboortedatum;klas;mentor_email\n3100;Goed;Rij;01-01-2010;4D;x@y.example\n';
    const brought = await asProgram('post', '/bestanden', key('soraya')).attach('bestand', Buffer.from(csv), 'leerlingen.csv').expect(201);
    expect(brought.headers.location).toBe(brought.body.href);
    const { body } = await asProgram('get', brought.body.href, key('soraya')).expect(200);
    expect(body).toMatchObject({ id: brought.body.id, kind: 'leerlingen', state: 'uploaded', fileName: 'leerlingen.csv' });
    expect((await asProgram('get', '/bestanden', key('soraya')).expect(200)).body.items).toEqual([expect.objectContaining({ id: brought.body.id })]);
    const wrong = await asProgram('post', '/bestanden', key('soraya')).attach('bestand', Buffer.from('a;b\n'), 'iets.csv').expect(422);
    expect(wrong.headers['content-type']).toBe(PROBLEM);
    expect(JSON.parse(wrong.text)).toMatchObject({ status: 422, errors: [{ field: 'soort' }] });
  });

  it('finds nothing beyond the scope of a key, what its owner may, and addresses that answer programs', async () => {
    const files = await asProgram('get', '/leerlingen', key('soraya')).expect(404);
    expect(files.headers['content-type']).toBe(PROBLEM);
    await asProgram('get', '/bestanden', key('lars')).expect(404);
    await asProgram('get', '/niet-gestart', key('fatima')).expect(404);
    const open = ['GET /leerlingen', 'GET /niet-gestart', 'GET /bestanden', 'POST /bestanden', 'GET /bestanden/:id'];
    for (const { method, path } of site.app.get(Handlers).all()) {
      if (open.includes(`${method} ${path}`) || (method !== 'GET' && method !== 'POST')) continue;
      const answer = await asProgram(method === 'GET' ? 'get' : 'post', path.replace(/:\w+/, 'x'), key('lars'));
      expect({ method, path, status: answer.status, cookie: answer.headers['set-cookie'] }).toEqual({ method, path, status: 404, cookie: undefined });
    }
  });

  it('refuses a key that is unknown, revoked or past its end, or whose owner left or is frozen, in the same words', async () => {
    const ways: Record<string, string> = {
      revoked: 'update app.api_token set revoked_at = now() where id = $1',
      ended: "update app.api_token set made_at = now() - interval '2 days', ends_at = now() - interval '1 day' where id = $1",
      left: "update app.membership set ended_on = '2026-09-01' where id = (select member_id from app.api_token where id = $1)",
      frozen: 'update app.account set frozen_at = now() where id = (select m.account_id from app.membership m join app.api_token t on t.member_id = m.id where t.id = $1)',
    };
    const people: Person[] = ['vera', 'dirk', 'tess', 'youssef'];
    const first = await asProgram('get', '/leerlingen', `ovs_${'x'.repeat(43)}`).expect(401);
    expect(first.headers).toMatchObject({ 'content-type': PROBLEM, 'www-authenticate': expect.stringContaining('Bearer') as string });
    for (const [at, change] of Object.values(ways).entries()) {
      const person = people[at] ?? 'vera';
      const scope = person === 'tess' ? 'files:bring' : 'signals:read';
      const path = person === 'tess' ? '/bestanden' : person === 'youssef' ? '/niet-gestart' : '/leerlingen';
      const made = await keyOf(person, scope);
      await asProgram('get', path, made).expect(200);
      const [row] = await site.database.asSuperuser<{ id: string }>('select id from app.api_token where hash = sha256($1::bytea)', [made]);
      await site.database.asSuperuser(change, [row?.id]);
      expect((await asProgram('get', path, made).expect(401)).text).toBe(first.text);
    }
  });

  it('stops on the next call after its owner takes it back on the page', async () => {
    const made = await keyOf('hanna', 'signals:read');
    const hanna = await browserOf('hanna');
    const [, action] = /action="(\/account\/sleutels\/[\w-]+\/intrekken)"/.exec((await hanna.get('/account/sleutels')).text) ?? [];
    await (await browserOf('lars')).post(String(action)).type('form').send('').expect(404);
    await asProgram('get', '/leerlingen', made).expect(200);
    await hanna.post(String(action)).type('form').send('').expect(303);
    await asProgram('get', '/leerlingen', made).expect(401);
    await hanna.post(String(action)).type('form').send('').expect(404);
  });

  it('takes no key from an address, and none beside a session', async () => {
    await request(site.app.getHttpServer()).get(`/leerlingen?access_token=${key('lars')}`).expect(303);
    const both = await (await browserOf('fatima')).get('/leerlingen').set('authorization', `Bearer ${key('lars')}`).expect(400);
    expect(both.text).not.toMatch(/Abdi|Noor/);
  });

  it('asks a program that asks too often to wait', async () => {
    const made = await keyOf('joost', 'signals:read');
    const [row] = await site.database.asSuperuser<{ id: string }>('select id from app.api_token where hash = sha256($1::bytea)', [made]);
    await asProgram('get', '/leerlingen', made).expect(200);
    await site.database.asSuperuser("update app.attempt_count set tries = 600 where what = 'program-called' and who = sha256($1::bytea)", [String(row?.id)]);
    const { headers } = await asProgram('get', '/leerlingen', made).expect(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });
});
