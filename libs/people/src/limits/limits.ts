import type { FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { limitOf, type Limit } from '#policy';
import { clientKey } from './client-key.ts';
import { hashOf } from '../session/token.ts';
import { TooOften } from './too-often.ts';

/** Counts tries in the database, so that all processes agree; rows of libs/policy/limits. Only hashes are kept, until the count ends. */
export class Limits {
  constructor(private readonly pool: Pool) {}

  /** Counts one more try and answers how many seconds to wait: 0 when this try may go on. */
  async count(limit: Limit, who: string): Promise<number> {
    const { most, minutes } = limitOf(limit);
    const text = 'select app.count_attempt($1, $2, $3, $4) as wait';
    const { rows } = await this.pool.query<{ wait: number }>({ name: 'attempt', text, values: [limit, hashOf(who.toLowerCase()), most, minutes * 60] });
    return rows[0]?.wait ?? 0;
  }

  /** Counts one more try on an account, whoever tries; throws TooOften (429) beyond the limit. */
  async refuseAccount(limit: Limit, account: string): Promise<void> {
    const wait = await this.count(limit, account);
    if (wait) throw new TooOften(wait);
  }

  /** Counts one more try by this browser or network; throws TooOften (429) beyond the limit. */
  async refuseClient(limit: Limit, request: FastifyRequest): Promise<void> {
    await this.refuseAccount(limit, clientKey(request));
  }

  /** Whoever succeeded starts anew. */
  async forget(limit: Limit, who: string): Promise<void> {
    await this.pool.query('select app.forget_attempts($1, $2)', [limit, hashOf(who.toLowerCase())]);
  }
}
