import type TestAgent from 'supertest/lib/agent.js';
import type { Test } from 'supertest';
import { workDeliveries } from '#exchange';
import { testApp, type TestApp } from '../support/test-app.ts';

export const HEADER = 'leerlingnummer;roepnaam;achternaam;geboortedatum;klas;mentor';
export const GOOD = [HEADER, '2001;Nina;Proef;01-02-2010;4C;fatima@10ko00.example', '2002;Otto;Proef;03-04-2010;4C;fatima@10ko00.example'];

type Fields = Readonly<Record<string, string>>;

/** What people and the worker do with files. */
export function deskFor(site: TestApp) {
  const work = (tx = site.worker): Promise<number> => workDeliveries(tx, { day: site.clock.today(), now: site.clock.now() });
  const upload = (browser: TestAgent, name: string, lines: readonly string[] | Buffer, fields: Fields = {}): Test => {
    const post = browser.post('/bestanden');
    for (const [field, value] of Object.entries(fields)) void post.field(field, value);
    return post.attach('bestand', Buffer.isBuffer(lines) ? lines : Buffer.from(`${lines.join('\n')}\n`), name);
  };
  /** Brought and checked; the address of its page. */
  const brought = async (browser: TestAgent, name: string, lines: readonly string[], fields?: Fields): Promise<string> => {
    const answer = await upload(browser, name, lines, fields).expect(303);
    await work();
    return String(answer.headers.location);
  };
  const imported = async (browser: TestAgent, name: string, lines: readonly string[], fields?: Fields): Promise<string> => {
    const page = await brought(browser, name, lines, fields);
    await browser.post(`${page}/importeren`).expect(303);
    await work();
    return page;
  };
  /** Asks to undo; the page that says how it ended. */
  const undone = async (browser: TestAgent, page: string): Promise<string> => {
    await browser.post(`${page}/terugdraaien`).expect(303);
    await work();
    return text(browser, page);
  };
  const text = async (browser: TestAgent, page: string): Promise<string> => (await browser.get(page).expect(200)).text;
  const count = async (sql: string): Promise<number> => Number((await site.database.asSuperuser<{ count: string }>(`select count(*) from ${sql}`))[0]?.count);
  return { work, upload, brought, imported, undone, text, count };
}

interface FileSite {
  readonly site: TestApp;
  readonly desk: ReturnType<typeof deskFor>;
  /** The dean of Het Kompas. */
  readonly lars: TestAgent;
}

export async function fileSite(): Promise<FileSite> {
  const site = await testApp();
  return { site, desk: deskFor(site), lars: await site.signedIn('lars') };
}
