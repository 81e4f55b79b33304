import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, faults, launch, PHONE } from '../support/browser.ts';
import { buildOnce } from '../support/folder-user.ts';
import { dataFolder, startService, type Service } from '../support/programs.ts';

/** Each begins with the mail of this morning, in the example region on its telling day, and ends when the item is closed. */
describe('a day at work, from the mail to the closed item', () => {
  const OVERSTAP_DATA = dataFolder();
  let service: Service;
  let browser: Browser;

  beforeAll(async () => {
    buildOnce();
    service = await startService({ OVERSTAP_DATA, OVERSTAP_DEMO: 'region', SMTP_URL: '' });
    browser = await launch();
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await service.end('SIGTERM');
    rmSync(OVERSTAP_DATA, { recursive: true });
  });

  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const follow = (page: Page, name: string | RegExp) => page.locator('main').getByRole('link', { name }).first().click();
  const heading = (page: Page) => page.getByRole('heading', { level: 1 }).innerText();
  const people = async (page: Page, list: string): Promise<string[]> => (await page.locator(`${list} .o-c-name a`).allInnerTexts()).map((name) => name.trim());

  /** Opens the newest mail to somebody with this subject, follows its link, and signs in where that asks for it. */
  async function begins(to: string, subject: RegExp, role: RegExp, size = DESKTOP): Promise<Page> {
    const context = await browser.newContext({ viewport: size, baseURL: service.address, locale: 'nl-NL' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    await arrives(page, to, subject);
    await follow(page, new RegExp(service.address));
    await page.getByRole('heading', { name: 'Inloggen' }).waitFor();
    await press(page, role);
    await page.getByRole('heading', { name: 'Inloggen' }).waitFor({ state: 'detached' });
    return page;
  }

  /** The worker sends in the background: looks until the mail is there. */
  async function arrives(page: Page, to: string, subject: RegExp): Promise<void> {
    for (let turn = 0; turn < 60; turn += 1) {
      await page.goto(`/postvak?aan=${to}`);
      if (await page.getByRole('link', { name: subject }).count()) return follow(page, subject);
      await page.waitForTimeout(500);
    }
    throw new Error(`No mail to ${to} about ${subject.source}`);
  }

  /** Nothing that a minister or somebody of fifteen may not see. */
  async function look(page: Page, name: string): Promise<void> {
    expect(await faults(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/day-${name}.png`, fullPage: true });
  }

  it('of a mentor: calls whoever needs it until nobody does', async () => {
    const page = await begins('r.vanessen', /leerling(en)? (heeft|hebben) je nodig/, /mentor/);
    expect(await heading(page)).toBe('Mijn leerlingen');
    const waiting = await people(page, '.o-table--act');
    expect(waiting.length).toBeGreaterThan(3);
    await look(page, 'mentor-list');
    for (const name of waiting) {
      await follow(page, name);
      await page.getByLabel('Gesproken, het loopt').check();
      await press(page, 'Opslaan');
      await page.getByText('Je notitie is opgeslagen.').waitFor();
      await page.locator('.o-back a').click();
      await page.locator('.o-leavers').waitFor();
    }
    expect(await people(page, '.o-table--act')).toEqual([]);
    expect(await page.locator('main').innerText()).toContain('Niemand heeft jou nu nodig.');
    await look(page, 'mentor-done');
    await page.context().close();
  }, 180_000);

  it('of an RMC officer: takes what waits too long, handles it, and is led to the next', async () => {
    const page = await begins('j.denhartog', /nieuwe melding(en)?: niet gestart/, /RMC-consulent/);
    const [late = ''] = await people(page, 'main');
    await look(page, 'desk-list');
    await follow(page, late);
    expect(await heading(page)).toBe(late);
    await press(page, 'Ik pak dit op');
    await page.getByText('Deze zaak staat nu op jouw naam.').waitFor();
    await page.getByLabel('Geen contact gekregen').check();
    await press(page, 'Opslaan');
    await page.getByText('Je poging is opgeslagen. De zaak blijft open.').waitFor();
    await look(page, 'desk-case');
    await page.getByLabel('Gaat werken').check();
    await press(page, 'Opslaan');
    await page.getByText('De uitkomst is opgeslagen.').waitFor();
    const next = page.getByRole('status').getByRole('link', { name: /^Volgende/ });
    const nextName = (await next.innerText()).replace(/^Volgende: | ›$/g, '');
    await next.click();
    expect(await heading(page)).toBe(nextName);
    await page.goto('/niet-gestart');
    expect(await people(page, 'main')).not.toContain(late);
    await page.context().close();
  });

  it('of an intake officer: reads who shared, answers, and says who started, on a phone', async () => {
    const page = await begins('e.degraaf', /nieuwe paspoorten? gedeeld/, /intaker/, PHONE);
    expect(await heading(page)).toBe('Aanmeldingen');
    const [first = ''] = await people(page, 'main');
    await look(page, 'intake-list');
    await follow(page, first);
    await look(page, 'intake-passport');
    await page.getByLabel('Toegelaten', { exact: true }).check();
    await press(page, 'Opslaan');
    await page.getByText('Opgeslagen').waitFor();
    await page.goto('/intake/start');
    await look(page, 'intake-starts');
    const [programme = ''] = await page.locator('main .o-c-name a, main th a').allInnerTexts();
    await follow(page, programme.trim());
    await page.locator('main input[name="wie"]').first().check();
    await press(page, 'Markeer als gestart');
    await press(page, /Ja|Doorgeven|Geef door/);
    await page.getByText(/Doorgegeven/).first().waitFor();
    await look(page, 'intake-started');
    await page.context().close();
  });

  it('of a dean: sees whom nobody reaches, holds the table, and has the last agreement ticked off', async () => {
    const page = await begins('e.jansen', /leerling|Stand van de overstap/, /decaan/);
    await page.goto('/school/overstaptafel');
    await page.getByLabel('Wie zit er aan tafel?').fill('Emre Jansen, decaan');
    await press(page, 'Maak de lijst');
    const [first = ''] = await people(page, 'main');
    await look(page, 'dean-table');
    await follow(page, first);
    await page.getByLabel('Wat spreken jullie af?').fill('Belt vandaag met de mbo-school');
    await page.getByLabel('Wie doet het?').selectOption({ label: 'Emre Jansen (decaan)' });
    await press(page, 'Leg de afspraak vast');
    await page.getByText('Belt vandaag met de mbo-school').first().waitFor();
    await look(page, 'dean-agreement');
    await page.locator('header').getByRole('link', { name: 'Afspraken' }).click();
    await press(page, /Klaar|Gedaan/);
    await page.getByText(/Klaar|gedaan/).first().waitFor();
    await look(page, 'dean-done');
    await page.context().close();
  });
});
