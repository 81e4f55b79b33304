import { WORKER, type Clock, type MailHandler, type Tx } from '#platform';
import { LATE_CASES, paths } from '#policy';

/**
 * In the morning, after the sweep so that a digest goes first: colleges are asked who started (ux I3). Safe beside others and as
 * often as one likes; gives how many mails were queued.
 */
export async function queueStartMails(tx: Tx, clock: Pick<Clock, 'today' | 'time'>): Promise<number> {
  if (clock.time() < LATE_CASES.from) return 0;
  return tx.run(WORKER, async (sql) => {
    const [row] = await sql<{ queued: number }>('select app.queue_start_mails(day) as queued from app.sweep where day = $1', [clock.today()]);
    return row?.queued ?? 0;
  });
}

/** Counts per programme, as they are when it is sent; dropped when all was reported meanwhile or the reader lost the right. */
export const startMail =
  ({ today, publicUrl }: { readonly today: () => string; readonly publicUrl: URL }): MailHandler =>
  async (sql, { id }) => {
    const rows = await sql<{ college: string; course: string; starts_on: string; count: number }>('select college, course, starts_on::text, count from app.start_mail_rows($1, $2)', [id, today()]);
    const [first] = rows;
    if (!first) return 'dropped';
    const at = (path: string): string => new URL(path, publicUrl).href;
    const lines = rows.map(({ course, starts_on, count }) => ({ course, startsOn: starts_on, count }));
    return { onBehalfOf: first.college, lines, link: at(paths.starts), settings: at(paths.mailSettings), address: publicUrl.host };
  };
