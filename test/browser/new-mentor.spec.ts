import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { portOn } from '#platform';
import { launch, DESKTOP, PHONE } from '../support/browser.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const KIM = 'kim@10ko00.example';

/** From "we have a new mentor" to that mentor's own work list, by the screens alone: no manual, nobody of the service. */
describe('a careers dean gets a new mentor in', () => {
  let site: TestApp;
  let origin: string;
  let browser: Browser;

  beforeAll(async () => {
    const port = await portOn('127.0.0.1', 0);
    origin = `http://localhost:${port}`;
    site = await testApp({ publicUrl: origin, port });
    await site.database.asSuperuser("update app.installation set origin = 'own'");
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  async function linkIn(template: string, email: string): Promise<string> {
    const [mail] = await site.database.asSuperuser<{ page: { link: string } }>(
      `select page from app.mail where template = '${template}' and to_address = '${email}' order by queued_at desc limit 1`,
    );
    return String(mail?.page.link);
  }

  /** Sets up an app on a phone that gives codes. */
  async function withCodes(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Kies een app op je telefoon' }).click();
    const secret = String(await page.locator('.o-key').textContent()).replaceAll(/\s/g, '');
    await page.getByLabel('Typ de 6 cijfers').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
    await page.getByRole('button', { name: 'Klaar' }).click();
    await page.getByRole('link', { name: 'Ik heb ze bewaard, ga verder' }).click();
  }

  it('who is invited by mail, sets up a second step on a phone, and sees the own list', async () => {
    const dean = await (await browser.newContext({ viewport: DESKTOP })).newPage();
    await dean.goto(`${origin}/inloggen`);
    await dean.getByLabel('E-mailadres').fill('lars@10ko00.example');
    await dean.getByRole('button', { name: 'Stuur mij een mail' }).click();
    await dean.waitForURL('**/inloggen/verstuurd');
    await dean.goto(await linkIn('sign-in', 'lars@10ko00.example'));
    await dean.getByRole('button', { name: 'Inloggen' }).click();
    await withCodes(dean);

    await dean.locator('header summary').click();
    await dean.getByRole('link', { name: 'Beheer' }).click();
    await dean.getByRole('link', { name: 'Mensen', exact: true }).click();
    await dean.getByRole('link', { name: 'Nodig iemand uit' }).click();
    await dean.getByLabel('Mailadres van het werk').fill(KIM);
    await dean.getByLabel('Roepnaam').fill('Kim');
    await dean.getByLabel('Achternaam').fill('Aarts');
    await dean.getByRole('checkbox', { name: /^mentor/i }).check();
    await dean.getByRole('button', { name: 'Verstuur de uitnodiging' }).click();
    await dean.getByText('Kim Aarts').first().waitFor();

    const kim = await (await browser.newContext({ viewport: PHONE })).newPage();
    await kim.goto(await linkIn('invitation', KIM));
    expect(await kim.locator('main').textContent()).toContain('Lars de Vries');
    await kim.getByRole('button', { name: 'Begin' }).click();
    await withCodes(kim);
    expect(await kim.getByRole('heading', { level: 1 }).textContent()).toBe('Mijn leerlingen');
    expect(await kim.locator('main').textContent()).toContain('Je klas staat er nog niet.');
  });
});
