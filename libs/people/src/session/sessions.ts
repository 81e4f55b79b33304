import type { Pool, QueryResultRow } from 'pg';
import type { Clock } from '#platform';
import type { Proof } from '../providers/proof.ts';
import { SignInRefused, type Refusal } from '../providers/refused.ts';
import type { Membership, Visitor } from '../visitor.ts';
import { codeHash } from '../codes/code.ts';
import type { Client } from './client.ts';
import { hashOf, newToken } from './token.ts';
import { visitorOf, type VisitorRow } from './visitor-row.ts';

const WORKING_DAY_MS = 10 * 60 * 60 * 1000;
const SHARED_COMPUTER_MS = 60 * 60 * 1000;
const SHARED_IDLE_MINUTES = 10;
const SEEN_LONG_AGO_SECONDS = 60;

/** Minutes without a click after which a session ends. */
export interface IdleLimits {
  readonly students: number;
  readonly staff: number;
}

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Sessions in PostgreSQL, under the hash of their token; the web log-in reaches them by functions only. */
export class Sessions {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
    private readonly idle: IdleLimits,
  ) {}

  /**
   * Looked up anew at every request, so that leaving an organisation works on the next click. Looking on is no use of the session,
   * and a use is noted at most once a minute.
   */
  async visitor(token: string, looksOn = false): Promise<Visitor | undefined> {
    const text = 'select * from app.session_of($1, $2)';
    const { rows } = await this.pool.query<VisitorRow>({ name: 'session', text, values: [hashOf(token), this.clock.today()] });
    const [row] = rows;
    if (!row) return undefined;
    if (!looksOn && row.unseen_seconds > SEEN_LONG_AGO_SECONDS) await this.extend(token);
    return visitorOf(row, this.clock.today());
  }

  /** Opens a session with a one-time link; undefined when the link was used, is too old or never was. */
  async openByLink(link: string, client: Client): Promise<string | undefined> {
    const text = 'select app.use_sign_in($1, $2, $3, $4) as opened';
    return this.open('mail-link', client, (hash, began, day) => ({ text, values: [hashOf(link), hash, began, day] }));
  }

  /** Opens a session with an invitation, in the role it was about; undefined when it was used, is too old or was taken back. */
  async openByInvitation(link: string, client: Client): Promise<string | undefined> {
    const text = 'select app.use_invitation($1, $2, $3, $4) as opened';
    return this.open('mail-link', client, (hash, began, day) => ({ text, values: [hashOf(link), hash, began, day] }));
  }

  /** Opens a session with the code of a mail, in the browser that asked for it. `over`: a new mail must be asked; `link`: a parent opens the link the first time. */
  async openByMailedCode(key: string, code: string, client: Client): Promise<{ token?: string; said: 'opened' | 'wrong' | 'over' | 'link' }> {
    const { token, hash, began } = this.begin('mail-link', client);
    const text = 'select app.use_mailed_code($1, $2, $3, $4, $5) as said';
    const values = [hashOf(key), codeHash(key, code), hash, began, this.clock.today()];
    const { rows } = await this.pool.query<{ said: 'opened' | 'wrong' | 'over' | 'link' }>(text, values);
    const said = rows[0]?.said ?? 'over';
    return { token: said === 'opened' ? token : undefined, said };
  }

  /** Opens a session with a code that somebody at school handed over, by its hash; undefined when it was used, is too old or never was. */
  async openByHandedCode(hash: Buffer, client: Client): Promise<string | undefined> {
    const text = 'select app.use_handed_code($1, $2, $3, $4) as opened';
    return this.open('code', client, (session, began, day) => ({ text, values: [hash, session, began, day] }));
  }

  /** Opens a session for a parent who was asked something, with the link of the mail and the hash of the code together. */
  async openByRequest(link: string, code: Buffer, client: Client): Promise<string | undefined> {
    const text = 'select app.use_request($1, $2, $3, $4, $5) as opened';
    return this.open('code', client, (session, began, day) => ({ text, values: [hashOf(link), code, session, began, day] }));
  }

  /** Whether the link of such a mail still leads somewhere. */
  async knowsRequest(link: string): Promise<boolean> {
    const { rows } = await this.pool.query<{ known: boolean }>('select app.knows_request($1, $2) as known', [hashOf(link), this.clock.today()]);
    return rows[0]?.known ?? false;
  }

  /** Opens a session for a person of the example region; refused anywhere else. */
  async openExample(memberId: string, client: Client): Promise<string | undefined> {
    const text = 'select app.example_sign_in($1, $2, $3, $4) as opened';
    return this.open('example', client, (hash, began, day) => ({ text, values: [memberId, hash, began, day] }));
  }

  /** Opens a session for who an identity provider says it is; throws SignInRefused when that is nobody who works with us. */
  async openByProvider({ fault, ...proof }: Proof, provider: string, client: Client): Promise<string> {
    const { token, hash, began } = this.begin('provider', client, provider);
    const text = 'select app.open_by_identity($1, $2, $3, $4) as answer';
    const { rows } = await this.pool.query<{ answer: 'opened' | Refusal }>(text, [proof, hash, began, this.clock.today()]);
    const answer = rows[0]?.answer ?? 'unknown';
    if (answer === 'opened') return token;
    throw new SignInRefused(answer === 'unknown' && fault ? fault : answer, proof.email);
  }

  /** The idle time begins anew. */
  async extend(token: string): Promise<void> {
    await this.pool.query('select app.touch_session($1)', [hashOf(token)]);
  }

  /** Seconds until the session ends when nobody clicks; 0 when there is none. */
  async secondsLeft(token: string): Promise<number> {
    const { rows } = await this.pool.query<{ seconds: number | null }>('select app.session_seconds($1) as seconds', [hashOf(token)]);
    return Math.max(0, rows[0]?.seconds ?? 0);
  }

  async close(token: string): Promise<void> {
    await this.pool.query('select app.close_session($1)', [hashOf(token)]);
  }

  async memberships(token: string): Promise<Membership[]> {
    const text = 'select member_id as "memberId", role, organisation, organisation_kind as "organisationKind" from app.memberships_of($1, $2)';
    return (await this.pool.query<Membership & QueryResultRow>(text, [hashOf(token), this.clock.today()])).rows;
  }

  /** Answers the new token: the old one is dead at once. Nothing happens when the membership is somebody else's. */
  async switchTo(token: string, memberId: string): Promise<string | undefined> {
    const fresh = newToken();
    const text = 'select app.switch_membership($1, $2, $3, $4, $5) as switched';
    const values = [hashOf(token), hashOf(fresh), memberId, this.idleSeconds(), this.clock.today()];
    const { rows } = await this.pool.query<{ switched: boolean }>(text, values);
    return rows[0]?.switched ? fresh : undefined;
  }

  private async open(how: string, client: Client, statement: (hash: Buffer, began: object, day: string) => Statement): Promise<string | undefined> {
    const { token, hash, began } = this.begin(how, client);
    const { rows } = await this.pool.query<{ opened: boolean }>(statement(hash, began, this.clock.today()));
    return rows[0]?.opened ? token : undefined;
  }

  private begin(how: string, client: Client, provider?: string): { token: string; hash: Buffer; began: object } {
    const token = newToken();
    const until = new Date(this.clock.now().getTime() + (client.isShared ? SHARED_COMPUTER_MS : WORKING_DAY_MS));
    return { token, hash: hashOf(token), began: { ...client, how, provider, until, idle: this.idleSeconds(client.isShared) } };
  }

  private idleSeconds(isShared = false): IdleLimits {
    const most = isShared ? SHARED_IDLE_MINUTES : Infinity;
    return { students: Math.min(this.idle.students, most) * 60, staff: Math.min(this.idle.staff, most) * 60 };
  }
}
