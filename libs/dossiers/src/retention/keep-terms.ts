import { addDays, WORKER, type Clock, type Sql, type Tx } from '#platform';
import { PREVIEW_DAYS, type RetentionCode } from '#policy';

interface Kept {
  /** Students who heard that their passport goes. */
  readonly announced: number;
  readonly removed: number;
  /** Notes that were wiped. */
  readonly wiped: number;
  /** Leavers of whom only counts are left. */
  readonly forgotten: number;
}

/** So many in one transaction: a worker that is killed leaves whole batches behind, and the next one goes on. */
const BATCH = 1000;

/** Rules 11, each day: who is warned, whose passport goes, whose notes go, who becomes a count. Safe beside others and as often as one likes. */
export async function keepTerms(tx: Tx, clock: Pick<Clock, 'today' | 'now'>, batch = BATCH): Promise<Kept> {
  const day = clock.today();
  const passports = await tx.run(WORKER, (sql) => keepPassports(sql, clock));
  const forgotten = await inBatches(tx, { code: 'leaver', day, ids: await idsOf(tx, 'select leaver_id as id from app.leavers_past($1) order by 1', day), text: 'select app.forget_leavers($1, $2) as count', batch });
  await inBatches(tx, { code: 'untied', day, ids: await idsOf(tx, 'select application_id as id from app.applications_past($1) order by 1', day), text: 'select app.forget_applications($1, $2) as count', batch });
  for (const [code, name] of REPEATED) while ((await once(tx, code, `select app.${name}($1, $2) as count`, day, [day, batch])) > 0);
  await tx.run(WORKER, async (sql) => {
    await alone(sql);
    await sql('select app.forget_rest($1)', [day]);
    await sql(COUNT_AHEAD, [day, addDays(day, PREVIEW_DAYS)]);
  });
  return { ...passports, forgotten };
}

/** Once a day: it passes over every leaver. */
const COUNT_AHEAD = 'select app.count_ahead($1, $2) where not exists (select from app.kept_ahead where counted_on = $1)';

const REPEATED = [['mail-text', 'empty_mails'], ['mail', 'drop_mails'], ['account', 'forget_accounts']] as const;

const alone = (sql: Sql) => sql('select pg_advisory_xact_lock(hashtext($1))', ['keep terms']);

async function keepPassports(sql: Sql, clock: Pick<Clock, 'today' | 'now'>): Promise<Omit<Kept, 'forgotten'>> {
  const counted = async (code: RetentionCode | null, text: string, values: unknown[]): Promise<number> => {
    const count = (await sql<{ count: number }>(`select app.${text} as count`, values))[0]?.count ?? 0;
    if (code) await sql('select app.note_kept($1, $2, $3)', [clock.today(), code, count]);
    return count;
  };
  await alone(sql);
  const removed = await counted('passport', 'remove_passports($1, $2)', [clock.today(), clock.now()]);
  const announced = await counted(null, 'announce_removals($1)', [clock.today()]);
  await counted('in-view', 'wipe_addresses($1)', [clock.today()]);
  return { removed, announced, wiped: await counted('case-notes', 'wipe_case_notes($1)', [clock.today()]) };
}

const idsOf = async (tx: Tx, text: string, day: string): Promise<string[]> => (await tx.read<{ id: string }>(WORKER, { text, values: [day] })).map(({ id }) => id);

interface Batches {
  readonly code: RetentionCode;
  readonly day: string;
  readonly ids: readonly string[];
  readonly text: string;
  readonly batch: number;
}

/** What another worker took in the meantime is not counted twice: the function looks again. */
async function inBatches(tx: Tx, { code, day, ids, text, batch }: Batches): Promise<number> {
  let done = 0;
  for (let from = 0; from < ids.length; from += batch) done += await once(tx, code, text, day, [ids.slice(from, from + batch), day]);
  return done;
}

const once = (tx: Tx, code: RetentionCode, text: string, day: string, values: unknown[]): Promise<number> =>
  tx.run(WORKER, async (sql) => {
    await alone(sql);
    const count = (await sql<{ count: number }>(text, values))[0]?.count ?? 0;
    await sql('select app.note_kept($1, $2, $3)', [day, code, count]);
    return count;
  });
