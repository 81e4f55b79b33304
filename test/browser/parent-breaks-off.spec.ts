import type { Page } from 'playwright-core';
import type { Person } from '../personas/people.ts';
import { noorIn, type Noor } from '../support/asked-parents.ts';
import { memberOf } from '../support/test-app.ts';
import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';

const STILL_THERE = 'Uw keuze staat er nog. U heeft nog niets verstuurd.';
const READS = 'Lees eerst wat Noor deelt';

/** Samira chooses for her daughter of 15, and does not get to the button: nothing is lost, and nothing is answered. */
describe('a parent who breaks off', () => {
  let site: BrowserSite;
  let noor: Noor;

  beforeAll(async () => {
    site = await browserSite();
    noor = await noorIn(site);
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await site.database.asSuperuser('delete from app.guardian_answer');
    await noor.share();
  });

  const answers = () => site.database.asSuperuser<{ agrees: boolean }>('select distinct agrees from app.guardian_answer');
  const choice = (page: Page, said = 'Akkoord') => page.getByRole('group', { name: 'ROC Noordrand' }).getByLabel(said, { exact: true });
  const send = (page: Page) => page.getByRole('button', { name: 'Verstuur mijn antwoord' }).click();
  const endSession = async () => site.database.asSuperuser('update app.session set last_seen_at = clock_timestamp() - make_interval(secs => idle_seconds + 1) where membership_id = $1', [await memberOf(site.database, 'samira')]);

  /** Samira's phone, with her choice made and nothing sent. */
  async function chosen(said = 'Akkoord'): Promise<Page> {
    const page = await site.open('samira', PHONE);
    await page.goto('/akkoord');
    await choice(page, said).check();
    return page;
  }
  async function findsAgain(page: Page, said = 'Akkoord'): Promise<void> {
    await page.getByText(STILL_THERE).waitFor();
    expect(await choice(page, said).isChecked()).toBe(true);
    expect(await answers()).toEqual([]);
  }
  const signInHere = async (page: Page, person: Person): Promise<void> => {
    const elsewhere = await site.open(person, PHONE);
    await page.context().addCookies(await elsewhere.context().cookies());
    await elsewhere.context().close();
  };

  it('to read first finds the choice again, and answers once', async () => {
    const page = await chosen('Niet akkoord');
    await page.getByRole('link', { name: READS }).click();
    await page.getByRole('link', { name: 'Terug naar de vraag' }).click();
    await findsAgain(page, 'Niet akkoord');
    for (const size of [PHONE, DESKTOP]) {
      await page.setViewportSize(size);
      expect(await faults(page)).toEqual([]);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/parent-still-there-${size.width}.png`, fullPage: true });
    }
    await send(page);
    await page.getByRole('heading', { name: 'Uw antwoord is ontvangen' }).waitFor();
    expect(await answers()).toEqual([{ agrees: false }]);
    await noor.share();
    await page.goto('/akkoord');
    expect(await page.getByText(STILL_THERE).count()).toBe(0);
    await page.context().close();
  });

  it('without internet finds the choice again after the button, and by going back', async () => {
    const page = await chosen();
    await page.context().setOffline(true);
    await send(page).catch(() => undefined);
    await page.waitForURL(/chrome-error/);
    await page.context().setOffline(false);
    await page.goto('/akkoord');
    await findsAgain(page);
    await page.goto('/aanmeldingen');
    await page.goBack();
    await findsAgain(page);
    await send(page);
    await page.getByRole('heading', { name: 'Uw antwoord is ontvangen' }).waitFor();
    expect(await answers()).toEqual([{ agrees: true }]);
    await page.context().close();
  });

  it('by the end of the session, before or after the button, finds it again after signing in', async () => {
    const page = await chosen();
    await endSession();
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByRole('dialog', { name: 'U bent uitgelogd' }).waitFor();
    expect(await faults(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/parent-signed-out.png` });
    await page.getByRole('button', { name: 'Terug naar mijn antwoord' }).click();
    expect(await choice(page).isChecked()).toBe(true);
    await send(page);
    await page.waitForURL('**/inloggen');
    expect(await answers()).toEqual([]);
    await signInHere(page, 'samira');
    await page.goto('/akkoord');
    await findsAgain(page);
    await page.context().close();
  });

  it('finds no choice for something that was not there when it was made', async () => {
    const page = await chosen();
    await page.goto('/aanmeldingen');
    await noor.share();
    await page.goto('/akkoord');
    await choice(page).waitFor();
    expect(await page.getByText(STILL_THERE).count()).toBe(0);
    for (const said of ['Akkoord', 'Niet akkoord']) expect(await choice(page, said).isChecked()).toBe(false);
    await page.context().close();
  });

  it('leaves nothing to who signs in on the same device next', async () => {
    const page = await chosen();
    await signInHere(page, 'fatima');
    await page.goto('/account');
    expect(await page.evaluate<string>('JSON.stringify(sessionStorage)')).toBe('{}');
    await page.context().close();
  });
});
