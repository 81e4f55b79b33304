import type { JWTVerifyGetKey } from 'jose';
import type { OidcProvider } from '#platform';
import type { AttemptSecrets } from './attempts.ts';
import { Discovery } from './discovery.ts';
import { proofOf, type Claims, type Proof } from './proof.ts';
import { refusalOf, SignInRefused } from './refused.ts';
import type { SignOutMessage } from './sign-out-message.ts';

/** Our addresses that a provider knows. */
export interface Returns {
  readonly signedIn: URL;
  readonly signedOut: URL;
}

/** One identity provider: what we ask of it and what its answers are worth. Nothing is asked before somebody wants to sign in there. */
export class Provider {
  private readonly discovery: Discovery;
  private keys?: JWTVerifyGetKey;

  constructor(
    private readonly settings: OidcProvider,
    private readonly returns: Returns,
  ) {
    this.discovery = new Discovery(settings);
  }

  get name(): string {
    return this.settings.name;
  }

  /** It asks a second factor itself, also when it does not say so. */
  get asksSecondFactor(): boolean {
    return this.settings.asksSecondFactor;
  }

  get label(): string {
    return this.settings.label;
  }

  /** Where to send the browser; throws SignInRefused 'unreachable'. */
  async signInUrl({ state, nonce, verifier }: AttemptSecrets): Promise<URL> {
    const configuration = await this.discovery.configuration();
    const client = await import('openid-client');
    return this.safe(client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.returns.signedIn.href,
      scope: this.settings.claimEmail === 'email' ? 'openid email' : 'openid email profile',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    }));
  }

  /** Exchanges the code that the browser brought and checks everything about the answer; throws SignInRefused. */
  async prove(query: string, { state, nonce, verifier }: AttemptSecrets): Promise<Proof> {
    const configuration = await this.discovery.configuration();
    const client = await import('openid-client');
    const answer = new URL(this.returns.signedIn);
    answer.search = query;
    if (answer.searchParams.get('state') !== state) throw new SignInRefused('stale');
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answer, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true });
      const token: Claims = tokens.claims() ?? {};
      const isTold = token[this.settings.claimEmail] !== undefined || !configuration.serverMetadata().userinfo_endpoint;
      const more: Claims = isTold ? {} : await client.fetchUserInfo(configuration, tokens.access_token, String(token.sub));
      return proofOf(token, more, this.settings);
    } catch (error) {
      throw refusalOf(error);
    }
  }

  /** Where one signs out of the provider itself; undefined when it has no such page or does not answer. We keep no id token to show there. */
  async signOutUrl(): Promise<URL | undefined> {
    const configuration = await this.discovery.configuration().catch(() => undefined);
    if (!configuration?.serverMetadata().end_session_endpoint) return undefined;
    const client = await import('openid-client');
    return this.safe(client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: this.returns.signedOut.href }));
  }

  /** Undefined when the message is not of this provider, not for us, too old or about something else. */
  async readSignOut(token: string): Promise<SignOutMessage | undefined> {
    const server = (await this.discovery.configuration()).serverMetadata();
    const { keysAt, readSignOut } = await import('./sign-out-message.ts');
    this.keys ??= keysAt(String(server.jwks_uri));
    return readSignOut(token, { issuer: server.issuer, audience: this.settings.clientId, keys: this.keys });
  }

  /** A provider over https never sends a browser anywhere else. */
  private safe(url: URL): URL {
    if (url.protocol !== this.settings.issuer.protocol) throw new SignInRefused('unreachable');
    return url;
  }
}
