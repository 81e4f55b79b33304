import type { MailHandler, MailHandlers } from '#platform';
import { inWordsOf, senderWording } from '#policy';

/** To a student or a parent: who leaves an mbo has no mentor. */
const TO_THEM = ['welcome-student', 'guardian-invited', 'guardian-asked', 'guardian-asked-again', 'guardian-answered', 'guardian-replied', 'passport-shared', 'passport-waits', 'passport-ends',
  'apply-in-time', 'mentor-reminds', 'sharing-changed', 'intake-news', 'school-report-sent', 'school-part-ready', 'summer-task', 'coach-asked', 'coach-added', 'coach-ended', 'coach-asked-parent'];

/** The mails to students and parents, each naming who sends as that school does. */
export const inTheirWords = (handlers: MailHandlers): MailHandlers =>
  new Map([...handlers].map(([template, handler]) => [template, TO_THEM.includes(template) ? reworded(handler) : handler]));

const reworded =
  (handler: MailHandler): MailHandler =>
  async (sql, mail) => {
    const page = await handler(sql, mail);
    if (page === 'dropped') return page;
    const [sender] = await sql<{ kind: string }>('select o.kind from app.mail m join app.organisation o on o.id = m.organisation_id where m.id = $1', [mail.id]);
    const reword = senderWording(sender?.kind ?? '');
    return reword ? { ...inWordsOf(reword, page), reword } : page;
  };
