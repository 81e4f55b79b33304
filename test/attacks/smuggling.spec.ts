import net from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('a request that two machines would read differently', () => {
  let site: TestApp;
  let port: number;

  beforeAll(async () => {
    site = await testApp();
    ({ port } = site.app.getHttpServer().address() as AddressInfo);
  });
  afterAll(() => site.close());

  /** All that comes back for these bytes, until the server hangs up or is silent for a while. */
  async function raw(...lines: string[]): Promise<string> {
    const socket = net.connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk));
    socket.setTimeout(1500, () => socket.destroy());
    socket.write(lines.join('\r\n'));
    await once(socket, 'close');
    return answer;
  }
  const statuses = (answer: string): string[] => [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => String(status));

  const HOST = 'Host: localhost';
  const SECOND = ['GET /gezond HTTP/1.1', HOST, '', ''];

  it.each([
    ['a length and chunks at once', ['Content-Length: 6', 'Transfer-Encoding: chunked', '', '0', '', ...SECOND]],
    ['chunks and then a length', ['Transfer-Encoding: chunked', 'Content-Length: 6', '', '0', '', ...SECOND]],
    ['two lengths that differ', ['Content-Length: 0', 'Content-Length: 44', '', ...SECOND]],
    ['a length that is a sum', ['Content-Length: +0', '', ...SECOND]],
    ['chunks by a name that is almost right', ['Transfer-Encoding: xchunked', '', '0', '', ...SECOND]],
    ['chunks twice', ['Transfer-Encoding: chunked, identity', '', '0', '', ...SECOND]],
    ['a name with a space before the colon', ['Content-Length : 0', '', ...SECOND]],
    ['a folded header', ['X-A: b', ' Content-Length: 44', 'Content-Length: 0', '', ...SECOND]],
  ])('is refused and nothing after it is read: %s', async (_what, rest) => {
    const answer = await raw('POST /inloggen HTTP/1.1', HOST, 'Content-Type: application/x-www-form-urlencoded', ...rest);
    expect(statuses(answer)).toEqual(['400']);
  });

  it('is refused without a host, or with two', async () => {
    expect(statuses(await raw('GET / HTTP/1.1', '', ''))).toEqual(['400']);
    expect(statuses(await raw('GET / HTTP/1.1', HOST, 'Host: kwaad.example', '', ''))).toContain('400');
  });

  it('is refused when its headers are too large', async () => {
    expect(statuses(await raw('GET / HTTP/1.1', HOST, `X-Big: ${'a'.repeat(70_000)}`, '', ''))).toEqual(['431']);
  });

  it('changes no address of ours by Host or by what a proxy would say', async () => {
    const headers = { host: 'kwaad.example', 'x-forwarded-host': 'kwaad.example', 'x-forwarded-proto': 'https', forwarded: 'host=kwaad.example;proto=https' };
    const asked = await site.visitor().post('/inloggen').set(headers).type('form').send({ email: 'fatima@10ko00.example' }).expect(303);
    expect(asked.headers.location).toBe('/inloggen/verstuurd');
    expect(JSON.stringify(asked.headers['set-cookie'])).not.toContain('Secure');
    const [mail] = await site.database.asSuperuser<{ link: string }>("select page ->> 'link' as link from app.mail where template = 'sign-in'");
    expect(mail?.link).toMatch(/^http:\/\/localhost\/inloggen\/link\//);
  });

  it('counts as coming from its own machine, whatever it says, without TRUST_PROXY', async () => {
    await site.visitor().post('/inloggen').set('x-forwarded-for', '203.0.113.1').type('form').send({ email: 'x@10ko00.example' }).expect(303);
    await site.visitor().post('/inloggen').set('x-forwarded-for', '203.0.113.2').type('form').send({ email: 'x@10ko00.example' }).expect(303);
    const rows = await site.database.asSuperuser("select tries from app.attempt_count where what = 'link-asked'");
    expect(rows).toEqual([{ tries: 3 }]);
  });
});
