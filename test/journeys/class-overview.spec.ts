import type TestAgent from 'supertest/lib/agent.js';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const CLASSES = '/leerlingen/klassen';

/** Lars is the dean of Het Kompas: 4A of Joost and 4B of Fatima leave. */
describe('a dean who wants to know which class needs help', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
  });
  afterEach(() => site.close());

  const words = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
  const seen = async (browser: TestAgent): Promise<string> => words((await browser.get(CLASSES).expect(200)).text);

  it('finds them on a page from the list, the one that needs most on top, and goes on to its students', async () => {
    const lars = await site.signedIn('lars');
    expect((await lars.get('/leerlingen').expect(200)).text).toContain(`href="${CLASSES}">Per klas`);
    const { text } = await lars.get(CLASSES).expect(200);
    expect(words(text)).toMatch(/6 leerlingen hebben nu iemand van school nodig.*4B Fatima el Amrani 6 4 4 3 –.*4A Joost Bakker 2 2 2 2 –/);
    const list = words((await lars.get('/leerlingen?klas=4A').expect(200)).text);
    expect(text.replaceAll('&#x3D;', '=')).toContain('href="/leerlingen?klas=4A"');
    expect(list).toContain('Noor de Boer');
    expect(list).not.toContain('Sem van den Berg');
  });

  it('sees who has no mentor, and last year apart', async () => {
    await site.database.asSuperuser("update app.leaver set mentor_id = null, class = null where given_name = 'Daan'");
    await site.database.asSuperuser("update app.leaver set school_year = '2024-2025' where given_name = 'Noor'");
    await site.worker.run({ kind: 'worker' }, (sql) => sql("select app.refresh_cards('2026-09-14', null)"));
    const lars = await site.signedIn('lars');
    expect(words((await lars.get('/beheer/klassen').expect(200)).text)).toContain('1 leerling heeft geen bekende mentor. Nodig die uit met het mailadres uit jullie bestand');
    const text = await seen(lars);
    expect(text).toMatch(/Zonder klas 2025-2026, 1 zonder mentor 1/);
    expect(text).toMatch(/4A 2024-2025, Joost Bakker 1/);
  });

  it('is for whom the students are theirs: a mentor sees the own classes, another school its own, a desk nothing', async () => {
    expect(await seen(await site.signedIn('fatima'))).not.toContain('4A');
    const niels = await seen(await site.signedIn('niels'));
    expect(niels).toContain('4K');
    expect(niels).not.toMatch(/4A|4B|Fatima/);
    for (const person of ['ingrid', 'sanne', 'soraya', 'cora'] as Person[]) await (await site.signedIn(person)).get(CLASSES).expect(404);
  });
});
