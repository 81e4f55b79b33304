import { Site } from '../../apps/web/src/site.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('somebody who asks which addresses we know', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  /** What the database is asked while somebody asks for a link, with the values left out. */
  async function asked(email: string) {
    const { pool } = site.app.get(Site);
    const [query, heard] = [pool.query.bind(pool), [] as string[]];
    pool.query = ((statement: string | { text: string }, ...rest: [unknown[]]) => {
      heard.push(typeof statement === 'string' ? statement : statement.text);
      return query(statement as string, ...rest);
    }) as typeof pool.query;
    const { status, text, headers } = await site.visitor().post('/inloggen').type('form').send({ email });
    pool.query = query;
    const cookies = [headers['set-cookie']].flat().map((cookie) => String(cookie).replace(/=[^;]*/, ''));
    return { heard, status, text, to: headers.location, names: Object.keys(headers).toSorted(), cookies };
  }

  it('hears the same of a known and an unknown address, a frozen and a former one, and the same is done', async () => {
    await site.database.asSuperuser("update app.account set frozen_at = now() where email = 'okan@10ko00.example'");
    await site.database.asSuperuser("update app.membership set ended_on = '2026-09-01' where account_id = (select id from app.account where email = 'joost@10ko00.example')");
    const known = await asked('fatima@10ko00.example');
    expect(known.heard).toHaveLength(4);
    for (const email of ['niemand@10ko00.example', 'okan@10ko00.example', 'joost@10ko00.example']) expect(await asked(email)).toEqual(known);
  });

  it('hears the same of an account that was asked for too often as of one that nobody has', async () => {
    for (const email of ['hanna@11br00.example', 'niemand@11br00.example']) for (let time = 0; time < 5; time++) await asked(email);
    expect(await asked('hanna@11br00.example')).toEqual(await asked('niemand@11br00.example'));
  });

  it('hears the same of a link that was used, is too old or never was', async () => {
    const used = await site.visitor().post(`/inloggen/link/${'a'.repeat(43)}`).expect(410);
    await site.database.asSuperuser(`insert into app.sign_in_link (id, account_id, expires_at)
      select sha256('${'b'.repeat(43)}'), id, now() - interval '1 minute' from app.account where email = 'fatima@10ko00.example'`);
    const old = await site.visitor().post(`/inloggen/link/${'b'.repeat(43)}`).expect(410);
    expect(old.text).toBe(used.text);
  });
});
