import { asQueued, Clock, log, openMail, type MailHandlers, type OpenMail, type WhenDead } from '#platform';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { openPostOffice, type PostOffice } from './post-office.ts';

export interface MailRow extends Record<string, unknown> {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly page: object;
  readonly last_error: string | null;
  readonly server_said: string | null;
  /** Seconds until the next try. */
  readonly gap: number;
}

interface Wishes {
  readonly handlers?: MailHandlers;
  readonly whenDead?: WhenDead;
  readonly patience?: number;
  readonly leaseSeconds?: number;
}

/** An outbox, the one who sends it, and a mail server, all real. */
export interface MailRoom {
  readonly database: FreshDatabase;
  readonly office: PostOffice;
  /** Opens another sender beside those that are there. */
  sender(wishes?: Wishes): Promise<OpenMail>;
  queue(to: string, extra?: { page?: object; template?: string; expires?: string }): Promise<string>;
  queueAll(count: number, addressOf: (n: number) => string): Promise<void>;
  mails(): Promise<MailRow[]>;
  /** As if this much time had passed for every mail. */
  pass(interval: string): Promise<void>;
  close(): Promise<void>;
}

const FROM = 'Overstap <overstap@overstap.example>';
const PAGE = { link: 'https://overstap.example/inloggen/link/abc', code: 'ABCD-EFGH', minutes: 15 };

export async function openMailRoom(): Promise<MailRoom> {
  log.level = 'silent';
  const [database, office] = await Promise.all([freshDatabase(), openPostOffice()]);
  const senders: OpenMail[] = [];
  const config = { smtp: office.smtp, mailFrom: FROM, dataFolder: '' };
  return {
    database,
    office,
    sender: async ({ handlers = new Map([['sign-in', asQueued]]), whenDead = async () => undefined, patience = 300, leaseSeconds }: Wishes = {}) => {
      const timeouts = { connect: 1000, greeting: 1000, answer: patience };
      const sender = await openMail({ config, database, clock: new Clock(), handlers, whenDead, timeouts, leaseSeconds });
      senders.push(sender);
      return sender;
    },
    queue: async (to, { page = PAGE, template = 'sign-in', expires } = {}) => {
      const sql = `insert into app.mail (to_address, template, day, page, expires_at)
        values ($1, $2, '2026-09-14', $3, now() + $4::interval) returning id`;
      const [mail] = await database.asSuperuser<{ id: string }>(sql, [to, template, page, expires ?? null]);
      return mail!.id;
    },
    queueAll: async (count, addressOf) => {
      const addresses = Array.from({ length: count }, (_, n) => addressOf(n));
      const sql = `insert into app.mail (to_address, template, day, page) select unnest($1::text[]), 'sign-in', '2026-09-14', $2`;
      await database.asSuperuser(sql, [addresses, PAGE]);
    },
    mails: () =>
      database.asSuperuser<MailRow>('select *, extract(epoch from run_at - now())::float8 as gap from app.mail order by queued_at, to_address'),
    pass: async (interval) => {
      const sql = `update app.mail set run_at = run_at - $1::interval, refused_since = refused_since - $1::interval,
        locked_until = locked_until - $1::interval, expires_at = expires_at - $1::interval`;
      await database.asSuperuser(sql, [interval]);
    },
    close: async () => {
      await Promise.all(senders.map(({ stop }) => stop()));
      await office.stop();
      await database.drop();
    },
  };
}
