import { CannotGoOn, WORKER, weekday, type Tx } from '#platform';

export interface Swept {
  readonly on: string;
  /** Leavers looked at. */
  readonly checked: number;
  readonly opened: number;
  /** Open signals that moved to another row or desk. */
  readonly escalated: number;
  readonly closed: number;
  /** Mails queued. */
  readonly mails: number;
}

export class EarlierThanLastSweep extends CannotGoOn {}

interface Options {
  /** Whether what is told on Mondays is told now; by itself exactly on Mondays. */
  readonly monday?: boolean;
}

/**
 * Opens, moves and closes signals and cases as they are on a day and queues the mails about it: all of it or nothing. Sweeps at
 * the same moment take turns; the same day again changes nothing. Refuses a day before the last one swept.
 */
export async function sweep(tx: Tx, on: string, { monday = weekday(on) === 1 }: Options = {}): Promise<Swept> {
  return tx.run(WORKER, async (sql) => {
    const [done] = await sql<Omit<Swept, 'on'>>(RUN, [on, monday]);
    if (done) return { on, ...done };
    const [last] = await sql<{ day: string }>(LAST);
    throw new EarlierThanLastSweep(`Er is al geveegd tot en met ${last?.day}. Kies die dag of een latere, niet ${on}.`);
  });
}

/** The last day swept, if any, and whether there is anybody to look at. */
export async function sweepState(tx: Tx): Promise<{ last: string | null; isEmpty: boolean }> {
  const [state] = await tx.read<{ last: string | null; isEmpty: boolean }>(WORKER, { text: STATE });
  return state ?? { last: null, isEmpty: true };
}

const RUN = 'select checked, opened, escalated, closed, mails from app.run_sweep($1, $2)';
const LAST = "select to_char(day, 'yyyy-mm-dd') as day from app.sweep order by sweep.day desc limit 1";
const STATE = `select (select to_char(max(day), 'yyyy-mm-dd') from app.sweep) as last, not exists (select from app.leaver) as "isEmpty"`;
