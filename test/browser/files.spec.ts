import { workDeliveries } from '#exchange';
import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';

const HEADER = 'leerlingnummer;roepnaam;achternaam;geboortedatum;klas;mentor;hobby';
const FILE = [HEADER, '2001;Nina;Proef;01-02-2010;4C;fatima@10ko00.example;dammen', '2002;Otto;Proef;31-02-2010;4C;;', '1001;Sem;van den Berg;18-03-2010;4B;fatima@10ko00.example;'].join('\n');

describe('bringing a file with a browser', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await browserSite();
  });
  afterAll(() => site.close());

  const work = (): Promise<number> => workDeliveries(site.worker, { day: site.clock.today(), now: site.clock.now() });

  it.each([['a desktop', DESKTOP, true], ['a phone', PHONE, true], ['a browser without JavaScript', DESKTOP, false]])('takes four clicks on %s', async (name, size, javaScript) => {
    const page = await site.open('lars', size, javaScript);
    const found: string[] = [];
    const look = async (what: string): Promise<void> => {
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/files-${what}-${size.width}${javaScript ? '' : '-nojs'}.png`, fullPage: true });
      if (javaScript) found.push(...(await faults(page)).map((fault) => `${name}, ${what}: ${fault}`));
      const wider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      if (wider) found.push(`${name}, ${what}: wider than the window`);
    };
    await page.goto(`${site.origin}/leerlingen`);
    await page.getByRole('link', { name: 'Bestanden' }).click();
    await look('list');
    await page.getByRole('button', { name: 'Controleer het bestand' }).click();
    await look('errors');
    expect(await page.getByRole('alert').textContent()).toContain('Kies eerst een bestand.');
    await page.getByLabel('Kies het bestand').setInputFiles({ name: 'leerlingen.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await page.getByLabel('Leerlingen van welk schooljaar?').selectOption('2025-2026');
    await page.getByRole('button', { name: 'Controleer het bestand' }).click();
    await look('checking');
    await work();
    if (!javaScript) await page.getByRole('link', { name: 'Ververs deze pagina' }).click();
    await page.getByRole('button', { name: 'Importeer 2 leerlingen' }).waitFor();
    for (const details of await page.locator('details').all()) await details.locator('summary').click();
    await look('checked');
    await page.getByRole('button', { name: 'Importeer 2 leerlingen' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('We importeren').waitFor();
    await look('importing');
    await work();
    if (!javaScript) await page.getByRole('link', { name: 'Ververs deze pagina' }).click();
    await page.getByText('Geïmporteerd op').waitFor();
    await look('done');
    await page.getByRole('link', { name: 'Draai terug' }).click();
    await look('undo');
    await page.getByRole('button', { name: 'Draai terug' }).click();
    await work();
    if (!javaScript) await page.getByRole('link', { name: 'Ververs deze pagina' }).click();
    await page.getByText('Alles is weer zoals ervoor').waitFor();
    await look('undone');
    expect(found).toEqual([]);
    await page.context().close();
  });
});
