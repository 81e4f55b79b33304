import type { MailHandler } from '#platform';
import { guardianAsking, paths } from '#policy';

/** Asks a parent, with the link of the row; dropped when there is nothing to answer any more, or this parent may not. */
export const askedPage =
  (today: () => string, publicUrl: URL): MailHandler =>
  async (sql, { id, page }) => {
    const { link } = page as { link?: string };
    const [row] = await sql<{ school: string }>(STILL_ASKED, [id, today()]);
    return row && link ? { onBehalfOf: row.school, link, address: publicUrl.host, days: guardianAsking.days } : 'dropped';
  };

/** Says that an answer came in; dropped for who may not read along any more. */
export const answeredPage =
  (today: () => string, publicUrl: URL): MailHandler =>
  async (sql, { id }) => {
    const [row] = await sql<{ school: string }>(STILL_PARENT, [id, today()]);
    return row ? { onBehalfOf: row.school, link: new URL(paths.guardianConsent, publicUrl).href, address: publicUrl.host } : 'dropped';
  };

const STILL_ASKED = `select o.name as school from app.mail x join app.guardian_request r on r.id = (x.page ->> 'request')::uuid join app.guardian g on g.id = r.guardian_id
  join app.membership m on m.id = g.membership_id join app.leaver l on l.id = r.leaver_id join app.organisation o on o.id = l.school_id
  where x.id = $1 and r.answered_at is null and r.lapsed_at is null and r.ends_on >= $2 and not g.no_contact and (m.ended_on is null or m.ended_on > $2) and app.may_enter(m, $2)
    and app.leaver_in_sight(m, $2) is not null and app.has_to_answer(g, $2)`;

const STILL_PARENT = `select o.name as school from app.mail x join app.guardian_request r on r.id = (x.page ->> 'request')::uuid join app.guardian g on g.id = r.guardian_id
  join app.membership m on m.id = g.membership_id join app.leaver l on l.id = r.leaver_id join app.organisation o on o.id = l.school_id where x.id = $1 and (m.ended_on is null or m.ended_on > $2) and app.may_enter(m, $2) and app.leaver_in_sight(m, $2) is not null`;
