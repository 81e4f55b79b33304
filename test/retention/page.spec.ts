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
    await site.worker.run({ kind: 'worker' }, (sql) => sql('select app.count_ahead($1, $2)', ['2026-09-14', '2026-10-14']));
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

  it('says so when nothing was cleared away for days', async () => {
    expect(await page('petra')).not.toContain('niet opgeruimd');
    site.clock.standStill('2026-09-16');
    expect(await page('petra')).not.toContain('niet opgeruimd');
    site.clock.standStill('2026-09-17');
    expect(await page('petra')).toContain('Sinds 14 september 2026 is er niet opgeruimd.');
    site.clock.standStill('2026-09-14');
  });

  it('shows what was counted, and says when', async () => {
    expect(await page('petra')).toContain('Geteld op 14 september 2026');
    await site.database.asSuperuser('update app.kept_ahead set count = 0');
    expect(await page('petra')).toContain('In deze dagen gaat er niets over leerlingen weg.');
    await site.database.asSuperuser('delete from app.kept_ahead');
    expect(await page('petra')).toContain('Dit is nog niet geteld.');
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

  it('is counted by the worker once a day', async () => {
    const counted = () => site.database.asSuperuser<{ day: string; left: number }>('select counted_on::text as day, sum(count)::int as left from app.kept_ahead group by 1');
    await keepTerms(site.worker, new Clock({ today: '2027-09-15' }));
    expect(await counted()).toEqual([{ day: '2027-09-15', left: expect.any(Number) }]);
    await site.database.asSuperuser('update app.kept_ahead set count = 77');
    await keepTerms(site.worker, new Clock({ today: '2027-09-15' }));
    expect((await counted())[0]?.left).toBeGreaterThanOrEqual(77);
    await keepTerms(site.worker, new Clock({ today: '2027-09-16' }));
    expect((await counted())[0]?.left).toBeLessThan(77);
  });
});
