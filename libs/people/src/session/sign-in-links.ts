import type { Pool } from 'pg';
import type { Clock } from '#platform';
import type { Limits } from '../limits/limits.ts';
import { codeMinutes } from '#policy';
import { codeHash, newCode } from '../codes/code.ts';
import { hashOf, newToken } from './token.ts';

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
   * happens is the same for an address that nobody has. Answers the key with which the browser that asked may type the code of
   * that mail; undefined when no mail was made, and what was asked before keeps working.
   */
  async mailTo(email: string): Promise<string | undefined> {
    if (await this.limits.count('link-mailed', email)) return undefined;
    const [token, key, code, until] = [newToken(), newToken(), newCode(6), this.validUntil()];
    const page = { link: this.linkFor(token), code, minutes: codeMinutes.mail };
    await this.pool.query('select app.ask_sign_in($1, $2, $3, $4, $5)', [email, hashOf(token), until, this.clock.today(), page]);
    await this.pool.query('select app.keep_mailed_code($1, $2, $3, $4)', [hashOf(key), codeHash(key, code), hashOf(token), until]);
    return key;
  }

  /** Whether the owner of this link is a parent who must type the code of their child first, or may. */
  async asksCode(link: string): Promise<'no' | 'may' | 'must'> {
    const { rows } = await this.pool.query<{ asks: 'no' | 'may' | 'must' }>('select app.link_asks_code($1, $2) as asks', [hashOf(link), this.clock.today()]);
    return rows[0]?.asks ?? 'no';
  }

  /** Takes a parent in with the code from the student or the mentor; false when it is another code, or was tried too often. */
  async acceptGuardian(link: string, code: Buffer): Promise<boolean> {
    const { rows } = await this.pool.query<{ done: boolean }>('select app.accept_guardian($1, $2, $3) as done', [hashOf(link), code, this.clock.today()]);
    return rows[0]?.done ?? false;
  }

  private validUntil(): Date {
    return new Date(this.clock.now().getTime() + codeMinutes.mail * 60_000);
  }
}
