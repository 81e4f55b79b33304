import { browserSite, DESKTOP, type BrowserSite } from '../support/browser.ts';

describe('who did not start, in a browser', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await browserSite();
  });
  afterAll(() => site.close());

  it('is handled in three clicks without script: open, choose, save', async () => {
    const page = await site.open('ingrid', DESKTOP, false);
    await page.goto(`${site.origin}/`);
    await page.getByRole('link', { name: 'Abdi Hassan' }).click();
    await page.getByLabel('Gaat werken').click();
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByText('De uitkomst is opgeslagen.').waitFor();
    await page.getByRole('status').getByRole('link', { name: 'Volgende: Noor de Boer' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Noor de Boer');
    await page.context().close();
  });

  it('is handled with the keyboard alone', async () => {
    const page = await site.open('mark', DESKTOP);
    await page.goto(`${site.origin}/niet-gestart`);
    const focused = (): Promise<string> => page.evaluate("document.activeElement.labels?.[0]?.textContent.trim() ?? document.activeElement.textContent.trim()");
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 40 && (await focused()) !== name; presses++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    await tabTo('Roos Koster');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Roos Koster' }).waitFor();
    await tabTo('Geen contact gekregen');
    await page.keyboard.press('ArrowDown');
    await tabTo('Opslaan');
    await page.keyboard.press('Enter');
    await page.getByText('Je poging is opgeslagen. De zaak blijft open.').waitFor();
    expect(await page.getByText('Contact gehad, het loopt nog.').count()).toBe(1);
    await page.context().close();
  });

  it('puts the focus on what is wrong, and each line leads to its field', async () => {
    const page = await site.open('mark', DESKTOP, false);
    await page.goto(`${site.origin}/niet-gestart`);
    await page.getByRole('link', { name: 'Isa Smit' }).click();
    await page.getByRole('button', { name: 'Opslaan' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.title()).toMatch(/^Fout: Isa Smit/);
    await page.getByRole('link', { name: 'Kies wat de uitkomst is.' }).click();
    expect(await page.evaluate('location.hash')).toBe('#uitkomst');
    await page.context().close();
  });
});
