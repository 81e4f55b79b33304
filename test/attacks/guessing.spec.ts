import type TestAgent from 'supertest/lib/agent.js';
import { newToken } from '../../libs/people/src/session/token.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const SCHOOL = '198.51.100.7';

describe('somebody who guesses or floods', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp({ trustProxy: ['127.0.0.1', '::ffff:127.0.0.1'] });
  });
  afterEach(() => site.close());

  const ask = (browser: TestAgent, email: string, from = SCHOOL) => browser.post('/inloggen').set('x-forwarded-for', from).type('form').send({ email });
  const guess = (browser: TestAgent, from = SCHOOL) => browser.post(`/inloggen/link/${newToken()}`).set('x-forwarded-for', from);
  const mails = async (email: string): Promise<string[]> =>
    (await site.database.asSuperuser<{ link: string }>("select page ->> 'link' as link from app.mail where template = 'sign-in' and to_address = $1", [email])).map(({ link }) => new URL(link).pathname);
  const later = (minutes: number) => site.database.asSuperuser(`update app.attempt_count set ends_at = ends_at - interval '${minutes} minutes'`);

  it('fills no mailbox: five links for one account in a quarter of an hour, and the answer stays the same', async () => {
    const answers = [];
    for (let time = 0; time < 8; time++) answers.push((await ask(site.visitor(), 'fatima@10ko00.example', `203.0.113.${time}`).expect(303)).headers.location);
    expect(new Set(answers)).toEqual(new Set(['/inloggen/verstuurd']));
    const sent = await mails('fatima@10ko00.example');
    expect(sent).toHaveLength(5);
    await site.visitor().post(String(sent[0])).expect(303).expect('location', '/');
    await later(16);
    await ask(site.visitor(), 'FATIMA@10ko00.example');
    expect(await mails('fatima@10ko00.example')).toHaveLength(6);
  });

  it('is told to wait after sixty from one network, with the time from when it works again', async () => {
    for (let time = 0; time < 60; time++) await ask(site.visitor(), `iemand${time}@10ko00.example`).expect(303);
    const { text, headers } = await ask(site.visitor(), 'fatima@10ko00.example').expect(429);
    expect(text).toMatch(/Vanaf \d\d\.\d\d uur werkt het weer\./);
    expect(Number(headers['retry-after'])).toBeGreaterThan(800);
    expect(await mails('fatima@10ko00.example')).toEqual([]);
    await ask(site.visitor(), 'fatima@10ko00.example', '198.51.100.8').expect(303);
    await later(16);
    await ask(site.visitor(), 'hanna@11br00.example').expect(303);
  });

  it('finds no link by trying, while a colleague on the same network gets in with hers', async () => {
    await ask(site.visitor(), 'fatima@10ko00.example');
    const [link] = await mails('fatima@10ko00.example');
    for (let time = 0; time < 30; time++) await guess(site.visitor()).expect(410);
    for (let time = 0; time < 5; time++) await guess(site.visitor()).expect(429);
    const fatima = site.visitor();
    await fatima.post(String(link)).set('x-forwarded-for', SCHOOL).expect(303).expect('location', '/');
    await guess(fatima).expect(410);
  });

  it('shuts out nobody whose browser signed in here before', async () => {
    const lars = await site.signedIn('lars');
    await lars.post('/uitloggen').expect(303);
    for (let time = 0; time < 61; time++) await ask(site.visitor(), 'x@10ko00.example');
    await ask(site.visitor(), 'lars@10ko00.example').expect(429);
    await ask(lars, 'lars@10ko00.example').expect(303);
    expect(await mails('lars@10ko00.example')).toHaveLength(1);
  });

  it('makes no browser known by a cookie of its own making', async () => {
    for (let time = 0; time < 61; time++) await ask(site.visitor(), 'x@10ko00.example').set('cookie', `overstap-bekend=${newToken()}.${newToken()}`);
    await ask(site.visitor(), 'x@10ko00.example').set('cookie', `overstap-bekend=${newToken()}.${newToken()}`).expect(429);
  });

  it('counts all addresses of one network of IPv6 together', async () => {
    for (let time = 0; time < 60; time++) await ask(site.visitor(), 'x@10ko00.example', `2001:db8:1:2::${time}`).expect(303);
    await ask(site.visitor(), 'x@10ko00.example', '2001:db8:1:2:ffff::1').expect(429);
    await ask(site.visitor(), 'x@10ko00.example', '2001:db8:1:3::1').expect(303);
  });

  it('leaves no address in the database that one could read back', async () => {
    await ask(site.visitor(), 'fatima@10ko00.example');
    const rows = await site.database.asSuperuser<{ row: string }>('select c::text as row from app.attempt_count c');
    expect(rows).toHaveLength(2);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/fatima|198\.51/);
  });
});
