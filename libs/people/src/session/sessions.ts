import type { Pool, QueryResultRow } from 'pg';
import { roleOf } from '#policy';
import type { Clock } from '#platform';
import type { Membership, Visitor } from '../visitor.ts';
import { hashOf, newToken } from './token.ts';

const WORKING_DAY_MS = 10 * 60 * 60 * 1000;

interface VisitorRow extends QueryResultRow {
  readonly member_id: string;
  readonly account_id: string;
  readonly role: string;
  readonly person: string;
  readonly organisation_id: string;
  readonly organisation: string;
  readonly organisation_kind: string;
  readonly region: string | null;
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
  async openByLink(link: string): Promise<string | undefined> {
    const text = 'select app.use_sign_in($1, $2, $3, $4) as opened';
    return this.open((hash, until) => ({ text, values: [hashOf(link), hash, until, this.clock.today()] }));
  }

  /** Opens a session for a person of the example region; refused anywhere else. */
  async openExample(memberId: string): Promise<string | undefined> {
    const text = 'select app.example_sign_in($1, $2, $3) as opened';
    return this.open((hash, until) => ({ text, values: [memberId, hash, until] }));
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

  private async open(statement: (hash: Buffer, until: Date) => { text: string; values: unknown[] }): Promise<string | undefined> {
    const token = newToken();
    const until = new Date(this.clock.now().getTime() + WORKING_DAY_MS);
    const { rows } = await this.pool.query<{ opened: boolean }>(statement(hashOf(token), until));
    return rows[0]?.opened ? token : undefined;
  }
}

function visitorOf(row: VisitorRow): Visitor {
  const region = row.region ?? undefined;
  return {
    memberId: row.member_id,
    accountId: row.account_id,
    role: row.role,
    person: row.person,
    organisationId: row.organisation_id,
    organisation: row.organisation,
    organisationKind: row.organisation_kind,
    region,
    actor: { kind: roleOf(row.role)?.actor ?? 'guest', memberId: row.member_id, organisationId: row.organisation_id, region },
  };
}
