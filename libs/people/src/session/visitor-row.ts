import type { QueryResultRow } from 'pg';
import type { Actor } from '#platform';
import { roleOf } from '#policy';
import type { Visitor } from '../visitor.ts';

/** What app.session_of answers. */
export interface VisitorRow extends QueryResultRow {
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
  readonly idle_seconds: number;
  readonly unseen_seconds: number;
  readonly pending: boolean;
}

/** To the database, who has yet to prove a second factor is a stranger. */
const NOBODY: Actor = { kind: 'guest' };

/** Who it is, on a day. */
export function visitorOf(row: VisitorRow, day: string): Visitor {
  const { member_id: memberId, organisation_id: organisationId, stands_in_for: standsInFor, administers, pending } = row;
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
    idleSeconds: row.idle_seconds,
    pending,
    actor: pending ? NOBODY : { kind: roleOf(row.role)?.actor ?? 'guest', memberId, standsInFor, organisationId, region, leaverId, day },
  };
}
