import { randomUUID } from 'node:crypto';
import type TestAgent from 'supertest/lib/agent.js';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('the region', () => {
  let site: TestApp;
  let gijs: TestAgent;
  let pieter: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    [gijs, pieter] = await Promise.all([site.signedIn('gijs'), site.signedIn('pieter')]);
  });
  afterAll(() => site.close());

  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const idOf = async (sql: string, value: string): Promise<string> => (await site.database.asSuperuser<{ id: string }>(sql, [value]))[0]!.id;
  const organisation = (code: string): Promise<string> => idOf('select id from app.organisation where code = $1', code);
  const caseOf = (given: string): Promise<string> =>
    idOf('select c.id from app.desk_case c join app.leaver l on l.id = c.leaver_id where l.given_name = $1', given);

  describe('gives a case without a desk', () => {
    const give = (browser: TestAgent, id: string, bureau: string) => browser.post(`/regio/wachtrij/${id}`).type('form').send({ bureau });

    it('shows who waits, why, and what must be chosen', async () => {
      const id = await caseOf('Daan');
      const list = await html(gijs, '/regio/wachtrij');
      expect(list).toContain('1 zaak wacht op een bureau.');
      expect(list).toMatch(new RegExp(`/regio/wachtrij/${id}">Daan Bakker</a>[^]*Woongemeente onbekend[^]*gemeente onbekend[^]*Het Kompas`));
      expect(list).toContain('>1 aanmelding wacht op koppelen</a>');
      const page = await html(gijs, `/regio/wachtrij/${id}`);
      const desks = [...page.matchAll(/<option value="[\da-f-]+">([^<]+)/g)].map(([, name]) => name);
      expect(desks).toEqual(['Doorstroompunt IJssel-Vecht', 'Leerplicht Kampen', 'Leerplicht Zwolle', 'Doorstroompunt Veluwe (andere regio)', 'Leerplicht Ermelo (andere regio)']);
      expect((await give(gijs, id, '').expect(422)).text).toContain('Kies welk bureau de zaak krijgt.');
      await give(gijs, id, await organisation('20NO')).expect(422);
    });

    it.each(['pieter', 'sanne', 'lars', 'fatima', 'ingrid', 'marloes', 'cora'] as const)('not for %s', async (person: Person) => {
      const browser = await site.signedIn(person);
      const id = await caseOf('Daan');
      await browser.get(`/regio/wachtrij/${id}`).expect(404);
      await give(browser, id, await organisation('LPA-Zwolle')).expect(404);
    });

    it('to the desk that was chosen, once', async () => {
      const [id, zwolle] = await Promise.all([caseOf('Daan'), organisation('LPA-Zwolle')]);
      await Promise.all([1, 2].map(() => give(gijs, id, zwolle).expect(303)));
      const list = await html(gijs, '/regio/wachtrij');
      expect(list).toContain('De zaak is doorgegeven aan het bureau.');
      expect(list).toContain('Er wacht geen zaak op een bureau.');
      expect(list).toContain('aan Leerplicht Zwolle, nog niet opgepakt');
      expect(list).not.toContain('Daan');
      const [row] = await site.database.asSuperuser('select desk_id, (select count(*)::int from app.event e where e.case_id = c.id and e.kind = $2) as told from app.desk_case c where id = $1', [id, 'case-assigned']);
      expect(row).toEqual({ desk_id: zwolle, told: 1 });
    });

    it('and says so when another was first', async () => {
      const id = await caseOf('Daan');
      await give(gijs, id, await organisation('LPA-Kampen')).expect(303);
      expect(await html(gijs, '/regio/wachtrij')).toContain('Dat was al gebeurd.');
      await gijs.get(`/regio/wachtrij/${id}`).expect(303);
      await gijs.get(`/regio/wachtrij/${randomUUID()}`).expect(404);
      expect(await html(pieter, '/regio/wachtrij')).not.toContain('Leerplicht Zwolle');
    });
  });
});
