import type { MailHandler } from '#platform';
import { paths } from '#policy';

/** What a student reads first (ux L1). Looked up just before it goes: nothing goes to who may not come in any more. */
export const welcomePage =
  (today: () => string, publicUrl: URL): MailHandler =>
  async (sql, { id }) => {
    const [row] = await sql<{ school: string }>(WELCOME, [id, today()]);
    return row ? { onBehalfOf: row.school, link: new URL(paths.signIn, publicUrl).href, address: publicUrl.host } : 'dropped';
  };

const WELCOME = `select o.name as school from app.mail x join app.membership m on m.account_id = x.account_id and m.role = 'student'
  join app.organisation o on o.id = m.organisation_id
  where x.id = $1 and m.organisation_id = x.organisation_id and (m.ended_on is null or m.ended_on > $2) and app.may_enter(m, $2) limit 1`;
