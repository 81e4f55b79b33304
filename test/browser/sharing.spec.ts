import type { Page } from 'playwright-core';
import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';

/** From the first word to a school that may read it, by the screens alone. */
describe('sharing a passport on a phone', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await browserSite();
  });
  afterAll(() => site.close());

  const look = async (page: Page, name: string): Promise<void> => {
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')).toBe(false);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png`, fullPage: true });
  };
  const go = (page: Page, name: string) => page.getByRole('button', { name }).click();

  it('goes from writing to shared, and shows who reads it', async () => {
    const page = await site.open('sem', PHONE);
    await page.goto('/paspoort/onderdelen/wat-kan-ik');
    await page.getByLabel('Waar ben je goed in?').fill('Zagen');
    await page.getByLabel('Ik houd vol').check();
    await page.getByLabel('Ja, dit onderdeel is klaar').check();
    await go(page, 'Opslaan en verder');
    await page.getByRole('link', { name: 'Kies of ROC Noordrand dit mag lezen' }).waitFor();
    await look(page, 'sharing-lacking-390');
    await page.getByLabel('Delen', { exact: true }).check();
    await page.getByLabel('Ja, dit onderdeel is klaar').check();
    await go(page, 'Opslaan en verder');
    await page.goto('/paspoort/controleren');
    await look(page, 'sharing-check-390');
    await go(page, 'Deel met 1 school');
    await page.getByRole('heading', { name: 'Je paspoort is gedeeld' }).waitFor();
    await look(page, 'sharing-done-390');
    await page.getByRole('link', { name: 'Kijk wie meeleest, of stop met delen' }).click();
    await look(page, 'sharing-readers-390');
    await page.context().close();
  });

  it('looks as well on a desktop, and stops with one button', async () => {
    const page = await site.open('sem', DESKTOP);
    await page.goto('/paspoort/controleren');
    await look(page, 'sharing-check-1280');
    await page.goto('/paspoort/wie-leest-mee');
    await look(page, 'sharing-readers-1280');
    await go(page, 'Stop met delen met ROC Noordrand');
    await page.getByText('Wat al is gelezen, kunnen wij niet terughalen.').waitFor();
    await page.context().close();
  });
});
