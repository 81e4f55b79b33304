import type { Page } from 'playwright-core';
import { readPdf } from '../out/read-pdf.ts';
import type { Person } from '../personas/people.ts';
import { browserSite, DESKTOP, PHONE, type BrowserSite } from '../support/browser.ts';
import { applicationOf } from '../support/intake.ts';

const PAGES: readonly (readonly [Person, string])[] = [
  ['sem', '/paspoort'], ['sem', '/paspoort/onderdelen/wat-heb-ik-nodig'], ['sem', '/paspoort/wie-leest-mee'], ['sem', '/aanmeldingen'], ['noor', '/ouder-uitnodigen'],
  ['samira', '/aanmeldingen'], ['fatima', '/leerlingen'], ['sanne', '/intake'], ['ingrid', '/niet-gestart'], ['lars', '/zomer'],
];

/** What says how something stands, and has no words for who sees no colour. */
const WORDLESS = `[...document.querySelectorAll('.o-badge, .o-phase, .o-now, .o-empty, .utrecht-alert, [aria-current]')]
  .filter((part) => part.getBoundingClientRect().width > 0 && !(part.matches('.o-phase') ? part.parentElement : part).textContent.trim() && !part.getAttribute('aria-label')).map((part) => part.outerHTML.slice(0, 90))`;

/** Links between words that only their colour shows. */
const COLOUR_ONLY = `[...document.querySelectorAll('main p a[href], main li a[href], main td a[href]')]
  .filter((link) => [...link.parentElement.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()) && !getComputedStyle(link).textDecorationLine.includes('underline'))
  .map((link) => link.outerHTML.slice(0, 90))`;

/** The page where one is differs from its neighbours by more than a colour. */
const SAME_AS_REST = `(() => {
  const shape = (link) => { const { fontWeight, borderBottomWidth, borderTopWidth, textDecorationLine, outlineStyle, boxShadow } = getComputedStyle(link); return JSON.stringify([fontWeight, borderBottomWidth, borderTopWidth, textDecorationLine, outlineStyle, boxShadow]); };
  const [current] = document.querySelectorAll('.o-nav [aria-current]');
  const others = [...document.querySelectorAll('.o-nav a:not([aria-current])')];
  return current && others.length && others.some((link) => shape(link) === shape(current)) ? [current.outerHTML] : [];
})()`;

/** Buttons, fields and badges whose edge is gone when the colours of the reader replace ours. */
const EDGELESS = `[...document.querySelectorAll('button, .utrecht-button, .o-badge, input[type=text], input[type=email], textarea, select')].filter((part) => {
  const { borderTopWidth, borderTopStyle, outlineStyle } = getComputedStyle(part);
  return part.getBoundingClientRect().width > 0 && (parseFloat(borderTopWidth) < 1 || borderTopStyle === 'none') && outlineStyle === 'none';
}).map((part) => part.outerHTML.slice(0, 90))`;

/** An A4 sheet less its margins of 16 mm, in the pixels of a page. */
const PAPER_WIDE = { width: 673, height: 973 };
const OFF_THE_SHEET = `[...document.querySelectorAll('main, main *')].filter((part) => part.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(part).position !== 'absolute').map((part) => part.outerHTML.slice(0, 90))`;
const FOR_A_SCREEN = `[...document.querySelectorAll('nav, .o-footer, .o-filter, .o-skip, main button, .o-back')].filter((part) => part.getBoundingClientRect().height > 0 && getComputedStyle(part).visibility !== 'hidden').map((part) => part.outerHTML.slice(0, 90))`;

