import { asQueued, type Clock, type MailHandlers, type WhenDead } from '#platform';
import { invitationMail, guardianInvitedPage, welcomePage } from '#people/without-pages';
import { summerTaskPage } from './summer/summer-tick.ts';
import { coachMails } from './coaching/coach-mails.ts';
import { clocksPage } from './cases/clock-mail.ts';
import { digestPage } from './digests/digest-page.ts';
import { inTheirWords } from './in-their-words.ts';
import { startMail } from './starts/start-mails.ts';
import { reminderMails } from './reminders/reminder-pages.ts';

interface Mails {
  readonly handlers: MailHandlers;
  readonly whenDead: WhenDead;
}

/** What each kind of mail says, looked up just before it goes, with those of another lib; and what happens when one cannot be delivered. */
export const mailsOf = (clock: Clock, publicUrl: URL, others: MailHandlers = new Map()): Mails => ({
  handlers: inTheirWords(new Map([
    ...others,
    ['sign-in', asQueued],
    ['invitation', invitationMail(() => clock.today())],
    ['second-factor-changed', asQueued],
    ['new-device', asQueued],
    ['unusual-reading', asQueued],
    ['confirm-address', asQueued],
    ['guardian-invited', guardianInvitedPage(() => clock.today(), publicUrl)],
    ['welcome-student', welcomePage(() => clock.today(), publicUrl)],
    ...reminderMails({ today: () => clock.today(), publicUrl }),
    ['give-starts', startMail({ today: () => clock.today(), publicUrl })],
    ['summer-task', summerTaskPage({ today: () => clock.today(), publicUrl })],
    ...coachMails({ today: () => clock.today(), publicUrl }),
    ['case-clocks', clocksPage(() => clock.today(), publicUrl)],
    ['digest', digestPage({ today: () => clock.today(), publicUrl })],
  ])),
  whenDead: async (sql, { id, addressRefused }) => {
    if (addressRefused) await sql(BOUNCED, [id, clock.today()]);
  },
});

const BOUNCED = 'update app.account a set mail_bounced_on = $2 from app.mail m where m.id = $1 and a.id = m.account_id';
