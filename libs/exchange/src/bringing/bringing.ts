import type { PoolClient } from 'pg';
import type { Sql } from '#platform';

export interface Owner {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly region: string | null;
}

/** One file on its way in, inside the transaction of the whole command. */
export interface Bringing {
  readonly sql: Sql;
  readonly client: PoolClient;
  /** Today, by the clock. */
  readonly day: string;
  /** The organisation whose file it is, by --for or the name; null when its columns tell. */
  readonly owner: Owner | null;
  /** Asked for by --year; null when it follows from the row or the day. */
  readonly year: string | null;
  /** Staging fields whose column is in the file: only these change what is there. */
  readonly present: ReadonlySet<string>;
  /** Somebody of a region brings it: only organisations of that region count. */
  readonly region: string | null;
  readonly deliveryId: string | null;
  readonly memberId: string | null;
}

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly waiting: number;
}

export interface Remark {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

export interface FileReport {
  readonly file: string;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly waiting: number;
  readonly unknownColumns: readonly string[];
  readonly error: null;
}

/** A file refused whole: why, in one sentence. */
export interface RefusedReport {
  readonly file: string;
  readonly error: string;
}

export interface ImportReport {
  readonly files: readonly (FileReport | RefusedReport)[];
  readonly ties: { readonly tied: number; readonly waiting: number };
  /** Leavers whom the newer files of their school and year leave out. */
  readonly missing: number;
  /** False after a dry run, and when all or nothing became nothing. */
  readonly written: boolean;
}

export const isRefused = (report: FileReport | RefusedReport): report is RefusedReport => report.error !== null;
