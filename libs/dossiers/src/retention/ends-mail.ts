import { dayInFull, type MailHandler } from '#platform';
import { paths } from '#policy';

/** When a passport goes; dropped when it stays after all, is gone, or the student may not come in any more. */
export const endsPage =
  (today: () => string, publicUrl: URL): MailHandler =>
  async (sql, { id }) => {
    const [row] = await sql<{ school: string; due: string }>(STILL_ENDS, [id, today()]);
    return row ? { onBehalfOf: row.school, day: dayInFull(row.due), link: new URL(paths.passport, publicUrl).href, address: publicUrl.host } : 'dropped';
  };

const STILL_ENDS = `select o.name as school, r.due_on::text as due from app.mail x join app.membership m on m.account_id = x.account_id and m.role = 'student'
  join app.organisation o on o.id = m.organisation_id join app.removal r on r.leaver_id = m.leaver_id and r.removed_at is null
  where x.id = $1 and m.organisation_id = x.organisation_id and (m.ended_on is null or m.ended_on > $2) and app.may_enter(m, $2) limit 1`;
