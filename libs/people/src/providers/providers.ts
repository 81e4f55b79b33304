import type { Pool } from 'pg';
import type { OidcProvider } from '#platform';
import type { Client } from '../session/client.ts';
import type { Sessions } from '../session/sessions.ts';
import { hashOf } from '../session/token.ts';
import { secretsOf, type Attempts } from './attempts.ts';
import { Provider, type Returns } from './provider.ts';
import { SignInRefused } from './refused.ts';

interface Parts {
  readonly pool: Pool;
  readonly attempts: Attempts;
  readonly sessions: Sessions;
}

/** The identity providers of the settings, and signing in and out by way of them. Nothing slow happens inside a transaction. */
export class Providers {
  readonly all: readonly Provider[];

  constructor(
    private readonly parts: Parts,
    settings: readonly OidcProvider[],
    returnsOf: (name: string) => Returns,
  ) {
    this.all = settings.map((one) => new Provider(one, returnsOf(one.name)));
  }

  named(name: string): Provider | undefined {
    return this.all.find((provider) => provider.name === name);
  }

  /** The token for this browser's cookie and where to send it; throws SignInRefused when the provider does not answer. */
  async begin(provider: Provider, page: string): Promise<{ token: string; url: URL }> {
    const token = await this.parts.attempts.begin(provider.name, page);
    return { token, url: await provider.signInUrl(secretsOf(token)) };
  }

  /** Opens a session with what the browser brought back; throws SignInRefused. The attempt is over either way. */
  async finish(provider: Provider, token: string | undefined, query: string, client: Client): Promise<{ session: string; page: string }> {
    const page = token ? await this.parts.attempts.end(provider.name, token) : undefined;
    if (!token || page === undefined) throw new SignInRefused('stale');
    const proof = await provider.prove(query, secretsOf(token));
    const strong = proof.strong || provider.asksSecondFactor;
    return { session: await this.parts.sessions.openByProvider({ ...proof, strong }, provider.name, client), page };
  }

  /** By which provider the session of this token began. */
  async of(session: string): Promise<Provider | undefined> {
    if (!this.all.length) return undefined;
    const { rows } = await this.parts.pool.query<{ name: string | null }>('select app.provider_of($1) as name', [hashOf(session)]);
    return this.named(rows[0]?.name ?? '');
  }

  /** Ends the sessions that a provider's message is about, once; false when the message is not right or came before. */
  async endSessions(provider: Provider, message: string): Promise<boolean> {
    const read = await provider.readSignOut(message);
    if (!read) return false;
    const { rows } = await this.parts.pool.query<{ ended: boolean }>('select app.end_at_provider($1) as ended', [{ ...read, provider: provider.name }]);
    return rows[0]?.ended ?? false;
  }
}
