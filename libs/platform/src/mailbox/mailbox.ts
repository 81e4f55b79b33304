import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { MailboxStore } from './store.ts';

export interface ReceivedMail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  /** ISO 8601, as the mail says. */
  readonly date: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
}

/** The mails of this installation that went nowhere: to read on a page. */
export class Mailbox {
  private readonly store;
  /** What a mail says does not change, so each is parsed once. */
  private readonly known = new Map<string, ReceivedMail>();

  constructor(dataFolder: string) {
    this.store = new MailboxStore(path.join(dataFolder, 'postvak'));
  }

  async add(raw: Buffer): Promise<void> {
    await this.store.add(raw);
  }

  /** Newest first, by the date that the mails say. */
  async list(): Promise<ReceivedMail[]> {
    const ids = await this.store.ids();
    const there = new Set(ids);
    for (const id of this.known.keys()) if (!there.has(id)) this.known.delete(id);
    const mails = await Promise.all(ids.map((id) => this.find(id)));
    return mails.filter((mail) => mail !== undefined).toSorted((a, b) => Date.parse(b.date) - Date.parse(a.date));
  }

  async find(id: string): Promise<ReceivedMail | undefined> {
    const known = this.known.get(id);
    if (known) return known;
    const raw = await this.store.read(id);
    if (!raw) return undefined;
    const mail = received(id, await PostalMime.parse(raw));
    this.known.set(id, mail);
    return mail;
  }
}

const received = (id: string, { to, from, subject, date, text, html, messageId }: Email): ReceivedMail => ({
  id,
  to: (to ?? []).map(({ address }) => address).join(', '),
  from: from?.name || from?.address || '',
  subject: subject ?? '',
  date: date ?? '',
  text: text ?? '',
  html: html ?? '',
  messageId: messageId ?? '',
});
