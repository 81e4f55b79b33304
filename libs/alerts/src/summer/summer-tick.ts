import { WORKER, type Clock, type MailHandler, type Tx } from '#platform';
import { paths, summerRules, summerTasks, type SummerTask } from '#policy';

/** What a day of the summer changed. */
export interface SummerDay {
  readonly passed: number;
  readonly back: number;
  readonly mails: number;
}

/** Passes leavers to their team and back, and queues the mails of the day from the morning on. Safe beside others and as often as one likes. */
export async function keepSummer(tx: Tx, clock: Pick<Clock, 'today' | 'time'>): Promise<SummerDay> {
  const mails = clock.time() < summerRules.mails.from ? '0' : 'app.queue_summer_mails($1)';
  return tx.run(WORKER, async (sql) => {
    await sql('select pg_advisory_xact_lock(hashtext($1))', ['summer']);
    const [back] = await sql<{ count: number }>('select app.pass_back($1) as count', [clock.today()]);
    const [passed] = await sql<{ count: number }>('select app.pass_to_summer($1) as count', [clock.today()]);
    const [queued] = await sql<{ count: number }>(`select ${mails} as count from (select $1::date) d`, [clock.today()]);
    return { passed: passed?.count ?? 0, back: back?.count ?? 0, mails: queued?.count ?? 0 };
  });
}

/** Looked up just before it goes: who has a place, started, died or is with no team any more gets nothing. */
export const summerTaskPage =
  ({ today, publicUrl }: { today: () => string; publicUrl: URL }): MailHandler =>
  async (sql, { id }) => {
    const [row] = await sql<{ school: string; task: SummerTask }>(STILL, [id, today()]);
    const task = summerTasks.find(({ code }) => code === row?.task);
    if (!row || !task) return 'dropped';
    return { onBehalfOf: row.school, asks: task.asks, link: new URL(paths.ownTransfer, publicUrl).href, address: publicUrl.host };
  };

const STILL = `select o.name as school, f.task from app.mail x
  join app.membership m on m.account_id = x.account_id and m.role = 'student' and m.organisation_id = x.organisation_id and (m.ended_on is null or m.ended_on > $2)
  join app.summer_list s on s.leaver_id = m.leaver_id and s.ended_on is null and $2 between s.from_on and s.until_on
  join app.open_for_summer($2) f on f.leaver_id = s.leaver_id join app.summer_teams($2) t on t.organisation_id = s.organisation_id and t.school_year = s.school_year
  join app.organisation o on o.id = m.organisation_id
  where x.id = $1 and app.may_enter(m, $2) limit 1`;
