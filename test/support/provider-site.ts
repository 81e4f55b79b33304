import type TestAgent from 'supertest/lib/agent.js';
import type { Response } from 'supertest';
import { portOn, type OidcProvider } from '#platform';
import type { CookieJar } from './cookie-jar.ts';
import { identityProvider, type IdentityProvider } from './identity-provider.ts';
import { testApp, type TestApp } from './test-app.ts';

export interface ProviderSite extends TestApp {
  readonly idp: IdentityProvider;
  readonly origin: string;
  /** Presses the button; the address at the provider where the browser is sent. */
  leave(browser: TestAgent, name?: string, to?: string): Promise<string>;
  /** From the button until our answer to what the provider sent back. */
  signIn(browser: TestAgent, subject: string, how?: { name?: string; to?: string; jar?: CookieJar }): Promise<Response>;
}

type Settings = (idp: IdentityProvider) => readonly OidcProvider[];

/** The application and a real identity provider that know each other, both on a port. */
export async function providerSite(names: readonly string[], settings: Settings): Promise<ProviderSite> {
  const port = await portOn('127.0.0.1', 0);
  const origin = `http://127.0.0.1:${port}`;
  const idp = await identityProvider(origin, names);
  const site = await testApp({ publicUrl: origin, port, oidc: settings(idp) });
  const leave: ProviderSite['leave'] = async (browser, name = names[0], to = '') => {
    const { headers } = await browser.post(`/inloggen/${name}`).type('form').send({ naar: to }).expect(200);
    return String(headers.refresh).replace('0; url=', '');
  };
  return {
    ...site,
    idp,
    origin,
    leave,
    signIn: async (browser, subject, { name, to, jar } = {}) => {
      const back = await idp.signIn(await leave(browser, name, to), subject, jar);
      return browser.get(back.slice(origin.length));
    },
    close: async () => {
      await site.close();
      await idp.close();
    },
  };
}
