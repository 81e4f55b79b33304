import { CookieJar } from '../support/cookie-jar.ts';
import { providerSite, type ProviderSite } from '../support/provider-site.ts';

describe('somebody who tampers with signing in at a provider', () => {
  let site: ProviderSite;

  beforeAll(async () => {
    site = await providerSite(['school', 'ander'], (idp) => [
      idp.settings('ander'),
      idp.settings('anders', { issuer: new URL(`http://localhost:${idp.issuer.port}`) }),
      idp.settings('school'),
    ]);
    site.idp.people.s1 = { email: 'fatima@10ko00.example' };
    site.idp.people.l1 = { email: 'lars@10ko00.example' };
  });
  afterAll(() => site.close());

  const path = (address: string): string => address.slice(site.origin.length);
  const changed = (address: string, change: (query: URLSearchParams) => void): string => {
    const url = new URL(address);
    change(url.searchParams);
    return url.href;
  };
  /** Answers to what the provider sent back, after somebody changed it on the way. */
  async function comeBack(change: (query: URLSearchParams) => void) {
    const browser = site.visitor();
    const back = await site.idp.signIn(await site.leave(browser), 's1');
    const answer = await browser.get(path(changed(back, change)));
    await browser.get('/account').expect(303);
    return answer;
  }

  it.each(['state', 'code', 'iss'])('is refused with another %s', async (name) => {
    const { status, text } = await comeBack((query) => query.set(name, 'http://elders.example'));
    expect(status).toBe(400);
    expect(text).toMatch(/Begin opnieuw met inloggen|is niet gelukt/);
  });

  it.each(['state', 'code', 'iss'])('is refused without %s', async (name) => {
    expect((await comeBack((query) => query.delete(name))).status).toBe(400);
  });

  it('is refused when the provider was asked with another nonce or challenge', async () => {
    for (const name of ['nonce', 'code_challenge']) {
      const browser = site.visitor();
      const url = changed(await site.leave(browser), (query) => query.set(name, 'a'.repeat(43)));
      expect((await browser.get(path(await site.idp.signIn(url, 's1')))).status).toBe(400);
      await browser.get('/account').expect(303);
    }
  });

  it('cannot use an answer twice, nor in another browser', async () => {
    const browser = site.visitor();
    const back = path(await site.idp.signIn(await site.leave(browser), 's1'));
    await site.visitor().get(back).expect(400);
    await browser.get(back).expect(303).expect('location', '/');
    await browser.get(back).expect(400);
    await browser.get('/account').expect(200);
  });

  it('cannot bring somebody in as the attacker with a code of the attacker', async () => {
    const [victim, attacker] = [site.visitor(), site.visitor()];
    const stolen = new URL(await site.idp.signIn(await site.leave(attacker), 's1')).searchParams.get('code') ?? '';
    const back = await site.idp.signIn(await site.leave(victim), 'l1');
    expect((await victim.get(path(changed(back, (query) => query.set('code', stolen))))).status).toBe(400);
    await victim.get('/account').expect(303);
  });

  it('cannot bring the answer of one provider to the address of another', async () => {
    const browser = site.visitor();
    const back = path(await site.idp.signIn(await site.leave(browser), 's1'));
    await browser.get(back.replace('/school/', '/ander/')).expect(400);
  });

  it('cannot come back after ten minutes', async () => {
    const browser = site.visitor();
    const back = path(await site.idp.signIn(await site.leave(browser), 's1'));
    await site.database.asSuperuser("update app.sign_in_attempt set expires_at = clock_timestamp() - interval '1 second'");
    await browser.get(back).expect(400);
  });

  it('leads nowhere but to a page of ours, and to the provider of the settings', async () => {
    for (const to of ['https://elders.example/', '//elders.example', '/\\elders.example']) {
      expect((await site.signIn(site.visitor(), 's1', { to })).headers.location).toBe('/');
    }
    const url = new URL(await site.leave(site.visitor()));
    expect([url.origin, url.searchParams.get('redirect_uri')]).toEqual([site.idp.issuer.origin, `${site.origin}/inloggen/school/terug`]);
    expect(url.searchParams.get('code_challenge_method')).toBe('S256');
  });

  it('cannot start it from another site, nor with a link', async () => {
    await site.visitor().post('/inloggen/school').set('sec-fetch-site', 'cross-site').expect(403);
    await site.visitor().get('/inloggen/school').expect(404);
  });

  it('gets no further at a provider that calls itself otherwise than the settings do', async () => {
    await site.visitor().post('/inloggen/anders').expect(503);
  });

  it('replaces the session that was there before, so that nobody can lay one ready', async () => {
    const browser = await site.signedIn('joost');
    const before = "select count(*)::int as count from app.session s join app.account a on a.id = s.account_id where a.email like 'joost@%'";
    expect((await site.signIn(browser, 's1')).status).toBe(303);
    expect(await site.database.asSuperuser(before)).toEqual([{ count: 0 }]);
    expect((await browser.get('/account')).text).toContain('Fatima');
  });

  it('finds no secret of the way to the provider in the database', async () => {
    const browser = site.visitor();
    const url = new URL(await site.leave(browser));
    const [row] = await site.database.asSuperuser<{ all: string }>('select string_agg(a::text, chr(10)) as all from app.sign_in_attempt a');
    for (const name of ['state', 'nonce', 'code_challenge']) expect(row?.all).not.toContain(url.searchParams.get(name));
  });

  it('is told that the provider is away when it goes between leaving and coming back', async () => {
    const [browser, jar] = [site.visitor(), new CookieJar()];
    const back = path(await site.idp.signIn(await site.leave(browser), 's1', jar));
    await site.idp.close();
    expect((await browser.get(back).expect(503)).text).toContain('is nu niet bereikbaar');
  });
});
