import { type Tx, WORKER } from '#platform';
import { type ImportReport, isRefused } from './bringing.ts';

/**
 * What an import did that ended as all or nothing: no row of it stands, so none is new, changed or waiting. What was refused
 * and what stood already stay told; the applications that wait are those of before.
 */
export async function nothingLeft(tx: Tx, report: ImportReport): Promise<ImportReport> {
  const [row] = await tx.run(WORKER, (sql) => sql<{ waiting: number }>("select count(*)::int as waiting from app.application where leaver_id is null and tie = 'waiting'"));
  return {
    ...report,
    files: report.files.map((file) => (isRefused(file) ? file : { ...file, created: 0, updated: 0, waiting: 0 })),
    ties: { tied: 0, waiting: row?.waiting ?? 0 },
  };
}
