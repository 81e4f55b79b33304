import { UNDO_HOURS } from '#policy';
import { log, type Sql, type Tx, WORKER } from '#platform';
import { type ImportReport, isRefused } from '../bringing/bringing.ts';
import { importFiles, type ImportOrder } from '../bringing/import-files.ts';
import { UnknownOwner } from '../bringing/whose-file.ts';
import { kindOf } from '../kinds/index.ts';
import type { Mapping } from '../reading/columns.ts';
import { preview, type Preview } from '../reading/preview.ts';
import { contentOf, type Delivery, mappingOf, nextDelivery } from './delivery.ts';
import { namesMissing } from './missing.ts';
import { undo } from './undo.ts';

interface When {
  /** Today, by the clock. */
  readonly day: string;
  /** Real time. */
  readonly now: Date;
}

/**
 * Does what waits: checks what was uploaded, imports and undoes what was asked; returns how many. Safe with several workers.
 * Wants a worker's Tx on a pool of at least two connections without pipeline.
 */
export async function workDeliveries(tx: Tx, when: When): Promise<number> {
  for (let done = 0; ; done++) {
    const delivery = await tx.run(WORKER, nextDelivery);
    if (!delivery) return done;
    await tx.run(WORKER, (sql) => sql('update app.delivery set attempts = attempts + 1 where id = $1', [delivery.id]));
    await workOn(tx, delivery, when).catch((error: unknown) => giveUp(tx, delivery, error));
  }
}

const TRIES = 3;

async function workOn(tx: Tx, delivery: Delivery, when: When): Promise<void> {
  if (delivery.attempts >= TRIES) throw new Error(`Work on this file began ${TRIES} times and did not end`);
  if (delivery.state === 'uploaded') return check(tx, delivery, when);
  if (delivery.state === 'undo-wanted') return undo(tx, delivery, when.day, new Date(when.now.getTime() - UNDO_HOURS * 3_600_000));
  return bring(tx, delivery, when);
}

const OUR_FAULT = 'Dit lukte niet door een fout in Overstap. Er is niets gewijzigd. Meld het aan de beheerder.';

/** Tries again later; one file that fails time and again must not keep the others waiting. */
async function giveUp(tx: Tx, { id, state, attempts }: Delivery, error: unknown): Promise<void> {
  if (attempts + 1 < TRIES) throw error;
  log.error(error, 'Een gebracht bestand kon niet worden verwerkt.');
  const next = state === 'undo-wanted' ? 'done' : 'refused';
  await tx.run(WORKER, (sql) => sql('update app.delivery set state = $2, problem = $3, attempts = 0 where id = $1', [id, next, OUR_FAULT]));
}

async function check(tx: Tx, delivery: Delivery, when: When): Promise<void> {
  const { order, shown } = await orderOf(tx, delivery, when);
  let missingNames: string[] = [];
  const report = await attempt(tx, { ...order, dryRun: true, looking: async (sql) => void (missingNames = await namesMissing(sql)) });
  await tx.run(WORKER, (sql) => keep(sql, delivery, report, { ...shown, missingNames }, 'checked'));
}

async function bring(tx: Tx, delivery: Delivery, when: When): Promise<void> {
  await tx.run(WORKER, (sql) => sql("update app.delivery set state = 'importing' where id = $1 and state = 'wanted'", [delivery.id]));
  const { order, shown } = await orderOf(tx, delivery, when);
  const report = await attempt(tx, {
    ...order,
    allOrNothing: delivery.allOrNothing,
    deliveryId: delivery.id,
    isStillWanted: async (sql) => (await sql("select from app.delivery where id = $1 and state = 'importing' for update", [delivery.id])).length > 0,
    afterwards: (sql, result) => keep(sql, delivery, result, shown, 'done'),
  });
  if (typeof report === 'string' || !report.written) await tx.run(WORKER, (sql) => keep(sql, delivery, report, shown, 'done'));
}

async function orderOf(tx: Tx, delivery: Delivery, { day }: When): Promise<{ order: ImportOrder; shown: Preview }> {
  const kind = kindOf(delivery.kind);
  if (!kind) throw new Error(`No kind ${delivery.kind}`);
  const mapping: Mapping = await tx.run(WORKER, (sql) => mappingOf(sql, delivery.id));
  const content = contentOf(tx, delivery);
  const own = kind.name !== 'organisaties' && (kind.broughtFor !== null || !delivery.isRegional);
  const order: ImportOrder = {
    kind, files: [content], day, mapping, year: delivery.year ?? undefined, memberId: delivery.memberId,
    forCode: own ? delivery.code : undefined, region: delivery.region ?? undefined,
  };
  return { order, shown: await preview(content, kind.columns, mapping) };
}

const attempt = (tx: Tx, order: ImportOrder): Promise<ImportReport | string> =>
  importFiles(tx, order).catch((error: unknown) => {
    if (error instanceof UnknownOwner) return error.message;
    throw error;
  });

const NOT_ALL_RIGHT = 'Er is niets geïmporteerd, want niet elke rij klopt. Verbeter de rijen en breng het bestand opnieuw, of importeer alleen de goede rijen.';

/** What the page shows of it: counts in the row, remarks as rows, or why nothing could go in. */
async function keep(sql: Sql, { id, allOrNothing }: Delivery, report: ImportReport | string, shown: object, state: 'checked' | 'done'): Promise<void> {
  const [file] = typeof report === 'string' ? [] : report.files;
  const problem = typeof report === 'string' ? report : file && isRefused(file) ? file.error : null;
  const { refused = [], warnings = [], ...counts } = file && !isRefused(file) ? file : {};
  const stopped = state === 'done' && allOrNothing && refused.length > 0;
  const told = { ...counts, ...shown, refused: refused.length, warnings: warnings.length, ...(typeof report === 'string' ? {} : { missing: report.missing, ties: report.ties }) };
  await sql('delete from app.delivery_remark where delivery_id = $1', [id]);
  await sql(
    `insert into app.delivery_remark select $1, r.line, r.refused, r."column", r.value, r.message
    from jsonb_to_recordset($2::jsonb) as r (line int, refused boolean, "column" text, value text, message text)`,
    [id, JSON.stringify([...refused.map((row) => ({ ...row, refused: true })), ...warnings.map((row) => ({ ...row, refused: false }))])],
  );
  await sql(
    `update app.delivery set state = $2, problem = $3, report = $4, attempts = 0, ended_at = case when $2 = 'checked' then null else clock_timestamp() end where id = $1`,
    [id, problem ? 'refused' : stopped ? 'checked' : state, problem ?? (stopped ? NOT_ALL_RIGHT : null), JSON.stringify(told)],
  );
}
