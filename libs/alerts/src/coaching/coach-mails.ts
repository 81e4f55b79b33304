import { WORKER, type Clock, type MailHandler, type MailHandlers, type Tx } from '#platform';
import { paths } from '#policy';

const FROM = '07:00';

/** Ends what is over, and from the morning on tells coaches what is new. Safe beside others and as often as one likes; gives how many ended. */
export async function keepCoaching(tx: Tx, clock: Pick<Clock, 'today' | 'time'>): Promise<number> {
  const today = clock.today();
  return tx.run(WORKER, async (sql) => {
    const [row] = await sql<{ ended: number }>('select app.end_coachings($1) as ended', [today]);
    if (clock.time() >= FROM) await sql('select app.queue_coach_mails($1)', [today]);
    return row?.ended ?? 0;
  });
}

interface Around {
  readonly today: () => string;
  readonly publicUrl: URL;
}

/** Mails about a coach, each looked up just before it goes: never a name, and nothing to who has nothing to do with it any more. */
export function coachMails({ today, publicUrl }: Around): MailHandlers {
  const link = new URL(paths.ownCoach, publicUrl).href;
  const still = (text: string): MailHandler => async (sql, { id }) => {
    const [row] = await sql<{ school: string }>(text, [id, today()]);
    return row ? { onBehalfOf: row.school, link, address: publicUrl.host } : 'dropped';
  };
  return new Map<string, MailHandler>([
    ['coach-asked', still(student('c.ended_on is null and c.student_said_on is null'))],
    ['coach-added', still(student('c.ended_on is null and c.began_on is not null'))],
    ['coach-ended', still(student('c.ended_on is not null and c.began_on is not null'))],
    ['coach-asked-parent', still(PARENT)],
    ['coach-news', newsPage({ today, publicUrl })],
  ]);
}

/** To the coach: how many said yes, and how many it ended for. */
const newsPage =
  ({ today, publicUrl }: Around): MailHandler =>
  async (sql, { id, day }) => {
    const now = today() > day ? today() : day;
    const news = await sql<{ isStart: boolean }>('select is_start as "isStart" from app.coach_news($1, $2)', [id, now]);
    const [about] = await sql<{ name: string }>('select o.name from app.mail m join app.organisation o on o.id = m.organisation_id where m.id = $1', [id]);
    if (!news.length) return 'dropped';
    const begun = news.filter(({ isStart }) => isStart).length;
    return { onBehalfOf: about?.name, total: news.length, begun, ended: news.length - begun, link: new URL(paths.coached, publicUrl).href, address: publicUrl.host };
  };

const student = (holds: string): string => `select o.name as school from app.mail x join app.membership m on m.account_id = x.account_id and m.role = 'student' and m.organisation_id = x.organisation_id
  join app.organisation o on o.id = m.organisation_id
  where x.id = $1 and (m.ended_on is null or m.ended_on > $2) and app.may_enter(m, $2) and exists (select from app.coaching c where c.leaver_id = m.leaver_id and ${holds}) limit 1`;
const PARENT = `select null as school from app.mail x join app.membership m on m.account_id = x.account_id and m.role = 'guardian' and m.organisation_id = x.organisation_id
  join app.guardian g on g.membership_id = m.id join app.leaver l on l.id = m.leaver_id
  where x.id = $1 and app.may_enter(m, $2) and app.leaver_in_sight(m, $2) = l.id and app.may_consent(g, l)
    and exists (select from app.coaching c where c.leaver_id = l.id and c.needs_guardian and c.ended_on is null and c.guardian_said_on is null) limit 1`;
