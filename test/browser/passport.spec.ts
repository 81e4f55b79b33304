import type { Page } from 'playwright-core';
import { browserSite, DESKTOP, faults, PHONE, type BrowserSite } from '../support/browser.ts';

const SECTION = '/paspoort/onderdelen/wat-kan-ik';

/** Five ways to lose what was typed, and two tabs (ux 4). */
describe('writing a passport on a phone', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await browserSite();
  });
  afterAll(() => site.close());

  const stored = async (): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ answer: string }>("select answers->'good-at'->>'answer' as answer from app.section_text t join app.leaver l on l.id = t.leaver_id where section = 'what-i-can' and l.email like 'sem@%'");
    return row?.answer ?? '';
  };
  const until = async (text: string): Promise<void> => {
    for (let turn = 0; turn < 100 && (await stored()) !== text; turn += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await stored()).toBe(text);
  };
  const field = (page: Page) => page.getByLabel('Waar ben je goed in?');
  const openSection = async (page: Page): Promise<void> => {
    await page.goto(SECTION);
  };

  it('is saved by the button, and the way back shows it', async () => {
    const page = await site.open('sem', PHONE);
    await openSection(page);
    await field(page).fill('Koken');
    await page.getByLabel('Nee, ik ga later verder').check();
    await page.getByRole('button', { name: 'Opslaan en verder' }).click();
    await page.getByText('Bezig').waitFor();
    await page.goBack();
    expect(await field(page).inputValue()).toBe('Koken');
    await page.context().close();
  });

  it('is kept while typing, twice, and the cursor stays', async () => {
    const page = await site.open('sem', PHONE);
    await openSection(page);
    await field(page).fill('Koken en bakken');
    await page.getByText(/Bewaard om \d\d\.\d\d uur/).waitFor();
    await until('Koken en bakken');
    await field(page).press('End');
    await field(page).pressSequentially(' en meer');
    await until('Koken en bakken en meer');
    expect(await page.evaluate('document.activeElement.id')).toBe('good-at');
    await page.context().close();
  });

  it('is kept when somebody types and leaves at once', async () => {
    const page = await site.open('sem', PHONE);
    await openSection(page);
    await field(page).fill('Snel weg');
    await page.goto('/paspoort');
    await until('Snel weg');
    await page.context().close();
  });

  it('stays on the device while the session is over, and is kept after signing in again', async () => {
    const page = await site.open('sem', PHONE);
    await openSection(page);
    const cookies = await page.context().cookies();
    await page.context().clearCookies();
    await field(page).fill('Na het uitloggen');
    await page.getByText('Je bent uitgelogd. Je tekst staat nog op dit apparaat.').waitFor();
    await page.context().addCookies(cookies);
    await openSection(page);
    await until('Na het uitloggen');
    await page.context().close();
  });

  it('waits for internet, and is kept when it is back', async () => {
    const page = await site.open('sem', PHONE);
    await openSection(page);
    await page.context().setOffline(true);
    await field(page).fill('Zonder internet');
    await page.getByText('Geen internet. Je tekst staat op dit apparaat.').waitFor();
    await page.context().setOffline(false);
    await until('Zonder internet');
    await page.context().close();
  });

  it('overwrites nothing from a second tab: both texts are shown', async () => {
    const first = await site.open('sem', PHONE);
    const second = await first.context().newPage();
    await openSection(first);
    await openSection(second);
    await field(first).fill('Uit de eerste tab');
    await until('Uit de eerste tab');
    await field(second).fill('Uit de tweede tab');
    await second.getByText('Dit onderdeel is ergens anders ook veranderd.').waitFor();
    expect(await stored()).toBe('Uit de eerste tab');
    await second.getByLabel('Nee, ik ga later verder').check();
    await second.getByRole('button', { name: 'Opslaan en verder' }).click();
    await second.getByRole('heading', { name: 'Dit onderdeel is ergens anders ook veranderd' }).waitFor();
    expect(await second.locator('main').textContent()).toContain('Uit de eerste tab');
    expect(await faults(second)).toEqual([]);
    if (process.env.SHOTS) await second.screenshot({ path: `${process.env.SHOTS}/passport-conflict-390.png`, fullPage: true });
    await second.getByRole('button', { name: 'Bewaar wat ik net typte' }).click();
    await until('Uit de tweede tab');
    await first.context().close();
  });

  it('shows what is not asked any more, and takes it away without JavaScript too', async () => {
    await site.database.asSuperuser(`update app.section_text t set answers = answers || '{"certificates": {"asked": "Welke certificaten heb je gehaald?", "answer": "Heftruck\\nVCA"}}' from app.leaver l
      where l.id = t.leaver_id and l.email like 'sem@%' and section = 'what-i-can'`);
    const page = await site.open('sem', PHONE, false);
    await openSection(page);
    const group = page.getByRole('group', { name: 'Welke certificaten heb je gehaald?' });
    expect(await group.textContent()).toContain('Heftruck');
    for (const size of [DESKTOP, PHONE]) {
      await page.setViewportSize(size);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/earlier-${size.width}.png`, fullPage: true });
    }
    const scripted = await site.open('sem', PHONE);
    await openSection(scripted);
    expect(await faults(scripted)).toEqual([]);
    await scripted.context().close();
    await group.getByLabel('Haal dit antwoord weg').check();
    await page.getByLabel('Nee, ik ga later verder').check();
    await page.getByRole('button', { name: 'Opslaan en verder' }).click();
    await openSection(page);
    expect(await group.count()).toBe(0);
    await page.context().close();
  });

  it('works without JavaScript, and says what is wrong', async () => {
    const page = await site.open('noor', PHONE, false);
    await page.goto('/paspoort/onderdelen/waarom-deze-opleiding');
    await page.getByLabel('Wat wil je graag worden of doen?').fill('Kok');
    await page.getByLabel('Ja, dit onderdeel is klaar').check();
    await page.getByRole('button', { name: 'Opslaan en verder' }).click();
    expect(await page.title()).toMatch(/^Fout:/);
    expect(await page.evaluate("document.activeElement.classList.contains('o-errors')")).toBe(true);
    expect(await page.getByLabel('Wat wil je graag worden of doen?').inputValue()).toBe('Kok');
    await page.context().close();
  });
});
