import type { Pool, QueryResultRow } from 'pg';
import type { Clock } from '#platform';
import { hashOf } from './token.ts';

export interface InvitationPage {
  readonly state: 'open' | 'used' | 'withdrawn' | 'expired';
  readonly person: string;
  readonly organisation: string;
  readonly inviter: string | null;
  readonly roles: readonly string[];
  /** Who can send a new one. */
  readonly ask: readonly string[];
}

export interface Closed {
  readonly why: 'frozen' | 'expired';
  readonly organisation: string;
  readonly ask: readonly string[];
}

/** What may be told to who holds a link that came by mail, before anybody is signed in. */
export class InvitationLinks {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Pick<Clock, 'today'>,
  ) {}

  async find(token: string): Promise<InvitationPage | undefined> {
    const { rows } = await this.pool.query<InvitationPage & QueryResultRow>('select * from app.invitation_of($1, $2)', [hashOf(token), this.clock.today()]);
    return rows[0];
  }

  /** Why a link that is right opened nothing; undefined when there is nothing to tell. */
  async whyClosed(token: string): Promise<Closed | undefined> {
    const { rows } = await this.pool.query<Closed & QueryResultRow>('select * from app.why_closed($1, $2)', [hashOf(token), this.clock.today()]);
    return rows[0];
  }
}
