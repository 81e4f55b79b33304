import type { Page } from 'playwright-core';
import type { Person } from '../personas/people.ts';
import { browserSite, type BrowserSite } from '../support/browser.ts';

const SMALL = { width: 320, height: 800 };

/** Line, letter and word spacing that a reader may set (WCAG 1.4.12). */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }';

const PAGES: readonly (readonly [Person, string])[] = [
  ['sem', '/paspoort'], ['sem', '/paspoort/onderdelen/wie-ben-ik'], ['sem', '/paspoort/onderdelen/stage-en-werk'], ['sem', '/paspoort/onderdelen/wat-heb-ik-nodig'], ['sem', '/paspoort/controleren'],
  ['sem', '/paspoort/wie-leest-mee'], ['sem', '/paspoort/deel-van-mentor'], ['sem', '/paspoort/rechten'], ['sem', '/paspoort/kopie'], ['sem', '/aanmeldingen'], ['noor', '/paspoort'],
  ['samira', '/akkoord'], ['samira', '/aanmeldingen'], ['fatima', '/leerlingen'], ['sanne', '/intake'],
];

/** Too small to touch: links inside a sentence may be as high as their line (WCAG 2.5.8). */
const SMALL_TARGETS = `[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')].filter((target) => {
  const box = (target.closest('label') ?? target).getBoundingClientRect();
  const isInText = target.tagName === 'A' && [...target.parentElement.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  return box.width > 0 && !isInText && (box.width < 24 || box.height < 24) && !target.classList.contains('utrecht-skip-link');
}).map((target) => target.outerHTML.slice(0, 90))`;

/** What has focus now, and how thick its outline is: its own, or that of the label or row around it. */
const FOCUSED = `(() => {
  const focused = document.activeElement;
  const thickness = (part) => (getComputedStyle(part).outlineStyle === 'none' ? 0 : parseFloat(getComputedStyle(part).outlineWidth));
  const box = focused.getBoundingClientRect();
  const seen = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, innerHeight) / 2);
  const isOfLabel = Boolean(seen?.closest('label')?.contains(focused));
  const isCovered = Boolean(seen) && !focused.contains(seen) && !seen.contains(focused) && !isOfLabel;
  return { isCovered, what: focused.outerHTML.slice(0, 90), outline: Math.max(...[focused, focused.closest('label'), focused.closest('li')].filter(Boolean).map(thickness)), isBody: focused === document.body };
})()`;

interface Focused {
  readonly what: string;
  readonly outline: number;
  readonly isBody: boolean;
  /** Something that sticks stands before it (WCAG 2.4.11). */
  readonly isCovered: boolean;
}

describe('pages for everybody', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await browserSite();
  });
  afterAll(() => site.close());

  const isWider = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  it.each(PAGES)('fit at 200 and 400 % of 1280, also with room between the letters, and can be touched: %s at %s', async (person, address) => {
    const page = await site.open(person, SMALL);
    await page.goto(address);
    expect(await isWider(page)).toBe(false);
    expect(await page.evaluate(SMALL_TARGETS)).toEqual([]);
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await isWider(page)).toBe(false);
    await page.setViewportSize(SMALL);
    await page.addStyleTag({ content: SPACING }).catch(() => page.evaluate(`document.adoptedStyleSheets = [Object.assign(new CSSStyleSheet())]; document.adoptedStyleSheets[0].replaceSync(${JSON.stringify(SPACING)})`));
    expect(await isWider(page)).toBe(false);
    await page.context().close();
  });

  it.each(PAGES.flatMap(([person, address]) => [1280, 390].map((width) => [person, address, width] as const)))('show where the keyboard is: %s at %s, %i wide', async (person, address, width) => {
    const page = await site.open(person, { width, height: width === 390 ? 640 : 900 });
    await page.goto(address);
    const faults: Focused[] = [];
    for (let turn = 0; turn < 60; turn += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate<Focused>(FOCUSED);
      if (focused.isBody) break;
      if (focused.outline < 3 || focused.isCovered) faults.push(focused);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('keep what somebody chose on the way back, and never ask to send again', async () => {
    const page = await site.open('fatima', { width: 1280, height: 900 });
    await page.goto('/leerlingen?klas=4B');
    const shown = await page.locator('main').innerText();
    await page.locator('main th a').first().click();
    await page.waitForURL(/\/leerlingen\/[\da-f-]{36}/);
    await page.goBack();
    expect(page.url()).toContain('klas=4B');
    expect(await page.locator('main').innerText()).toBe(shown);
    await page.context().close();

    const own = await site.open('sem', { width: 390, height: 844 });
    await own.goto('/paspoort/onderdelen/waarom-deze-opleiding');
    const words = own.locator('textarea').first();
    for (const text of ['Eerst dit', 'Toen dat']) {
      await words.fill(text);
      await own.getByLabel('Nee, ik ga later verder').check();
      await own.getByRole('button', { name: 'Opslaan en verder' }).click();
      await own.waitForURL((url) => !url.pathname.endsWith('/waarom-deze-opleiding'));
      await own.goBack();
      expect(await words.inputValue()).toBe(text);
    }
    await own.goForward();
    expect(own.url()).not.toContain('waarom-deze-opleiding');
    await own.goBack();
    expect(await words.inputValue()).toBe('Toen dat');
    await own.context().close();
  });

  it.each([1280, 390])('open and close what does not fit in the menu with the keyboard, %i wide', async (width) => {
    const page = await site.open('lars', { width, height: 900 });
    await page.goto('/leerlingen');
    const more = page.locator('header summary');
    await more.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Planning' }).waitFor();
    expect(await isWider(page)).toBe(false);
    await page.keyboard.press('Escape');
    expect(await page.getByRole('link', { name: 'Planning' }).isVisible()).toBe(false);
    expect(await more.evaluate('document.activeElement.matches("header summary")')).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/planning');
    expect(await page.locator('header details a[aria-current=page]').textContent()).toBe('Planning');
    await page.context().close();
  });

  it('let a student write, choose, share and stop with the keyboard alone', async () => {
    const page = await site.open('sem', { width: 1280, height: 900 });
    await page.goto('/paspoort/onderdelen/wat-kan-ik');
    const to = async (selector: string): Promise<void> => {
      for (let turn = 0; turn < 60 && !(await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)); turn += 1) await page.keyboard.press('Tab');
      expect(await page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)).toBe(true);
    };
    await to('#good-at');
    await page.keyboard.type('Zagen en lijmen');
    await to('input[name="strengths"]');
    await page.keyboard.press('Space');
    await to('input[name^="delen-"]');
    await page.keyboard.press('Space');
    await to('input[name="klaar"]');
    await page.keyboard.press('Space');
    await to('main button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/stage-en-werk');
    await page.goto('/paspoort/controleren');
    await to('main form button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Je paspoort is gedeeld' }).waitFor();
    await page.goto('/paspoort/wie-leest-mee');
    await to('main form button[type="submit"]');
    await page.keyboard.press('Enter');
    await page.getByText('Gestopt.').waitFor();
    await page.context().close();
  });
});
