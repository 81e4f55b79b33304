import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { memberOf, testApp, type TestApp } from './test-app.ts';
import { DAY, type Person } from '../personas/people.ts';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const axe = readFileSync(createRequire(path.resolve('package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };

export interface BrowserSite extends TestApp {
  readonly origin: string;
  readonly dataFolder: string;
  /** A window of its own, signed in by one click as people do in the example. */
  open(person: Person | undefined, size: { width: number; height: number }, javaScript?: boolean): Promise<Page>;
}

/** Debian's Chromium, as it starts for root in a container too. */
export const launch = (): Promise<Browser> => chromium.launch({ executablePath: '/usr/bin/chromium', args: FLAGS });

/** The application of the tests on a port, and Debian's Chromium beside it. */
export async function browserSite(): Promise<BrowserSite> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'overstap-browser-'));
  const example = { days: [DAY], busyWith: () => undefined, failedOn: () => undefined, goTo: () => undefined };
  const site = await testApp({ dataFolder, example });
  const { port } = site.app.getHttpServer().address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const browser = await launch();
  const open: BrowserSite['open'] = async (person, viewport, javaScriptEnabled = true) => {
    const context = await browser.newContext({ viewport, javaScriptEnabled, baseURL: origin, locale: 'nl-NL' });
    if (person) await signIn(context, await memberOf(site.database, person));
    return context.newPage();
  };
  return {
    ...site,
    dataFolder,
    origin,
    open,
    close: async () => {
      await browser.close();
      await site.close();
      rmSync(dataFolder, { recursive: true });
    },
  };
}

async function signIn(context: BrowserContext, member: string): Promise<void> {
  const answer = await context.request.post('/inloggen/als', { form: { member }, maxRedirects: 0 });
  if (answer.status() !== 303) throw new Error(`Sign-in answered ${answer.status()}`);
}

/** What axe finds on the page as it stands: one line per kind of fault, with the places. */
export async function faults(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
  const violations = await page.evaluate(
    (tags) => (globalThis as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }).axe.run({ runOnly: tags }).then((found) => found.violations),
    TAGS,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}
