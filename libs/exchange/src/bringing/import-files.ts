import { type Sql, type Tx, WORKER } from '#platform';
import type { PoolClient } from 'pg';
import type { Kind } from '../kinds/kind.ts';
import type { Mapping } from '../reading/columns.ts';
import { RefusedFile } from '../reading/refused-file.ts';
import type { Source } from '../reading/source.ts';
import { bringFile } from './bring-file.ts';
import { type FileReport, type ImportReport, isRefused, type Owner, type RefusedReport } from './bringing.ts';
import { rememberAfter } from './changes.ts';
import { conclude, prepare } from './conclude.ts';
import { organisationsOf, ownerOf } from './whose-file.ts';

export interface ImportOrder {
  readonly kind: Kind;
  readonly files: readonly Source[];
  readonly forCode?: string;
  readonly year?: string;
  /** Today, by the clock. */
  readonly day: string;
  readonly dryRun?: boolean;
  readonly allOrNothing?: boolean;
  readonly mapping?: Mapping;
  readonly deliveryId?: string;
  readonly memberId?: string;
  /** Only rows of organisations of this region. */
  readonly region?: string;
  /** Asked when it is this import's turn: somebody else may have done it. */
  readonly isStillWanted?: (sql: Sql) => Promise<boolean>;
  /** Looks at what was brought in, also when nothing of it will stay. */
  readonly looking?: (sql: Sql) => Promise<void>;
  /** Written together with the rows. */
  readonly afterwards?: (sql: Sql, report: ImportReport) => Promise<void>;
}

/** Carries what was found out of a transaction that must leave nothing behind. */
class NothingWritten extends Error {
  constructor(readonly report: ImportReport) {
    super('Nothing is written');
  }
}

/**
 * Brings files of one kind in, in one transaction: all of them, the right rows of them, or on a dry run nothing. Throws
 * UnknownOwner when it cannot be told whose a file is. Wants a worker's Tx on a pool without pipeline, for COPY.
 */
export async function importFiles(tx: Tx, order: ImportOrder): Promise<ImportReport> {
  try {
    return await tx.run(WORKER, async (sql, client) => {
      await sql("select pg_advisory_xact_lock(hashtext('overstap import'))");
      if (order.isStillWanted && !(await order.isStillWanted(sql))) return NOTHING;
      await sql('select app.refresh_statistics()');
      const report = await bringAll(sql, client, order);
      await order.looking?.(sql);
      if (order.dryRun || (order.allOrNothing && hasRefusals(report))) throw new NothingWritten(report);
      if (order.deliveryId) await rememberAfter(sql, order.deliveryId);
      await order.afterwards?.(sql, report);
      return report;
    });
  } catch (error) {
    if (error instanceof NothingWritten) return { ...error.report, written: false };
    throw error;
  }
}

const NOTHING: ImportReport = { files: [], ties: { tied: 0, waiting: 0 }, missing: 0, written: true };

async function bringAll(sql: Sql, client: PoolClient, order: ImportOrder): Promise<ImportReport> {
  const known = await organisationsOf(sql, order.region);
  const files = order.files.map((source) => ({ source, owner: ownerOf(order.kind, source.name, order.forCode, known) }));
  await prepare(sql);
  const reports = new Map<Source, FileReport | RefusedReport>();
  for (const { source, owner } of inFixedOrder(files)) reports.set(source, await bringOne(sql, client, order, source, owner));
  const { tied, waiting, missing } = await conclude(sql, order.kind.name, order.day, order.deliveryId);
  return { files: order.files.flatMap((source) => reports.get(source) ?? []), ties: { tied, waiting }, missing, written: true };
}

/** Whatever order they were named in, the outcome is the same. */
const inFixedOrder = <T extends { source: Source }>(files: readonly T[]): T[] =>
  [...files].sort((a, b) => (a.source.name < b.source.name ? -1 : 1));

async function bringOne(sql: Sql, client: PoolClient, order: ImportOrder, source: Source, owner: Owner | null): Promise<FileReport | RefusedReport> {
  const { day, year = null, deliveryId = null, memberId = null, region = null, kind, mapping = new Map() } = order;
  await sql('savepoint file');
  try {
    return await bringFile({ sql, client, day, owner, year, region, deliveryId, memberId }, kind, source, mapping);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    await sql('rollback to savepoint file');
    return { file: source.name, error: error.message };
  }
}

export const hasRefusals = ({ files }: ImportReport): boolean =>
  files.some((report) => isRefused(report) || report.refused.length > 0);
