import { Secret, TOTP } from 'otpauth';
import type TestAgent from 'supertest/lib/agent.js';
import { resetByOperator, resetSecondFactor, Sessions } from '#people';
import { WORKER, type Actor } from '#platform';
import { Site } from '../../apps/web/src/site.ts';
import { byMailedLink } from '../support/mailed-link.ts';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';
import { staff, type Person } from '../personas/people.ts';

const emailOf = (person: Person): string => String(staff.find(({ key }) => key === person)?.email);

describe('who lost every second factor', () => {
  let site: TestApp;
  let fatima: TestAgent;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  /** As whom the database knows somebody who proved everything. */
  async function actorOf(person: Person): Promise<Actor> {
    await site.database.asSuperuser("update app.installation set origin = 'example'");
    const token = await site.app.get(Sessions).openExample(await memberOf(site.database, person), { agent: '', address: '' });
    const visitor = await site.app.get(Sessions).visitor(String(token));
    await site.database.asSuperuser("update app.installation set origin = 'own'");
    return visitor?.actor ?? { kind: 'guest' };
  }
  const ask = async (asker: Person, about: Person): Promise<boolean> =>
    resetSecondFactor(site.app.get(Site).tx, await actorOf(asker), await memberOf(site.database, about), site.clock);

  it('is not helped by whoever does not look after them', async () => {
    const asked = [['joost', 'fatima'], ['niels', 'fatima'], ['sanne', 'fatima'], ['gijs', 'fatima'], ['pieter', 'lars'], ['lars', 'lars']] as const;
    for (const [asker, about] of asked) expect({ asker, about, done: await ask(asker, about) }).toEqual({ asker, about, done: false });
    expect(await site.database.asSuperuser('select from app.factor_change')).toEqual([]);
    expect(await site.database.asSuperuser("select from app.mail where template = 'second-factor-changed'")).toEqual([]);
  });

  it('starts anew when an administrator of the school says so: out everywhere, told by mail, written down', async () => {
    await site.database.asSuperuser("update app.installation set origin = 'own'");
    fatima = await byMailedLink(site, emailOf('fatima'));
    const { text } = await fatima.get('/inloggen/tweede-stap/app').expect(200);
    const secret = String(/class="o-key">([^<]+)</.exec(text)?.[1]).replaceAll(' ', '');
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    await fatima.post('/inloggen/tweede-stap/app').type('form').send({ code }).expect(200);
    await fatima.get('/leerlingen').expect(200);
    expect(await ask('soraya', 'fatima')).toBe(true);
    await fatima.get('/leerlingen').expect(303).expect('location', '/inloggen?naar=%2Fleerlingen');
    const again = await byMailedLink(site, emailOf('fatima'));
    await again.get('/inloggen/tweede-stap').expect(303).expect('location', '/inloggen/tweede-stap/kiezen');
    const [line] = await site.database.asSuperuser("select kind, by_id from app.factor_change order by id desc limit 1");
    expect(line).toEqual({ kind: 'reset', by_id: await memberOf(site.database, 'soraya') });
    const told = await site.database.asSuperuser("select to_address from app.mail where template = 'second-factor-changed' and page->>'what' like 'Je tweede stap is weggehaald%'");
    expect(told).toEqual([{ to_address: emailOf('fatima') }]);
    expect(await site.database.asSuperuser("select kind from app.people_event where kind = 'second-factor-reset'")).toHaveLength(1);
  });

  it('has the button on their page, which does nothing for who asks it for themselves', async () => {
    await site.database.asSuperuser("update app.installation set origin = 'example'");
    const [soraya, own, his] = [await site.signedIn('soraya'), await memberOf(site.database, 'soraya'), await memberOf(site.database, 'joost')];
    expect((await soraya.get(`/beheer/mensen/${his}`).expect(200)).text).toContain(`action="/beheer/mensen/${his}/tweede-stap"`);
    expect((await soraya.get(`/beheer/mensen/${own}`).expect(200)).text).not.toContain('/tweede-stap"><p>');
    const joost = await site.signedIn('joost');
    await soraya.post(`/beheer/mensen/${his}/tweede-stap`).expect(303).expect('location', `/beheer/mensen/${his}`);
    await joost.get('/leerlingen').expect(303);
    const { text } = await soraya.get(`/beheer/mensen/${his}`).expect(200);
    expect(text).toContain('De tweede stap is weggehaald.');
    expect(text).toContain('Tweede stap weggehaald. Bij de volgende keer inloggen');
    await soraya.post(`/beheer/mensen/${own}/tweede-stap`).expect(404);
    await (await site.signedIn('niels')).post(`/beheer/mensen/${his}/tweede-stap`).expect(404);
    await (await site.signedIn('fatima')).post(`/beheer/mensen/${his}/tweede-stap`).expect(404);
  });

  it('is helped by the region when it is the administrator of a school in it, and by the operator when nobody else is left', async () => {
    expect(await ask('gijs', 'soraya')).toBe(true);
    const byOperator = (email: string): Promise<boolean> => site.worker.run(WORKER, (sql) => resetByOperator(sql, email, site.clock));
    expect(await byOperator('GIJS@dsp-10.example')).toBe(true);
    expect(await byOperator('niemand@dsp-10.example')).toBe(false);
    const [line] = await site.database.asSuperuser('select kind, by_id from app.factor_change order by id desc limit 1');
    expect(line).toEqual({ kind: 'reset', by_id: null });
  });
});
