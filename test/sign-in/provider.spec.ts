import { forgetIdentities, Handlers } from '#people';
import { readConfig } from '#platform';
import { providerSite, type ProviderSite } from '../support/provider-site.ts';

describe('signing in at an identity provider', () => {
  let site: ProviderSite;

  beforeAll(async () => {
    site = await providerSite(['school', 'rooster', 'weg', 'brug', 'zeker'], (idp) => [
      idp.settings('brug', { domains: ['11br00.example'] }),
      idp.settings('rooster', { claimEmail: 'mail', label: 'Rooster' }),
      idp.settings('school'),
      idp.settings('zeker', { asksSecondFactor: true, label: 'Zeker' }),
      idp.settings('weg', { issuer: new URL('http://127.0.0.1:9'), label: 'Weg' }),
    ]);
    Object.assign(site.idp.people, {
      s1: { email: 'Fatima@10ko00.example', email_verified: true },
      s2: { email: 'fatima@10ko00.example', email_verified: true },
      j1: { email: 'joost@10ko00.example', methods: ['pwd', 'otp'] },
      l1: { mail: 'lars@10ko00.example' },
      h1: { email: 'hanna@11br00.example', email_verified: false },
      v1: { email: 'vera@30ve00.example' },
      n1: { email: 'niemand@nergens.example' },
      w1: { email: 'wim@12pr00.example' },
      r1: { email: 'ria@12pr00.example' },
      leeg: {},
    });
  });
  afterAll(() => site.close());

  const sessionsOf = (email: string) =>
    site.database.asSuperuser<{ how: string; provider: string; strong: boolean }>(
      'select s.how, s.provider, s.second_factor_at is not null as strong from app.session s join app.account a on a.id = s.account_id where a.email = $1',
      [email],
    );
  const bound = (subject: string) =>
    site.database.asSuperuser<{ email: string }>('select a.email from app.identity i join app.account a on a.id = i.account_id where i.subject = $1', [subject]);

  it('offers a button for each provider, above the mail form', async () => {
    const { text } = await site.visitor().get('/inloggen?naar=/leerlingen').expect(200);
    expect(text).toMatch(/action="\/inloggen\/school".*value="\/leerlingen".*Inloggen met SchoolLogin.*link per mail/s);
    expect(text).toContain('Inloggen met Rooster');
  });

  it('lets in who was given a role here, on the page where they wanted to be', async () => {
    const browser = site.visitor();
    const answer = await site.signIn(browser, 's1', { to: '/leerlingen?groep=act' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/leerlingen?groep=act']);
    expect((await browser.get('/account').expect(200)).text).toContain('Fatima el Amrani');
    expect(await bound('s1')).toEqual([{ email: 'fatima@10ko00.example' }]);
    expect(await sessionsOf('fatima@10ko00.example')).toEqual([{ how: 'provider', provider: 'school', strong: false }]);
  });

  it('knows them by their subject from then on, also when their address changed', async () => {
    site.idp.people.s1 = { email: 'fatima.elamrani@elders.example' };
    const browser = site.visitor();
    expect((await site.signIn(browser, 's1')).headers.location).toBe('/');
    expect((await browser.get('/account').expect(200)).text).toContain('Fatima el Amrani');
  });

  it('refuses somebody else who comes with the address of who was there before, and says whom to ask', async () => {
    const browser = site.visitor();
    const { status, text } = await site.signIn(browser, 's2');
    expect(status).toBe(403);
    expect(text).toContain('hoort bij een ander account van SchoolLogin');
    expect(text).toContain('Vraag de beheerder van je organisatie');
    await browser.get('/account').expect(303);
    expect(await bound('s2')).toEqual([]);
  });

  it('binds them after all when an operator let the account go, and ends the sessions of who was there before', async () => {
    const before = site.visitor();
    await site.signIn(before, 's1');
    expect(await site.worker.run({ kind: 'worker' }, (sql) => forgetIdentities(sql, 'Fatima@10ko00.example'))).toBe(1);
    await before.get('/account').expect(303);
    expect((await site.signIn(site.visitor(), 's2')).status).toBe(303);
    expect(await bound('s2')).toEqual([{ email: 'fatima@10ko00.example' }]);
  });

  it('writes down that a second factor was used there', async () => {
    expect((await site.signIn(site.visitor(), 'j1')).status).toBe(303);
    expect(await sessionsOf('joost@10ko00.example')).toEqual([{ how: 'provider', provider: 'school', strong: true }]);
  });

  it('believes a provider that asks a second factor itself, and asks ours of who comes by another and proved none', async () => {
    await site.database.asSuperuser("update app.installation set origin = 'own'");
    try {
      const [trusted, weak, strong] = [site.visitor(), site.visitor(), site.visitor()];
      await site.signIn(trusted, 'v1', { name: 'zeker' });
      await trusted.get('/leerlingen').expect(200);
      await site.signIn(weak, 'v1');
      await weak.get('/leerlingen').expect(303).expect('location', '/inloggen/tweede-stap?naar=%2Fleerlingen');
      await site.signIn(strong, 'j1');
      await strong.get('/leerlingen').expect(200);
    } finally {
      await site.database.asSuperuser("update app.installation set origin = 'example'");
    }
  });

  it('reads the address from the claim of the settings', async () => {
    const browser = site.visitor();
    expect((await site.signIn(browser, 'l1', { name: 'rooster' })).status).toBe(303);
    expect((await browser.get('/account').expect(200)).text).toContain('Lars de Vries');
  });

  it('says the same to who is unknown, has left or whose invitation is over', async () => {
    const ended = "update app.membership set ended_on = '2026-09-14' where account_id = (select id from app.account where email = $1)";
    const lapsed = "update app.membership set accepted_at = null, invitation_ends_at = now() - interval '1 day' where account_id = (select id from app.account where email = $1)";
    await site.database.asSuperuser(ended, ['wim@12pr00.example']);
    await site.database.asSuperuser(lapsed, ['ria@12pr00.example']);
    const pages = [];
    for (const subject of ['n1', 'w1', 'r1']) {
      const { status, text } = await site.signIn(site.visitor(), subject);
      expect(status).toBe(403);
      expect(await bound(subject)).toEqual([]);
      pages.push(text.replace(site.idp.people[subject]?.email ?? '', 'ADRES'));
    }
    expect(pages[0]).toContain('Wij kennen je hier niet');
    expect(new Set(pages).size).toBe(1);
  });

  it('accepts an invitation that is not too old', async () => {
    const invited = "update app.membership set accepted_at = null, invitation_ends_at = now() + interval '1 day' where account_id = (select id from app.account where email = 'vera@30ve00.example') returning id";
    await site.database.asSuperuser(invited);
    expect((await site.signIn(site.visitor(), 'v1')).status).toBe(303);
  });

  it('does not believe an address that the provider did not verify, or gave none of', async () => {
    expect((await site.signIn(site.visitor(), 'h1')).text).toContain('Je mailadres is nog niet bevestigd');
    expect((await site.signIn(site.visitor(), 'leeg')).text).toContain('gaf ons geen mailadres');
  });

  it('does not believe a provider about addresses of others than its own', async () => {
    site.idp.people.g1 = { email: 'gijs@dsp-10.example' };
    expect((await site.signIn(site.visitor(), 'g1', { name: 'brug' })).text).toContain('log je ergens anders in');
    expect(await bound('g1')).toEqual([]);
  });

  it('tells that a provider does not answer, and lets people in another way', async () => {
    const { text } = await site.visitor().post('/inloggen/weg').expect(503);
    expect(text).toContain('Weg is nu niet bereikbaar');
    expect(text).toContain('link per mail');
    await site.visitor().post('/inloggen').type('form').send({ email: 'fatima@10ko00.example' }).expect(303);
  });

  it('tells that the provider did not let somebody in', async () => {
    const { status, text } = await site.signIn(site.visitor(), 'nobody');
    expect(status).toBe(403);
    expect(text).toContain('liet je niet door');
  });

  it('lets no provider have a name that stands in an address of ours', () => {
    const words = site.app.get(Handlers).all().map(({ path }) => /^\/inloggen\/([a-z0-9_]+)(\/|$)/.exec(path)?.[1]).filter((word) => word !== undefined);
    expect(words).toContain('link');
    for (const word of words) {
      const name = `OIDC_${word.toUpperCase()}`;
      const env = { [`${name}_ISSUER`]: 'https://id.example', [`${name}_CLIENT_ID`]: 'a', [`${name}_CLIENT_SECRET`]: 'b' };
      expect(() => readConfig(env, 'command')).toThrow('kies een andere naam');
    }
  });

  it('does not find a provider that is not in the settings', async () => {
    await site.visitor().post('/inloggen/elders').expect(404);
    await site.visitor().get('/inloggen/elders/terug').expect(404);
    await site.visitor().get('/inloggen/elders/uitgelogd').expect(404);
    await site.visitor().post('/inloggen/elders/afmelden').expect(404);
  });
});
