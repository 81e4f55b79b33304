import type { MailHandler } from '#platform';
import { paths, sections } from '#policy';

/** Lees wat je mentor schreef (ux L3): once for each time that a part is finished. */
export const partReady =
  (today: () => string, publicUrl: URL): MailHandler =>
  async (sql, { id }) => {
    const [row] = await sql<{ school: string; section: string }>(STILL_TO_READ, [id, today()]);
    if (!row) return 'dropped';
    const isMentors = sections.find(({ code }) => code === row.section)?.writer === 'mentor';
    return { onBehalfOf: row.school, who: isMentors ? 'je mentor' : 'je school', link: new URL(paths.signIn, publicUrl).href, address: publicUrl.host };
  };

/** Not when it was taken back, was answered meanwhile, or the student may not come in any more. */
const STILL_TO_READ = `select o.name as school, t.section from app.mail x join app.membership m on m.account_id = x.account_id and m.role = 'student'
  join app.organisation o on o.id = m.organisation_id
  join app.section_text t on t.leaver_id = m.leaver_id and t.section = x.page->>'section' and t.done
  where x.id = $1 and m.organisation_id = x.organisation_id and (m.ended_on is null or m.ended_on > $2) and app.may_enter(m, $2)
    and not exists (select from app.agreement s where (s.leaver_id, s.section, s.version) = (t.leaver_id, t.section, t.version)) limit 1`;
