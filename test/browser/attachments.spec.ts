import fs from 'node:fs';
import path from 'node:path';
import { browserSite, faults, launch, PHONE, type BrowserSite } from '../support/browser.ts';

const SECTION = '/paspoort/onderdelen/waarom-deze-opleiding';

describe('adding files on a phone', () => {
  let site: BrowserSite;
  const file = (name: string): string => path.join(site.dataFolder, name);

  beforeAll(async () => {
    site = await browserSite();
    const browser = await launch();
    const page = await browser.newPage();
    await page.setContent('<h1>Mijn brief</h1><p>Ik wil kok worden. <a href="https://koken.example">Kijk</a></p>');
    fs.writeFileSync(file('brief.pdf'), await page.pdf({ tagged: true }));
    fs.writeFileSync(file('foto.jpg'), await page.screenshot({ type: 'jpeg' }));
    fs.writeFileSync(file('scherm.png'), await page.screenshot());
    fs.writeFileSync(file('groot.pdf'), Buffer.alloc(11 * 1024 * 1024));
    await browser.close();
  });
  afterAll(() => site.close());

  it.each([['with', true], ['without', false]] as const)('takes what a browser makes, %s JavaScript, and loses no text', async (_, javaScript) => {
    const page = await site.open(javaScript ? 'sem' : 'noor', PHONE, javaScript);
    await page.goto(SECTION);
    await page.getByLabel('Wat wil je graag worden of doen?').fill('Kok');
    await page.getByRole('button', { name: 'Bestand toevoegen' }).click();
    for (const name of ['brief.pdf', 'foto.jpg', 'scherm.png']) {
      await page.getByLabel(/^Kies (nog )?een bestand$/).setInputFiles(file(name));
      if (javaScript) await page.getByText(`Gekozen: ${name}`).waitFor();
      await page.getByRole('button', { name: 'Zet dit bestand erbij' }).click();
      await page.getByRole('link', { name, exact: true }).waitFor();
      if (javaScript) expect(await faults(page)).toEqual([]);
      if (process.env.SHOTS && javaScript) await page.screenshot({ path: `${process.env.SHOTS}/files-${name}.png`, fullPage: true });
    }
    await page.getByRole('link', { name: /Haal weg.*foto\.jpg/ }).click();
    if (process.env.SHOTS && javaScript) await page.screenshot({ path: `${process.env.SHOTS}/files-remove.png`, fullPage: true });
    await page.getByRole('button', { name: 'Ja, haal weg' }).click();
    await page.getByText('Het bestand is weggehaald.').waitFor();
    await page.getByRole('link', { name: 'Verder met Waarom deze opleiding?' }).click();
    expect(await page.getByLabel('Wat wil je graag worden of doen?').inputValue()).toBe('Kok');
    if (process.env.SHOTS && javaScript) await page.screenshot({ path: `${process.env.SHOTS}/files-section.png`, fullPage: true });
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'brief.pdf' }).click()]);
    expect(fs.readFileSync(String(await download.path()))).toEqual(fs.readFileSync(file('brief.pdf')));
    await page.context().close();
  });

  it('says what is too big before it is sent, and afterwards without JavaScript', async () => {
    const quick = await site.open('sem', PHONE);
    await quick.goto(`${SECTION}/bestanden`);
    await quick.getByLabel(/^Kies/).setInputFiles(file('groot.pdf'));
    await quick.getByText('groot.pdf is 11 MB. Het mag hoogstens 10 MB zijn.').waitFor();
    await quick.getByRole('button', { name: 'Zet dit bestand erbij' }).click();
    expect(await quick.getByText('groot.pdf is 11 MB.').isVisible()).toBe(true);
    await quick.context().close();
    const slow = await site.open('noor', PHONE, false);
    await slow.goto(`${SECTION}/bestanden`);
    await slow.getByLabel(/^Kies/).setInputFiles(file('groot.pdf'));
    await slow.getByRole('button', { name: 'Zet dit bestand erbij' }).click();
    await slow.getByRole('link', { name: 'Dit bestand is te groot. Het mag hoogstens 10 MB zijn. Kies een kleiner bestand.' }).waitFor();
    expect(await slow.title()).toMatch(/^Fout:/);
    expect(await slow.getByRole('link', { name: 'brief.pdf', exact: true }).isVisible()).toBe(true);
    await slow.context().close();
  });
});
