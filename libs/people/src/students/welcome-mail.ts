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

/** To a parent who may read along: no name of the child, no school (rules 7 and 9); dropped when that stopped meanwhile. */
export const guardianInvitedPage =
  (today: () => string, publicUrl: URL): MailHandler =>
  async (sql, { id }) => {
    const [row] = await sql(STILL_GUARDIAN, [id, today()]);
    return row ? { link: new URL(paths.signIn, publicUrl).href, address: publicUrl.host } : 'dropped';
  };

const STILL_GUARDIAN = `select from app.mail x join app.membership m on m.account_id = x.account_id and m.role = 'guardian'
  where x.id = $1 and m.organisation_id = x.organisation_id and app.may_enter(m, $2) and app.leaver_in_sight(m, $2) is not null limit 1`;
