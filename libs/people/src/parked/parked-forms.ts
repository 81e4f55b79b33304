import type { Pool } from 'pg';
import { hashOf, newToken } from '../session/token.ts';
import { seal, unseal } from './seal.ts';

const MINUTES = 30;
const LARGEST = 100 * 1024;

/** What somebody sent after their session had ended. */
export interface ParkedForm {
  readonly address: string;
  readonly body: Readonly<Record<string, unknown>>;
}

interface Found {
  readonly sealed: Buffer;
  /** The role in which it was typed. */
  readonly membership: string;
}

/** Keeps what was typed for half an hour, for the same account on the same browser; nobody else can read it, and neither can we. */
export class ParkedForms {
  constructor(
    private readonly pool: Pool,
    private readonly secret: string,
  ) {}

  /** Answers the token for the browser; undefined when this is no session of ours that ended by itself, or the form is too large. */
  async keep(session: string, form: ParkedForm): Promise<string | undefined> {
    const text = JSON.stringify(form);
    if (Buffer.byteLength(text) > LARGEST) return undefined;
    const token = newToken();
    const values = [hashOf(session), hashOf(token), seal(text, this.secret, token), MINUTES];
    const { rows } = await this.pool.query<{ kept: boolean }>('select app.park_form($1, $2, $3, $4) as kept', values);
    return rows[0]?.kept ? token : undefined;
  }

  /** For the live session of the account that typed it. Asked by anybody else, it is thrown away. */
  async open(session: string, token: string): Promise<{ form: ParkedForm; membership: string } | undefined> {
    const text = 'select sealed, membership_id as membership from app.open_parked_form($1, $2)';
    const [row] = (await this.pool.query<Found>(text, [hashOf(session), hashOf(token)])).rows;
    const read = row && unseal(row.sealed, this.secret, token);
    return read ? { form: JSON.parse(read) as ParkedForm, membership: row.membership } : undefined;
  }

  async forget(token: string): Promise<void> {
    await this.pool.query('select app.forget_parked_form($1)', [hashOf(token)]);
  }
}
