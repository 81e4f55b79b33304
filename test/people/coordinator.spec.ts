import type TestAgent from 'supertest/lib/agent.js';
import { pressedAgain } from '../support/pressed-again.ts';
import { colleague } from '../support/colleague.ts';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

/** Ingrid looks after the people of her desk; Jesse is her colleague. */
describe('the coordinator of a desk', () => {
  let site: TestApp;
  let ingrid: TestAgent;
  let page: string;

  beforeAll(async () => {
    site = await testApp();
    await colleague(site, { given: 'Jesse', prefix: 'den', family: 'Hartog', at: 'LPA-Zwolle', role: 'attendance-officer' });
    await site.database.asSuperuser('update app.membership set administers = true where id = $1', [await memberOf(site.database, 'ingrid')]);
    ingrid = await site.signedIn('ingrid');
    page = `/beheer/mensen/${(await jesse())?.id}`;
  });
  afterAll(() => site.close());

  const jesse = async () => (await site.database.asSuperuser<{ id: string; coordinates: boolean }>("select m.id, m.coordinates from app.membership m join app.account a on a.id = m.account_id where a.given_name = 'Jesse'"))[0];
  const press = (browser: TestAgent, mag: string) => browser.post(`${page}/coordinator`).type('form').send({ mag });

  it('is made by who looks after the desk, once however often it is pressed, and is so no longer after the other button', async () => {
    expect((await ingrid.get(page).expect(200)).text).toContain('value="ja">Maak coördinator');
    await pressedAgain(() => press(ingrid, 'ja').expect(303));
    expect((await jesse())?.coordinates).toBe(true);
    expect((await ingrid.get(page).expect(200)).text).toMatch(/Is coördinator: hoort het als zaken te laat zijn\.[^]*Geen coördinator meer/);
    expect(await site.database.asSuperuser("select from app.people_event where kind = 'coordinates-given'")).toHaveLength(1);
    await press(ingrid, 'nee').expect(303);
    expect((await jesse())?.coordinates).toBe(false);
    await press(ingrid, 'misschien').expect(400);
  });

  it('is made by nobody of another desk, nor by who only works there', async () => {
    for (const person of ['mark', 'marloes', 'fatima', 'lars'] as const) await press(await site.signedIn(person), 'ja').expect(404);
    await site.database.asSuperuser('update app.membership set administers = false where id = $1', [await memberOf(site.database, 'ingrid')]);
    await press(await site.signedIn('ingrid'), 'ja').expect(404);
    expect((await jesse())?.coordinates).toBe(false);
  });
});