/** 3G as the tools of a browser know it: 1.6 Mbit down, 750 kbit up, 150 ms to and fro. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

const A_CALL_LIST = `with team as (insert into app.summer_team (organisation_id, school_year, member_id, named_on) select organisation_id, '2025-2026', id, '2026-06-01' from app.membership where role = 'summer-team')
  insert into app.summer_list (leaver_id, organisation_id, school_year, from_on, until_on) select id, school_id, school_year, '2026-07-01', '2026-09-30' from app.leaver where given_name in ('Abdi', 'Noor')`;

describe('a page seen otherwise', () => {
  let site: BrowserSite;

  beforeAll(async () => {
    site = await browserSite();
  });
  afterAll(() => site.close());

  async function at(person: Person, address: string, size = DESKTOP): Promise<Page> {
    const page = await site.open(person, size);
    await page.goto(address);
    return page;
  }

  it.each(PAGES)('says without colour how things stand: %s at %s', async (person, address) => {
    const page = await at(person, address);
    expect(await page.evaluate(WORDLESS)).toEqual([]);
    expect(await page.evaluate(COLOUR_ONLY)).toEqual([]);
    expect(await page.evaluate(SAME_AS_REST)).toEqual([]);
    await page.context().close();
  });

  it.each(PAGES)('keeps its edges and its focus in the colours of the reader: %s at %s', async (person, address) => {
    const page = await at(person, address);
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await page.evaluate("matchMedia('(forced-colors: active)').matches")).toBe(true);
    expect(await page.evaluate(EDGELESS)).toEqual([]);
    expect(await page.evaluate(SAME_AS_REST)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('parseFloat(getComputedStyle(document.activeElement).outlineWidth)')).toBeGreaterThanOrEqual(3);
    await page.context().close();
  });

  it('shows in the colours of the reader which answer is chosen, and how far a leaver is', async () => {
    const page = await at('sem', '/paspoort/onderdelen/wat-heb-ik-nodig');
    await page.emulateMedia({ forcedColors: 'active' });
    const answer = page.locator('input[type=radio]').first();
    const before = await answer.locator('xpath=..').screenshot();
    await answer.check();
    await page.mouse.move(0, 0);
    await page.locator('h1').click();
    expect(before.equals(await answer.locator('xpath=..').screenshot())).toBe(false);
    const list = await at('fatima', '/leerlingen');
    await list.emulateMedia({ forcedColors: 'active' });
    const bars = list.locator('.o-phase');
    expect((await bars.first().screenshot()).equals(await bars.last().screenshot())).toBe(false);
    const [first, last] = await Promise.all([bars.first(), bars.last()].map((bar) => bar.evaluate((part) => (globalThis as unknown as { getComputedStyle(of: unknown, part: string): { backgroundImage: string } }).getComputedStyle(part, '::before').backgroundImage)));
    expect(first).not.toBe('none');
    expect(first).not.toBe(last);
    await Promise.all([page.context().close(), list.context().close()]);
  });

  describe('on paper', () => {
    const PAPER: readonly (readonly [Person, string | (() => Promise<string>), string])[] = [
      ['sem', '/paspoort/afdrukken', 'Sem van den Berg'], ['fatima', '/leerlingen', 'Abdi Hassan'], ['lars', '/zomer', 'Abdi Hassan'],
      ['sanne', async () => `/intake/${await applicationOf(site.database, 'sem')}`, 'Sem van den Berg'],
    ];

    beforeAll(() => site.database.asSuperuser(A_CALL_LIST));

    it.each(PAPER)('%s prints %s without what is only for a screen, and nothing falls off', async (person, address, holds) => {
      const page = await at(person, typeof address === 'string' ? address : await address(), PAPER_WIDE);
      await page.emulateMedia({ media: 'print' });
      expect(await page.evaluate(OFF_THE_SHEET)).toEqual([]);
      expect(await page.evaluate(FOR_A_SCREEN)).toEqual([]);
      const { pages } = await readPdf(await page.pdf({ format: 'A4', tagged: true, preferCSSPageSize: true }));
      const text = pages.map(({ drawn }) => drawn.join(' ')).join(' ').replaceAll(/\s+/g, ' ');
      expect(text).toContain(holds);
      expect(text).not.toMatch(/Uitloggen|Toegankelijkheid|Direct naar de inhoud/);
      expect(pages.length).toBeLessThanOrEqual(3);
      await page.context().close();
    });
  });

  it('prints the letter with which a student comes in, code and all', async () => {
    const [row] = await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    const page = await at('fatima', `/leerlingen/${row?.id}/inlogbrief`, PAPER_WIDE);
    await page.locator('main form button').first().click();
    await page.waitForLoadState();
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(OFF_THE_SHEET)).toEqual([]);
    expect(await page.evaluate(FOR_A_SCREEN)).toEqual([]);
    const { pages } = await readPdf(await page.pdf({ format: 'A4', tagged: true }));
    expect(pages).toHaveLength(1);
    expect(pages[0]?.drawn.join('').replaceAll(' ', '')).toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4}/);
    await page.context().close();
  });

  it('is light enough for a phone on a slow line: the task list of a student, with nothing kept from before', async () => {
    const page = await site.open('sem', PHONE);
    const line = await page.context().newCDPSession(page);
    const sizes: number[] = [];
    line.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', SLOW);
    await page.goto('/paspoort', { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: /Begin met onderdeel 1|Verder met onderdeel/ }).waitFor();
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(150_000);
    expect(sizes.length).toBeLessThanOrEqual(8);
    await page.context().close();
  });
});
