import type { Clock, MailHandler, MailHandlers } from '#platform';
import { paths } from '#policy';
import { answeredPage, askedPage } from './guardians/mails.ts';
import { mentorReminds } from './reminders/mentor-reminds.ts';
import { reminderPage } from './reminders/remind-students.ts';
import { endsPage } from './retention/ends-mail.ts';
import { INTAKE_MAILS, intakeMail } from './reading/intake-mails.ts';
import { meetingPage } from './meetings/mails.ts';
import { partReady } from './school/part-mail.ts';

/** Mails about a passport: each says to sign in, never what there is to see. */
export const dossierMails = (clock: Pick<Clock, 'today' | 'now'>, publicUrl: URL): MailHandlers => {
  const toStudent = (path: string): MailHandler => studentMail(() => clock.today(), publicUrl, path);
  return new Map<string, MailHandler>([
    ['passport-shared', toStudent(paths.readersOfMe)],
    ['passport-waits', reminderPage(() => clock.today(), publicUrl, 'waits')],
    ['apply-in-time', reminderPage(() => clock.today(), publicUrl, 'apply')],
    ['mentor-reminds', mentorReminds(() => clock.today(), publicUrl)],
    ['passport-ends', endsPage(() => clock.today(), publicUrl)],
    ['guardian-replied', toStudent(paths.readersOfMe)],
    ['sharing-changed', toStudent(paths.readersOfMe)],
    ['guardian-asked', askedPage(() => clock.today(), publicUrl)],
    ['guardian-asked-again', askedPage(() => clock.today(), publicUrl)],
    ['guardian-answered', answeredPage(() => clock.today(), publicUrl)],
    ['intake-news', toStudent(paths.ownTransfer)],
    ...INTAKE_MAILS.map(({ template, path }) => [template, intakeMail(clock, publicUrl, path)] as const),
    ['meeting-invited', meetingPage(() => clock.today(), publicUrl, 'planned')],
    ['meeting-moved', meetingPage(() => clock.today(), publicUrl, 'planned')],
    ['meeting-cancelled', meetingPage(() => clock.today(), publicUrl, 'cancelled')],
    ['school-report-sent', toStudent(paths.readersOfMe)],
    ['school-part-ready', partReady(() => clock.today(), publicUrl)],
  ]);
};

/** Dropped when the student may not come in any more. */
const studentMail =
  (today: () => string, publicUrl: URL, path: string): MailHandler =>
  async (sql, { id }) => {
    const [row] = await sql<{ school: string }>(STILL_STUDENT, [id, today()]);
    return row ? { onBehalfOf: row.school, link: new URL(path, publicUrl).href, address: publicUrl.host } : 'dropped';
  };

const STILL_STUDENT = `select o.name as school from app.mail x join app.membership m on m.account_id = x.account_id and m.role = 'student'
  join app.organisation o on o.id = m.organisation_id
  where x.id = $1 and m.organisation_id = x.organisation_id and (m.ended_on is null or m.ended_on > $2) and app.may_enter(m, $2) limit 1`;
