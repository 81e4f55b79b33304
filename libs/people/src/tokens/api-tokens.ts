import { randomBytes } from 'node:crypto';
import type { Pool, QueryResultRow } from 'pg';
import { MOST_KEYS, type Scope } from '#policy';
import type { Actor, Clock, Tx } from '#platform';
import { hashOf } from '../session/token.ts';
import { visitorOf, type VisitorRow } from '../session/visitor-row.ts';
import type { Visitor } from '../visitor.ts';

/** So that programs that search code for secrets know one of ours. */
const PREFIX = 'ovs_';
const DAY_MS = 24 * 60 * 60 * 1000;

export interface ApiToken extends QueryResultRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly madeAt: Date;
  readonly endsAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface NewToken {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** From now on, in real time. */
  readonly days: number;
}

export interface Program {
  readonly visitor: Visitor;
  readonly tokenId: string;
  readonly scopes: readonly string[];
}

type ProgramRow = VisitorRow & { readonly token_id: string; readonly scopes: string[] };

const LIVE = 'revoked_at is null and ends_at > clock_timestamp()';
const LIST = `select id, name, scopes, made_at as "madeAt", ends_at as "endsAt", last_used_at as "lastUsedAt" from app.api_token
where member_id = (select app.my_member()) and ${LIVE} order by made_at desc, id`;
const ADD = `insert into app.api_token (member_id, name, hash, scopes, ends_at)
select (select app.my_member()), $1, $2, $3, $4 where (select count(*) from app.api_token where ${LIVE}) < ${MOST_KEYS} returning id`;
const REVOKE = `update app.api_token set revoked_at = clock_timestamp() where id = $1 and ${LIVE} returning id`;

/** Keys of somebody for their own programs. Only hashes are kept; the key itself is given once. */
export class ApiTokens {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /** Whose program holds this key; undefined when it was revoked, is past its end, or its owner may no longer come in. */
  async programOf(token: string): Promise<Program | undefined> {
    if (!token.startsWith(PREFIX)) return undefined;
    const text = 'select * from app.token_of($1, $2)';
    const { rows } = await this.pool.query<ProgramRow>({ name: 'token', text, values: [hashOf(token), this.clock.today()] });
    const [row] = rows;
    return row && { visitor: visitorOf(row, this.clock.today()), tokenId: row.token_id, scopes: row.scopes };
  }

  async list(tx: Tx, actor: Actor): Promise<ApiToken[]> {
    return tx.read<ApiToken>(actor, { text: LIST });
  }

  /** The key, to be shown once; undefined when its owner has as many as one may have. */
  async make(tx: Tx, actor: Actor, { name, scopes, days }: NewToken): Promise<string | undefined> {
    const token = PREFIX + randomBytes(32).toString('base64url');
    const ends = new Date(this.clock.now().getTime() + days * DAY_MS);
    const made = await tx.run(actor, (sql) => sql(ADD, [name, hashOf(token), scopes, ends]));
    return made.length ? token : undefined;
  }

  /** Works on the next call; false when it is not a living key of this actor. */
  async revoke(tx: Tx, actor: Actor, id: string): Promise<boolean> {
    return (await tx.run(actor, (sql) => sql(REVOKE, [id]))).length > 0;
  }
}
