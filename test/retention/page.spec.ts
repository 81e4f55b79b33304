import { keepTerms } from '#dossiers';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

const ADDRESS = '/beheer/bewaren';

describe('the page about keeping', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
    await keepTerms(site.worker, new Clock({ today: '2027-09-01' }));
    await site.database.asSuperuser("update app.removal set due_on = '2026-10-01', warned_on = '2026-09-01'");
    await site.database.asSuperuser("insert into app.kept_run values ('2026-09-10', 'mail-text', 12), ('2026-09-11', 'search', 2), ('2026-01-01', 'account', 40)");
  });
  afterAll(() => site.close());

  const page = async (person: Parameters<TestApp['signedIn']>[0]) => (await (await site.signedIn(person)).get(ADDRESS).expect(200)).text;

  it('tells each term with its reason', async () => {
    const text = await page('petra');
    expect(text).toContain('1 jaar nadat de overstap klaar is');
    expect(text).toContain('90 dagen na de mail');
    expect(text).toContain('zonder verleden ziet niemand of het beter gaat');
  });

  it('counts what goes for the own school, and hides few from the region', async () => {
    const ours = await page('petra');
    expect(ours).toMatch(/Het Kompas<\/th><td>[1-9]/);
    expect(ours).not.toContain('De Brug');
    expect(await page('gijs')).toMatch(/Het Kompas<\/th><td>–/);
    expect(await page('pieter')).not.toContain('Het Kompas');
  });

  it('tells how much went lately, and names nobody', async () => {
    const text = await page('soraya');
    expect(text).toContain('12 keer');
    expect(text).toContain('minder dan 5 keer');
    expect(text).not.toContain('40 keer');
    for (const name of ['Sem ', 'Abdi', 'leerling.example']) expect(text).not.toContain(name);
  });

  it.each(['cora', 'lars', 'fatima', 'sanne', 'ingrid', 'okan', 'sem'] as const)('is not there for %s', async (person) => {
    await (await site.signedIn(person)).get(ADDRESS).expect(404);
  });
});
