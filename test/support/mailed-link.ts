import type TestAgent from 'supertest/lib/agent.js';
import type { TestApp } from './test-app.ts';

/** Signs in as people do outside the example: a link by mail. The second factor is still to come. However often in a test. */
export async function byMailedLink(site: TestApp, email: string, browser: TestAgent = site.visitor()): Promise<TestAgent> {
  await site.database.asSuperuser('delete from app.attempt_count');
  await browser.post('/inloggen').type('form').send({ email }).expect(303);
  const [mail] = await site.database.asSuperuser<{ page: { link: string } }>(
    `select page from app.mail where template = 'sign-in' and to_address = '${email}' order by queued_at desc limit 1`,
  );
  await browser.post(new URL(String(mail?.page.link)).pathname).expect(303);
  return browser;
}
