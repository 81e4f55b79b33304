import type { Page } from 'playwright-core';
import { DESKTOP, faults, PHONE, launch } from '../support/browser.ts';
import { providerSite, type ProviderSite } from '../support/provider-site.ts';

describe('signing in at a provider, in a browser', () => {
  let site: ProviderSite;
  let browser: Awaited<ReturnType<typeof launch>>;

  beforeAll(async () => {
    site = await providerSite(['school', 'weg'], (idp) => [idp.settings('school'), idp.settings('weg', { issuer: new URL('http://127.0.0.1:9'), label: 'Weg' })]);
    site.idp.people.s1 = { email: 'fatima@10ko00.example' };
    site.idp.people.n1 = { email: 'niemand@nergens.example' };
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  const open = async (viewport: typeof DESKTOP, javaScriptEnabled = true): Promise<Page> =>
    (await browser.newContext({ viewport, javaScriptEnabled, baseURL: site.origin, locale: 'nl-NL' })).newPage();
  const isWider = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  it.each([['with', true], ['without', false]])('goes there and back by the screens alone, %s JavaScript', async (_, javaScript) => {
    const page = await open(DESKTOP, javaScript);
    const blocked: string[] = [];
    page.on('console', (message) => void (message.text().includes('Content Security Policy') && blocked.push(message.text())));
    await page.goto('/leerlingen');
    await page.getByRole('button', { name: 'Inloggen met SchoolLogin' }).click();
    await page.waitForURL(`${site.idp.issuer.origin}/**`);
    await page.getByRole('link', { name: 'fatima@10ko00.example' }).click();
    await page.waitForURL('/leerlingen');
    await page.getByRole('link', { name: 'Fatima el Amrani, mentor' }).click();
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.getByRole('link', { name: 'Log ook uit bij SchoolLogin' }).click();
    await page.waitForURL(`${site.idp.issuer.origin}/**`);
    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.waitForURL('/uitgelogd');
    expect(blocked).toEqual([]);
  });

  it('leads back to the page with the button, and not round and round', async () => {
    const page = await open(DESKTOP);
    await page.goto('/inloggen');
    await page.getByRole('button', { name: 'Inloggen met SchoolLogin' }).click();
    await page.waitForURL(`${site.idp.issuer.origin}/**`);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe('/inloggen');
  });

  it.each([['on a desktop', DESKTOP], ['on a phone', PHONE]])('has pages without fault %s', async (_, size) => {
    const page = await open(size);
    const found: string[] = [];
    const look = async (): Promise<void> => {
      found.push(...(await faults(page)).map((fault) => `${page.url()}: ${fault}`));
      if (await isWider(page)) found.push(`${page.url()}: wider than the window`);
    };
    await page.goto('/inloggen');
    await look();
    await page.getByRole('button', { name: 'Inloggen met Weg' }).click();
    await look();
    await page.goto('/inloggen/school/terug');
    await look();
    await page.goto('/inloggen/school/uitgelogd');
    await look();
    await page.goto('/uitgelogd');
    await look();
    expect(found).toEqual([]);
  });

  it('says to a stranger what to do', async () => {
    const page = await open(PHONE);
    await page.goto('/inloggen');
    await page.getByRole('button', { name: 'Inloggen met SchoolLogin' }).click();
    await page.getByRole('link', { name: 'niemand@nergens.example' }).click();
    await page.getByRole('heading', { name: 'Wij kennen je hier niet' }).waitFor();
    expect(await faults(page)).toEqual([]);
    expect(await page.getByText('niemand@nergens.example').isVisible()).toBe(true);
  });
});
