import type { Pool } from 'pg';
import type { Clock } from '#platform';
import type { Limits } from '../limits/limits.ts';
import { hashOf, newToken } from './token.ts';

const MINUTES = 15;

/** One-time links by mail. Asking answers the same for an address that nobody has. */
export class SignInLinks {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly linkFor: (token: string) => string,
    private readonly limits: Limits,
  ) {}

  /**
   * Puts a mail with a link in the outbox, valid for 15 minutes, when the address is known and was not asked for too often: what
   * happens is the same for an address that nobody has.
   */
  async mailTo(email: string): Promise<void> {
    if (await this.limits.count('link-mailed', email)) return;
    const token = newToken();
    const page = { link: this.linkFor(token), minutes: MINUTES };
    const text = 'select app.ask_sign_in($1, $2, $3, $4, $5)';
    await this.pool.query(text, [email, hashOf(token), this.validUntil(), this.clock.today(), page]);
  }

  private validUntil(): Date {
    return new Date(this.clock.now().getTime() + MINUTES * 60_000);
  }
}
