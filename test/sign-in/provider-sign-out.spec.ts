import { CookieJar } from '../support/cookie-jar.ts';
import { providerSite, type ProviderSite } from '../support/provider-site.ts';

describe('signing out with a provider', () => {
  let site: ProviderSite;

  beforeAll(async () => {
    site = await providerSite(['school'], (idp) => [idp.settings('school')]);
    site.idp.people.s1 = { email: 'fatima@10ko00.example' };
    site.idp.people.l1 = { email: 'lars@10ko00.example' };
  });
  afterAll(() => site.close());

  const tell = (message: string) => site.visitor().post('/inloggen/school/afmelden').type('form').send({ logout_token: message });

  it('ends our session at once and offers the way out of the provider', async () => {
    const [browser, jar] = [site.visitor(), new CookieJar()];
    await site.signIn(browser, 's1', { jar });
    await browser.post('/uitloggen').expect(303).expect('location', '/inloggen/school/uitgelogd');
    await browser.get('/account').expect(303);
    const { text } = await browser.get('/inloggen/school/uitgelogd').expect(200);
    const href = /href="(http[^"]+)">Log ook uit bij SchoolLogin/.exec(text)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=') ?? '';
    const ask = await (await jar.fetch(href)).text();
    const form = { xsrf: /name="xsrf" value="([^"]+)"/.exec(ask)?.[1] ?? '', logout: 'yes' };
    const done = await jar.fetch(new URL('/session/end/confirm', site.idp.issuer).href, { method: 'POST', body: new URLSearchParams(form) });
    expect(done.headers.get('location')).toBe(`${site.origin}/uitgelogd`);
    expect((await browser.get('/uitgelogd').expect(200)).text).toContain('Je bent uitgelogd');
  });

  it('asks nothing of who came in another way', async () => {
    const browser = await site.signedIn('joost');
    await browser.post('/uitloggen').expect(303).expect('location', '/');
  });

  it('ends a session here when somebody signs out at the provider', async () => {
    const [here, elsewhere, jar] = [site.visitor(), site.visitor(), new CookieJar()];
    await site.signIn(here, 's1', { jar });
    await site.signIn(elsewhere, 's1');
    const ask = await (await jar.fetch(new URL('/session/end', site.idp.issuer).href)).text();
    const form = { xsrf: /name="xsrf" value="([^"]+)"/.exec(ask)?.[1] ?? '', logout: 'yes' };
    await jar.fetch(new URL('/session/end/confirm', site.idp.issuer).href, { method: 'POST', body: new URLSearchParams(form) });
    await here.get('/account').expect(303);
    await elsewhere.get('/account').expect(200);
  });

  it('ends all sessions of a person that the provider names, and nobody else’s, once', async () => {
    const [one, two, lars] = [site.visitor(), site.visitor(), site.visitor()];
    await site.signIn(one, 's1');
    await site.signIn(two, 's1');
    await site.signIn(lars, 'l1');
    const message = await site.idp.signOutMessage({ sub: 's1' });
    await tell(message).expect(200).expect('cache-control', 'no-store');
    await one.get('/account').expect(303);
    await two.get('/account').expect(303);
    await lars.get('/account').expect(200);
    await site.signIn(one, 's1');
    await tell(message).expect(400);
    await one.get('/account').expect(200);
  });

  it('leaves alone who signed in another way', async () => {
    const browser = await site.signedIn('fatima');
    await tell(await site.idp.signOutMessage({ sub: 's1' })).expect(200);
    await browser.get('/account').expect(200);
  });

  const now = (): number => Math.floor(Date.now() / 1000);
  it.each([
    ['for another client', { aud: 'iemand-anders' }],
    ['of another provider', { iss: 'https://elders.example' }],
    ['of an hour ago', { iat: now() - 3600 }],
    ['with a nonce, as an id token has', { nonce: 'n' }],
    ['about something else', { events: { 'https://elders.example/event': {} } }],
    ['about nobody', { sub: undefined }],
    ['that cannot be told from others', { jti: undefined }],
  ])('believes no message %s', async (_what, claims) => {
    const browser = site.visitor();
    await site.signIn(browser, 's1');
    await tell(await site.idp.signOutMessage({ sub: 's1', ...claims })).expect(400);
    await browser.get('/account').expect(200);
  });

  it('believes no message with a signature of somebody else, or none', async () => {
    const [head, body] = (await site.idp.signOutMessage({ sub: 's1' })).split('.');
    await tell(`${head}.${body}.${'A'.repeat(342)}`).expect(400);
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    await tell(`${none}.${body}.`).expect(400);
    await tell('geen bericht').expect(400);
    await site.visitor().post('/inloggen/school/afmelden').expect(400);
  });
});
