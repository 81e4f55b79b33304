import type { Pool, QueryResultRow } from 'pg';
import type { Clock } from '#platform';

export interface FactorParts {
  /** Connections of the web log-in. */
  readonly pool: Pool;
  readonly clock: Clock;
  /** The secret of the installation. */
  readonly secret: string;
  /** What people type: a passkey belongs to its host. */
  readonly publicUrl: URL;
}

/** A session after its second factor: it has a new id, and with the first factor there are recovery codes to show. */
export interface Passed {
  readonly token: string;
  readonly recoveryCodes?: string[];
}

/** The one row that a function of the database answers with. */
export async function answer<Row extends QueryResultRow>({ pool }: FactorParts, text: string, values: unknown[]): Promise<Row | undefined> {
  return (await pool.query<Row>(text, values)).rows[0];
}
