import type TestAgent from 'supertest/lib/agent.js';
import { pressedAgain } from '../support/pressed-again.ts';
import { atDesks } from '../support/at-desks.ts';
import type { TestApp } from '../support/test-app.ts';

const OFFER = { soort: 'switch-team', naam: 'Schakelteam Zwolle', gemeente: 'Zwolle', contact: '038 123 45 67', voor: '16 tot 23 jaar', tot: '' };

describe('what a region has to offer', () => {
  let site: TestApp;
  let gijs: TestAgent;
  let ingrid: TestAgent;
  let id: string;

  beforeAll(async () => {
    const at = await atDesks();
    site = at.site;
    [gijs, ingrid] = await Promise.all([at.as('gijs'), at.as('ingrid')]);
    id = await at.caseOf('abdi');
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const post = (who: TestAgent, address: string, form: object) => who.post(address).type('form').send(form);
  const offerId = async (name: string): Promise<string> => String((await run<{ id: string }>('select id from app.support_offer where name = $1', [name]))[0]?.id);
  const page = async (): Promise<string> => (await ingrid.get(`/niet-gestart/${id}/aanbod`).expect(200)).text;

  it('says how to begin when there is nothing', async () => {
    expect((await gijs.get('/beheer/aanbod').expect(200)).text).toContain('Hier staat nog geen aanbod.');
    expect(await page()).toContain('De regiobeheerder heeft nog geen aanbod opgeschreven.');
    expect((await gijs.get('/beheer').expect(200)).text).toContain('Aanbod in de regio');
  });

  it('is written down by who administers the region, once, with what is missing said', async () => {
    const { text } = await post(gijs, '/beheer/aanbod/nieuw', { ...OFFER, soort: '', contact: '' }).expect(422);
    expect(text).toMatch(/Kies wat voor aanbod het is\.[^]*Vul in hoe een bureau iemand aanmeldt[^]*value="Schakelteam Zwolle"/);
    await pressedAgain(() => post(gijs, '/beheer/aanbod/nieuw', OFFER).expect(303));
    await post(gijs, '/beheer/aanbod/nieuw', { ...OFFER, soort: 'summer-school', naam: 'Zomerschool', tot: '2026-09-01' }).expect(303);
    expect((await gijs.get('/beheer/aanbod').expect(200)).text).toMatch(/Schakelteam Zwolle[^]*schakelteam, Zwolle\. Voor: 16 tot 23 jaar[^]*nog niet aangeboden[^]*Zomerschool[^]*Gestopt/);
    expect(await run('select count(*)::int as n from app.support_offer')).toEqual([{ n: 2 }]);
    await post(gijs, `/beheer/aanbod/${await offerId('Schakelteam Zwolle')}`, { ...OFFER, voor: '16 tot 27 jaar' }).expect(303);
  });

  it.each(['pieter', 'ingrid', 'marloes', 'lars', 'cora'] as const)('is not for %s to change', async (person) => {
    const other = await site.signedIn(person);
    const offer = await offerId('Schakelteam Zwolle');
    await other.get(`/beheer/aanbod/${offer}`).expect(404);
    await post(other, `/beheer/aanbod/${offer}`, { ...OFFER, naam: 'Anders' }).expect(404);
    expect(await offerId('Anders')).toBe('undefined');
  });

  it('is offered on a case, answered, completed, and each step is undone', async () => {
    expect(await page()).toMatch(/Schakelteam Zwolle, Zwolle[^]*Schakelteam\. 16 tot 27 jaar\. 038 123 45 67/);
    expect(await page()).not.toContain('Zomerschool');
    const offer = await offerId('Schakelteam Zwolle');
    expect((await post(ingrid, `/niet-gestart/${id}/aanbod`, {}).expect(422)).text).toContain('Kies wat je aanbood.');
    await pressedAgain(() => post(ingrid, `/niet-gestart/${id}/aanbod`, { aanbod: offer }).expect(303));
    const [line] = await run<{ id: string }>('select id from app.case_support');
    const step = (stap: string) => post(ingrid, `/niet-gestart/${id}/aanbod`, { regel: line?.id, stap }).expect(303);
    expect(await page()).toContain('<strong>Schakelteam Zwolle</strong>: aangeboden');
    await Promise.all([step('accepted'), step('accepted')]);
    await step('completed');
    expect(await page()).toContain('<strong>Schakelteam Zwolle</strong>: afgerond');
    await step('undo');
    expect(await page()).toContain('<strong>Schakelteam Zwolle</strong>: aangenomen');
    await step('undo');
    await step('declined');
    expect((await ingrid.get(`/niet-gestart/${id}`).expect(200)).text).toMatch(/Schakelteam Zwolle: niet aangenomen[^]*Aangenomen: schakelteam\./);
    expect(await run("select kind, count(*)::int as n from app.event where kind like 'support%' group by kind order by kind")).toEqual([
      { kind: 'support-accepted', n: 1 }, { kind: 'support-completed', n: 1 }, { kind: 'support-declined', n: 1 }, { kind: 'support-offered', n: 1 }, { kind: 'support-undone', n: 2 },
    ]);
  });

  it('on a case is nothing for another desk, the school or the region', async () => {
    const offer = await offerId('Schakelteam Zwolle');
    for (const person of ['mark', 'marloes', 'anna', 'fatima', 'gijs'] as const) {
      const other = await site.signedIn(person);
      await other.get(`/niet-gestart/${id}/aanbod`).expect(404);
      await post(other, `/niet-gestart/${id}/aanbod`, { aanbod: offer }).expect(404);
    }
    const [leaver] = await run<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    expect((await (await site.signedIn('fatima')).get(`/leerlingen/${leaver?.id}`).expect(200)).text).not.toMatch(/schakelteam/i);
  });

  it('is counted for the region, few people as fewer than five', async () => {
    expect((await gijs.get('/beheer/aanbod').expect(200)).text).toContain('minder dan 5 keer aangeboden, 0 keer aangenomen, 0 keer afgerond');
  });
});
