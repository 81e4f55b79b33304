import type { Pool } from 'pg';
import { deriveSecret, type Clock } from '#platform';
import { hashOf, newToken } from '../session/token.ts';

const MINUTES = 10;
export const ATTEMPT_SECONDS = MINUTES * 60;

/** What ties an answer of a provider to the browser that asked; all follows from the token in its cookie. */
export interface AttemptSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export const secretsOf = (token: string): AttemptSecrets => ({
  state: deriveSecret(token, 'state'),
  nonce: deriveSecret(token, 'nonce'),
  verifier: deriveSecret(token, 'code verifier'),
});

/** People on the way to a provider: a row each for ten minutes, for one return. */
export class Attempts {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** The token for the cookie; the database holds its hash only. */
  async begin(provider: string, page: string): Promise<string> {
    const token = newToken();
    const until = new Date(this.clock.now().getTime() + ATTEMPT_SECONDS * 1000);
    await this.pool.query('select app.begin_attempt($1, $2, $3, $4)', [hashOf(token), provider, page, until]);
    return token;
  }

  /** The page where somebody wanted to be; undefined when this attempt ended before, is too old or never was. */
  async end(provider: string, token: string): Promise<string | undefined> {
    const { rows } = await this.pool.query<{ page: string | null }>('select app.end_attempt($1, $2) as page', [hashOf(token), provider]);
    return rows[0]?.page ?? undefined;
  }
}
