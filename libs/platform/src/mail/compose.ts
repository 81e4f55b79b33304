import MailComposer from 'nodemailer/lib/mail-composer';
import { render } from '../views/templates.ts';
import { calendarText } from './appointment.ts';
import type { MailPage, QueuedMail } from './mail.ts';
import type { Sender } from './sender.ts';

export interface Letter {
  readonly envelope: { readonly from: string; readonly to: string };
  readonly raw: Buffer;
}

const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', 'Content-Language': 'nl' };

/** However often it is composed, a mail keeps its Message-ID. Names and addresses go in as parts, so none can add a header. */
export async function compose(mail: QueuedMail, page: object & MailPage, sender: Sender, date: Date): Promise<Letter> {
  const filled = (kind: string, more: object = {}): string => render(`mails/${mail.template}.${kind}`, { ...page, ...more }, page.reword);
  const subject = filled('subject.txt').trim();
  const composer = new MailComposer({
    from: { name: page.onBehalfOf ? `${sender.name} namens ${page.onBehalfOf}` : sender.name, address: sender.address },
    to: { name: '', address: mail.to },
    subject,
    text: filled('txt'),
    html: filled('html', { subject }),
    messageId: `<mail-${mail.id}@${sender.domain}>`,
    date,
    headers: HEADERS,
    icalEvent: page.appointment && { method: page.appointment.method, filename: 'afspraak.ics', content: calendarText(page.appointment, { from: sender.address, to: mail.to, domain: sender.domain, sentAt: date }) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { envelope: { from: sender.address, to: mail.to }, raw: await composer.compile().build() };
}

/** One address and nothing else: no list, no name, no line end. */
export const isAddress = (text: string): boolean => /^[^\s<>()[\]:;,@"\\]+@[^\s<>()[\]:;,@"\\]+$/.test(text);
