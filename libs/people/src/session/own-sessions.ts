import type { Pool, QueryResultRow } from 'pg';
import { hashOf } from './token.ts';

export interface OpenSession extends QueryResultRow {
  /** Names it without being a key to it. */
  readonly handle: string;
  readonly own: boolean;
  readonly agent: string;
  readonly address: string;
  readonly since: Date;
  readonly used: Date;
}

/** Where else somebody is signed in; by the token of a live session, so only ever one's own. */
export class OwnSessions {
  constructor(private readonly pool: Pool) {}

  /** All live sessions of the same account, the one that asks first. */
  async all(token: string): Promise<OpenSession[]> {
    const text = 'select handle, own, agent, address, made_at as since, last_seen_at as used from app.sessions_of($1)';
    return (await this.pool.query<OpenSession>(text, [hashOf(token)])).rows;
  }

  /** Signs out that session, or without a handle all of them; answers how many. Dead from the next click on. */
  async close(token: string, handle?: string): Promise<number> {
    const { rows } = await this.pool.query<{ closed: number }>('select app.close_sessions($1, $2) as closed', [hashOf(token), handle]);
    return rows[0]?.closed ?? 0;
  }
}
