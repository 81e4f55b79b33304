import { WORKER, type Clock, type MailHandler, type Tx } from '#platform';
import { INTAKE_WAIT, paths } from '#policy';
import { movedDays } from './moved-days.ts';

/**
 * Once a day, after the sweep, so that a digest goes first: intake officers hear of passports that nobody opened, or once a week of
 * who waits too long. Not on quiet days of the college. Safe beside others and as often as one likes; gives how many mails were queued.
 */
export async function queueIntakeMails(tx: Tx, clock: Pick<Clock, 'today' | 'now'>): Promise<number> {
  const today = clock.today();
  return tx.run(WORKER, async (sql) => {
    const [swept] = await sql('select day from app.sweep where day = $1', [today]);
    if (!swept) return 0;
    const [row] = await sql<{ queued: number }>('select app.queue_intake_mails($1, $2) as queued', [today, movedDays(clock)]);
    return row?.queued ?? 0;
  });
}

/** Counts per programme, as they are when it is sent: what was opened meanwhile is left out. */
export const intakeMail =
  (clock: Pick<Clock, 'today' | 'now'>, publicUrl: URL, path: string): MailHandler =>
  async (sql, { id }) => {
    const rows = await sql<{ college: string; course: string; count: number }>('select * from app.intake_mail_rows($1, $2, $3)', [id, clock.today(), movedDays(clock)]);
    const [first] = rows;
    if (!first) return 'dropped';
    const total = rows.reduce((sum, { count }) => sum + count, 0);
    const lines = rows.map(({ course, count }) => ({ course, count }));
    return { onBehalfOf: first.college, total, lines, days: INTAKE_WAIT.workingDays, link: new URL(path, publicUrl).href, settings: new URL(paths.mailSettings, publicUrl).href, address: publicUrl.host };
  };

export const INTAKE_MAILS = [
  { template: 'passports-shared', path: paths.intake },
  { template: 'students-waiting', path: `${paths.intake}?wacht=lang` },
] as const;
