import type { Pool, QueryResultRow } from 'pg';
import { roleOf } from '#policy';
import type { Clock } from '#platform';
import type { Membership, Visitor } from '../visitor.ts';
import type { Client } from './client.ts';
import { hashOf, newToken } from './token.ts';

const WORKING_DAY_MS = 10 * 60 * 60 * 1000;
const IDLE_SECONDS = 2 * 60 * 60;

interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

interface VisitorRow extends QueryResultRow {
  readonly member_id: string;
  readonly account_id: string;
  readonly role: string;
  readonly person: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly organisation_kind: string;
  readonly region: string | null;
  readonly leaver_id: string | null;
  readonly administers: boolean;
  readonly stands_in_for: string[];
}

/** Sessions in PostgreSQL, under the hash of their token; the web log-in reaches them by functions only. */
export class Sessions {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Looked up anew at every request, so that leaving an organisation works on the next click. */
  async visitor(token: string): Promise<Visitor | undefined> {
    const text = 'select * from app.session_of($1, $2)';
    const { rows } = await this.pool.query<VisitorRow>({ name: 'session', text, values: [hashOf(token), this.clock.today()] });
    return rows[0] && visitorOf(rows[0]);
  }

  /** Opens a session with a one-time link; undefined when the link was used, is too old or never was. */
  async openByLink(link: string, client: Client): Promise<string | undefined> {
    const text = 'select app.use_sign_in($1, $2, $3, $4) as opened';
    return this.open('mail-link', client, (hash, began, day) => ({ text, values: [hashOf(link), hash, began, day] }));
  }

  /** Opens a session for a person of the example region; refused anywhere else. */
  async openExample(memberId: string, client: Client): Promise<string | undefined> {
    const text = 'select app.example_sign_in($1, $2, $3, $4) as opened';
    return this.open('example', client, (hash, began, day) => ({ text, values: [memberId, hash, began, day] }));
  }

  async close(token: string): Promise<void> {
    await this.pool.query('select app.close_session($1)', [hashOf(token)]);
  }

  async memberships(token: string): Promise<Membership[]> {
    const text = 'select member_id as "memberId", role, organisation from app.memberships_of($1, $2)';
    return (await this.pool.query<Membership & QueryResultRow>(text, [hashOf(token), this.clock.today()])).rows;
  }

  /** Does nothing when the membership is somebody else's. */
  async switchTo(token: string, memberId: string): Promise<void> {
    await this.pool.query('select app.switch_membership($1, $2, $3)', [hashOf(token), memberId, this.clock.today()]);
  }

  private async open(how: string, client: Client, statement: (hash: Buffer, began: object, day: string) => Statement): Promise<string | undefined> {
    const token = newToken();
    const began = { ...client, how, until: new Date(this.clock.now().getTime() + WORKING_DAY_MS), idle_seconds: IDLE_SECONDS };
    const { rows } = await this.pool.query<{ opened: boolean }>(statement(hashOf(token), began, this.clock.today()));
    return rows[0]?.opened ? token : undefined;
  }
}

function visitorOf(row: VisitorRow): Visitor {
  const { member_id: memberId, organisation_id: organisationId, stands_in_for: standsInFor, administers } = row;
  const [region, leaverId] = [row.region ?? undefined, row.leaver_id ?? undefined];
  return {
    memberId,
    accountId: row.account_id,
    role: row.role,
    person: row.person,
    organisationId,
    organisation: row.organisation,
    organisationKind: row.organisation_kind,
    region,
    administers,
    leaverId,
    actor: { kind: roleOf(row.role)?.actor ?? 'guest', memberId, standsInFor, organisationId, region, leaverId },
  };
}
