import type { Page } from 'playwright-core';
import { browserSite, DESKTOP, faults, type BrowserSite } from '../support/browser.ts';

const LOOK = "document.dispatchEvent(new Event('visibilitychange'))";

describe('the end of a session, in a browser', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await browserSite();
  });
  afterAll(() => site.close());
  beforeEach(() => site.database.asSuperuser('delete from app.session'));

  const leave = (seconds: number) =>
    site.database.asSuperuser('update app.session set last_seen_at = clock_timestamp() - make_interval(secs => idle_seconds - $1)', [seconds]);
  const left = async (): Promise<number> =>
    (await site.database.asSuperuser<{ left: number }>('select extract(epoch from app.session_end(s) - clock_timestamp())::float8 as left from app.session s'))[0]?.left ?? 0;
  const stay = (page: Page) => page.getByRole('button', { name: 'Blijf ingelogd' });
  const goTo = async (page: Page, address = '/leerlingen') => {
    await page.goto(site.origin + address);
    return page;
  };

  it('is announced with the focus on staying, and Escape stays', async () => {
    const page = await goTo(await site.open('fatima', DESKTOP));
    await leave(170);
    await page.evaluate(LOOK);
    await page.getByRole('dialog', { name: 'Je wordt zo uitgelogd' }).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Blijf ingelogd');
    expect(await page.getByRole('dialog').textContent()).toContain('Over 3 minuten');
    expect(await faults(page)).toEqual([]);
    expect(await left()).toBeLessThan(180);
    await page.keyboard.press('Escape');
    await stay(page).waitFor({ state: 'hidden' });
    expect(await left()).toBeGreaterThan(7000);
    await page.context().close();
  });

  it('is put off in all tabs by staying in one', async () => {
    const one = await goTo(await site.open('fatima', DESKTOP));
    const other = await goTo(await one.context().newPage());
    await leave(100);
    for (const tab of [one, other]) await tab.evaluate(LOOK);
    await stay(other).waitFor();
    await stay(one).click();
    await stay(one).waitFor({ state: 'hidden' });
    await other.evaluate(LOOK);
    await stay(other).waitFor({ state: 'hidden' });
    await one.context().close();
  });

  it('leaves nothing to read for who comes by', async () => {
    const page = await goTo(await site.open('fatima', DESKTOP));
    await leave(-1);
    await page.evaluate(LOOK);
    await page.waitForURL(/\/inloggen\?naar=%2Fleerlingen$/);
    await page.context().close();
  });

  it('leaves what somebody typed where it is, and says how to go on', async () => {
    const page = await goTo(await site.open('fatima', DESKTOP));
    await page.getByRole('link', { name: 'Abdi Hassan' }).click();
    await page.getByLabel('Notitie').fill('Half af');
    await leave(-1);
    await page.evaluate(LOOK);
    await page.getByRole('dialog', { name: 'Je bent uitgelogd' }).waitFor();
    await page.getByRole('button', { name: 'Terug naar mijn tekst' }).click();
    expect(await page.getByLabel('Notitie').inputValue()).toBe('Half af');
    await page.context().close();
  });

  it('loses no text without script either: it stands there again and is saved with the button', async () => {
    const page = await goTo(await site.open('fatima', DESKTOP, false));
    await page.getByRole('link', { name: 'Abdi Hassan' }).click();
    await page.getByLabel('Gesproken, het loopt').check();
    await page.getByLabel('Notitie').fill('Moeder belt maandag terug.');
    await leave(-1);
    await page.getByRole('button', { name: 'Opslaan' }).first().click();
    await page.getByText('Je tekst is bewaard.').waitFor();
    await page.getByRole('button', { name: 'Log in als mentor' }).first().click();
    await page.getByText('Je was uitgelogd. Je tekst staat er nog. Sla nu op.').waitFor();
    expect(await page.getByLabel('Notitie').inputValue()).toBe('Moeder belt maandag terug.');
    expect(await page.getByLabel('Gesproken, het loopt').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Opslaan' }).first().click();
    await page.getByText('Je notitie is opgeslagen.').waitFor();
    await page.context().close();
  });
});
