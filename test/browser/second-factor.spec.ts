import type { AddressInfo } from 'node:net';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { portOn } from '#platform';
import { DESKTOP, faults, launch, PHONE } from '../support/browser.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate();

describe('the second factor in a browser', () => {
  let site: TestApp;
  let origin: string;
  let browser: Browser;

  beforeAll(async () => {
    const port = await portOn('127.0.0.1', 0);
    origin = `http://localhost:${port}`;
    site = await testApp({ publicUrl: origin, port });
    await site.database.asSuperuser("update app.installation set origin = 'own'");
    expect((site.app.getHttpServer().address() as AddressInfo).port).toBe(port);
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  /** Asks for a link as a person does, takes it from the outbox and opens it. */
  async function signIn(page: Page, email: string): Promise<void> {
    await page.goto(`${origin}/inloggen`);
    await page.getByLabel('E-mailadres').fill(email);
    await page.getByRole('button', { name: 'Stuur mij een mail' }).click();
    await page.waitForURL('**/inloggen/verstuurd');
    const [mail] = await site.database.asSuperuser<{ page: { link: string } }>(
      `select page from app.mail where template = 'sign-in' and to_address = '${email}' order by queued_at desc limit 1`,
    );
    await page.goto(String(mail?.page.link));
    await page.getByRole('button', { name: 'Inloggen' }).click();
  }

  /** A laptop with a fingerprint reader, on which the right finger lies; answers whether it ever made a key. */
  async function withFingerprint(context: BrowserContext, page: Page): Promise<() => Promise<number>> {
    const session = await context.newCDPSession(page);
    await session.send('WebAuthn.enable');
    const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options });
    return async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length;
  }

  /** No fault by axe, nothing wider than the window, one heading. */
  async function isFine(page: Page): Promise<void> {
    for (const size of [DESKTOP, PHONE]) {
      await page.setViewportSize(size);
      const wide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
      expect({ at: page.url(), size, faults: await faults(page), wide, headings: await page.locator('h1').count() }).toEqual({ at: page.url(), size, faults: [], wide: false, headings: 1 });
    }
  }

  it('is a passkey within a minute; after that it opens the door', async () => {
    const context = await browser.newContext({ viewport: DESKTOP });
    const page = await context.newPage();
    const made = await withFingerprint(context, page);
    await signIn(page, 'lars@10ko00.example');
    await page.waitForURL('**/inloggen/tweede-stap/kiezen**');
    await isFine(page);
    await page.getByLabel('Hoe noem je dit apparaat?').fill('');
    await page.getByRole('button', { name: 'Maak een passkey' }).click();
    await page.getByText('Geef dit apparaat een naam').first().waitFor();
    await isFine(page);
    await page.getByLabel('Hoe noem je dit apparaat?').fill('Laptop van Lars');
    await page.getByRole('button', { name: 'Maak een passkey' }).click();
    await page.getByRole('heading', { name: 'Bewaar je herstelcodes' }).waitFor();
    expect(await page.locator('.o-codes li').count()).toBe(8);
    expect(await made()).toBe(1);
    await isFine(page);
    await page.getByRole('link', { name: 'Ik heb ze bewaard, ga verder' }).click();
    await page.waitForURL('**/leerlingen**');

    await page.goto(`${origin}/account/tweede-stap`);
    await isFine(page);
    expect(await page.getByText('Dit is je enige manier.').count()).toBe(1);
    await page.goto(`${origin}/account`);
    await page.getByRole('main').getByRole('button', { name: 'Uitloggen' }).click();
    await signIn(page, 'lars@10ko00.example');
    await page.waitForURL('**/inloggen/tweede-stap**');
    await isFine(page);
    await page.getByRole('button', { name: 'Ga verder met je passkey' }).click();
    await page.waitForURL('**/leerlingen**');
    const [kept] = await site.database.asSuperuser<{ name: string; counter: number; used: boolean }>("select name, counter::int, last_used_at is not null as used from app.passkey");
    expect(kept).toMatchObject({ name: 'Laptop van Lars', used: true });
    expect(kept?.counter).toBeGreaterThan(0);

    await page.goto(`${origin}/inloggen/tweede-stap/app`);
    await isFine(page);
    await page.getByLabel('Typ de 6 cijfers').fill(codeOf(String(await page.locator('.o-key').textContent())));
    await page.getByRole('button', { name: 'Klaar' }).click();
    await page.getByText('Je kunt nu ook hiermee inloggen.').waitFor();
    await isFine(page);
    await page.getByRole('button', { name: /Haal weg.*Laptop van Lars/ }).click();
    await page.getByText('Hiermee kun je niet meer inloggen.').waitFor();
    expect(await page.getByRole('button', { name: /Haal weg/ }).count()).toBe(0);
    await context.close();
  });

  it('refuses a passkey whose answer is used again, or comes to another session', async () => {
    const context = await browser.newContext({ viewport: DESKTOP });
    const page = await context.newPage();
    await withFingerprint(context, page);
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/inloggen/tweede-stap/passkey')) sent.push(request.postData() ?? '');
    });
    await signIn(page, 'sanne@20no.example');
    await page.getByRole('button', { name: 'Maak een passkey' }).click();
    await page.getByRole('link', { name: 'Ik heb ze bewaard, ga verder' }).click();
    await page.context().clearCookies();
    await signIn(page, 'sanne@20no.example');
    await page.getByRole('button', { name: 'Ga verder met je passkey' }).click();
    await page.waitForURL('**/intake**');
    await page.context().clearCookies();
    await signIn(page, 'sanne@20no.example');
    await page.waitForURL('**/inloggen/tweede-stap**');
    const again = await page.request.post(`${origin}/inloggen/tweede-stap/passkey`, { headers: { origin, 'content-type': 'application/x-www-form-urlencoded' }, data: sent[0], maxRedirects: 0 });
    expect(again.status()).toBe(422);
    expect(await again.text()).toContain('Dat lukte niet met je passkey');
    await page.goto(`${origin}/intake/start`);
    await page.waitForURL('**/inloggen/tweede-stap?naar=**');
    await context.close();
  });

  it('is an app for who has no script: no word about passkeys', async () => {
    const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await context.newPage();
    await signIn(page, 'marloes@dsp-10.example');
    expect(await page.getByText('Maak een passkey').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Kies een app op je telefoon' }).click();
    await page.getByLabel('Typ de 6 cijfers').fill('000000');
    await page.getByRole('button', { name: 'Klaar' }).click();
    expect(await page.title()).toContain('Fout:');
    await page.getByLabel('Typ de 6 cijfers').fill(codeOf(String(await page.locator('.o-key').textContent())));
    await page.getByRole('button', { name: 'Klaar' }).click();
    await page.getByRole('link', { name: 'Ik heb ze bewaard, ga verder' }).click();
    await page.waitForURL('**/niet-gestart**');
    await context.close();
  });
});
