import path from 'node:path';
import type { Page } from 'playwright-core';
import { DESKTOP, faults, launch, PHONE } from '../support/browser.ts';
import { renderSample, sample } from '../look/sample-page.ts';

const SMALL = { width: 320, height: 800 };
const TEXT_SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';

describe('every part of the pages', () => {
  let browser: Awaited<ReturnType<typeof launch>>;

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** The page of all parts, with the style sheet that visitors get. */
  async function open(size: typeof PHONE): Promise<Page> {
    const page = await browser.newPage({ viewport: size });
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname === '/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: renderSample('parts', sample) });
      return route.fulfill({ path: path.resolve(pathname.slice(1)) });
    });
    await page.goto('http://overstap.test/');
    return page;
  }

  it.each([['a desktop', DESKTOP], ['a phone', PHONE]])('has nothing for axe to find on %s', async (_, size) => {
    expect(await faults(await open(size))).toEqual([]);
  });

  it.each([['plain', '* { }'], ['with wide text', TEXT_SPACING]])('fits a window of 320 wide, %s', async (_, style) => {
    const page = await open(SMALL);
    await page.addStyleTag({ content: style });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  });

  it('puts the focus on what is wrong, and each line leads to its field', async () => {
    const page = await open(DESKTOP);
    expect(await page.evaluate('document.activeElement.className')).toContain('o-errors');
    await page.click('text=Kies een bestand >> nth=0');
    expect(new URL(page.url()).hash).toBe('#bestand');
  });

  it('has controls that a thumb can hit', async () => {
    const page = await open(PHONE);
    const low = await page
      .locator('button:visible, select, input:not([type=checkbox]):not([type=radio]), label.o-option, .o-pills a, .o-nav a, summary')
      .evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML.slice(0, 80)));
    expect(low).toEqual([]);
  });

  it('has links of 24 high at least', async () => {
    const page = await open(DESKTOP);
    const low = await page.locator('a:visible').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 24).map((one) => one.outerHTML.slice(0, 80)));
    expect(low).toEqual([]);
  });

  it('chooses all and counts, where there is script', async () => {
    const page = await open(DESKTOP);
    await page.click('[data-choose-all]');
    expect(await page.locator('[data-chosen]').textContent()).toBe('4 gekozen');
    expect(await page.locator('input[name=leerling]:checked').count()).toBe(4);
  });

  it('says each quarter of a long job, and ends with the page that follows', async () => {
    const page = await open(DESKTOP);
    const later = renderSample('parts', sample).replace('value="300"', 'value="650"').replaceAll('300 van', '650 van');
    await page.route('http://overstap.test/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: later }));
    await page.waitForSelector('text=50 procent klaar', { state: 'attached' });
    expect(await page.locator('[data-watch] p').textContent()).toBe('650 van de 1.200 rijen');
    await page.route('http://overstap.test/', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<title>Klaar</title>' }));
    await page.waitForFunction('document.title === "Klaar"');
  });
});
