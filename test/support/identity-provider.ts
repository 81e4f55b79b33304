import { once } from 'node:events';
import http from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import type { default as Provider, Context } from 'oidc-provider';
import { portOn, log, type OidcProvider } from '#platform';
import { CookieJar } from './cookie-jar.ts';

const CLIENT = { clientId: 'overstap', clientSecret: 'een geheim dat alleen de tests kennen' };

/** What the provider tells about somebody; how they signed in there stands in `methods`. */
export interface Known {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly mail?: string;
  readonly methods?: readonly string[];
}

export interface IdentityProvider {
  readonly issuer: URL;
  /** Who exists there, by subject; a test may change it at any moment. */
  readonly people: Record<string, Known>;
  settings(name: string, more?: Partial<OidcProvider>): OidcProvider;
  /** Signs in there as a browser would, as this subject or as 'nobody', and gives the address that it sends the browser back to. */
  signIn(url: string, subject: string, jar?: CookieJar): Promise<string>;
  /** A message as the provider would send it to end sessions, signed with its key. */
  signOutMessage(claims: JWTPayload & { nonce?: string }, type?: string): Promise<string>;
  close(): Promise<void>;
}

/** It warns of what is right in a test: an older Node that we support, and a memory that does not last. */
function hush(): void {
  for (const level of ['info', 'warn'] as const) {
    const say = console[level];
    console[level] = (...words: unknown[]) => void (String(words[0]).includes('oidc-provider') || say(...words));
  }
}

/** A real provider on a port of this machine, with one client: Overstap at this address. */
export async function identityProvider(overstap: string, names: readonly string[]): Promise<IdentityProvider> {
  hush();
  log.level = 'silent';
  const { default: RealProvider } = await import('oidc-provider');
  const port = await portOn('127.0.0.1', 0);
  const issuer = new URL(`http://127.0.0.1:${port}`);
  const people: Record<string, Known> = {};
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'RS256', use: 'sig' };
  const provider = new RealProvider(issuer.href.replace(/\/$/, ''), configuration(overstap, names, people, key));
  const answer = provider.callback();
  const server = http.createServer((request, response) => {
    if (request.url?.startsWith('/kies/')) void choose(provider, people, request, response);
    else answer(request, response);
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const sender = issuer.href.replace(/\/$/, '');
  return {
    issuer,
    people,
    settings: (name, more) => ({ name, issuer, ...CLIENT, claimEmail: 'email', label: 'SchoolLogin', domains: [], asksSecondFactor: false, ...more }),
    signIn: (url, subject, jar = new CookieJar()) => walk(url, subject, jar, overstap),
    signOutMessage: (claims, type = 'logout+jwt') =>
      new SignJWT({ iss: sender, aud: CLIENT.clientId, jti: crypto.randomUUID(), events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: type }).setIssuedAt(claims.iat).sign(privateKey),
    close: async () => {
      server.closeAllConnections();
      if (server.listening) await once(server.close(), 'close');
    },
  };
}

const configuration = (overstap: string, names: readonly string[], people: Record<string, Known>, key: object): object => ({
  clients: [{
    client_id: CLIENT.clientId,
    client_secret: CLIENT.clientSecret,
    redirect_uris: names.map((name) => `${overstap}/inloggen/${name}/terug`),
    post_logout_redirect_uris: [`${overstap}/uitgelogd`],
    backchannel_logout_uri: `${overstap}/inloggen/${names[0]}/afmelden`,
    backchannel_logout_session_required: true,
  }],
  jwks: { keys: [key] },
  cookies: { keys: ['alleen voor tests'] },
  claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'], profile: ['mail'] },
  pkce: { required: () => true },
  features: {
    devInteractions: { enabled: false },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: { enabled: true, logoutSource: (context: Context, form: string) => void (context.body = logoutPage(form)) },
  },
  interactions: { url: (_context: Context, { uid }: { uid: string }) => `/kies/${uid}` },
  findAccount: (_context: Context, subject: string) => {
    const { methods: _, ...claims } = people[subject] ?? {};
    return people[subject] && { accountId: subject, claims: () => ({ sub: subject, ...claims }) };
  },
  loadExistingGrant: grantAll,
  // Its own way of asking refuses addresses of this machine.
  fetch: (url: string, options: RequestInit) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
});

/** Nobody is asked whether Overstap may know their address: their organisation decided that. */
async function grantAll({ oidc }: Context): Promise<object> {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

const page = (content: string): string => `<!doctype html><html lang="nl"><title>SchoolLogin</title><h1>SchoolLogin</h1>${content}</html>`;

const logoutPage = (form: string): string => page(`${form}<button type="submit" form="op.logoutForm" name="logout" value="yes">Uitloggen</button>`);

/** The page where one says who one is; with `?wie=` it is said already. */
async function choose(provider: Provider, people: Record<string, Known>, request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(String(request.url), 'http://provider');
  const who = searchParams.get('wie');
  const links = Object.entries(people).map(([subject, { email = subject }]) => `<p><a href="${pathname}?wie=${subject}">${email}</a></p>`);
  if (!who) return void response.setHeader('content-type', 'text/html').end(page(links.join('')));
  const result = who === 'nobody' ? { error: 'access_denied' } : { login: { accountId: who, amr: people[who]?.methods } };
  await provider.interactionFinished(request, response, result);
}

/** Follows redirects of the provider until it sends the browser back to us. */
async function walk(url: string, subject: string, jar: CookieJar, overstap: string): Promise<string> {
  for (let at = url; ; ) {
    if (at.startsWith(`${overstap}/`)) return at;
    if (new URL(at).pathname.startsWith('/kies/')) at = `${at}?wie=${subject}`;
    const answer = await jar.fetch(at);
    const to = answer.headers.get('location');
    if (!to) throw new Error(`The provider answered ${answer.status} at ${at}: ${(await answer.text()).slice(0, 500)}`);
    at = new URL(to, at).href;
  }
}
