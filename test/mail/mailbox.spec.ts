import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { asQueued, Mailbox, openMail } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('the built-in mailbox', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'overstap-postvak-'));
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp({ dataFolder: folder });
    const config = { mailFrom: 'Overstap <overstap@localhost>', dataFolder: folder };
    const handlers = new Map([['sign-in', asQueued]]);
    const mail = await openMail({ config, database: site.database, clock: site.clock, handlers, whenDead: async () => undefined });
    for (const to of ['fatima@10ko00.example', 'unknown@nowhere.example']) {
      await site.visitor().post('/inloggen').type('form').send({ email: to });
    }
    await mail.mailer.deliver();
    await mail.stop();
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  it('shows who got which mail when, on the day of the example', async () => {
    const { text } = await site.visitor().get('/postvak').expect(200);
    expect(text).toContain('Inloggen bij Overstap');
    expect(text).toContain('>fatima@10ko00.example<');
    expect(text).toContain('14 september');
    expect(text).not.toContain('nowhere');
  });

  it('finds the mails of one person', async () => {
    expect((await site.visitor().get('/postvak?aan=FATIMA').expect(200)).text).toContain('>fatima@');
    expect((await site.visitor().get('/postvak?aan=joost').expect(200)).text).toContain('Voor dit adres is er geen mail.');
  });

  it('leads somebody in by the link in the mail', async () => {
    const browser = site.visitor();
    const [, mail = ''] = /href="(\/postvak\/[^"]+)"/.exec((await browser.get('/postvak')).text) ?? [];
    const page = await browser.get(mail).expect(200);
    const [, link = ''] = /href="(http[^"]+\/inloggen\/link\/[^"]+)"/.exec(page.text) ?? [];
    await browser.get(new URL(link).pathname).expect(200);
    const layout = await browser.get(`${mail}/opmaak`).expect(200);
    expect(layout.headers['content-security-policy']).toContain("default-src 'none'");
    expect(layout.headers['content-security-policy']).toContain('sandbox');
    expect(layout.text).toContain('Je wilt inloggen bij Overstap.');
  });

  it('is not there for who comes through another machine, nor are mails that never were', async () => {
    await site.visitor().get('/postvak').set('x-forwarded-for', '10.0.0.1').expect(404);
    await site.visitor().get('/postvak/..%2f..%2fsecret').expect(404);
    await site.visitor().get('/postvak/123').expect(404);
  });

  it('outlives a restart', async () => {
    expect(await new Mailbox(folder).list()).toHaveLength(1);
  });
});
