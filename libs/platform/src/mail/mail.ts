import type { Sql } from '../database/tx.ts';
import type { Rewording } from '../views/templates.ts';
import type { Appointment } from './appointment.ts';

/** A mail of the outbox, as whoever makes its page sees it. */
export interface QueuedMail {
  readonly id: string;
  /** Names the templates: `mails/NAME.subject.txt`, `mails/NAME.txt` and `mails/NAME.html`. */
  readonly template: string;
  readonly to: string;
  /** yyyy-mm-dd: the day it is about. */
  readonly day: string;
  /** What was known when it was queued. */
  readonly page: object;
}

/** What the templates need, looked up just before sending; `dropped` when there is nothing left to tell. */
export type MailHandler = (sql: Sql, mail: QueuedMail) => Promise<object | 'dropped'>;

/** What any page may hold beside that. */
export interface MailPage {
  /** Whom the sender writes for: "Overstap namens …". */
  readonly onBehalfOf?: string;
  /** Goes along as a file that a calendar opens. */
  readonly appointment?: Appointment;
  /** How its reader calls things, where that is not how the template does. */
  readonly reword?: Rewording;
}

export interface DeadMail {
  readonly id: string;
  /** The server does not know this recipient, so another mail will fare no better. */
  readonly addressRefused: boolean;
}

/** Runs in the transaction in which the mail dies. */
export type WhenDead = (sql: Sql, mail: DeadMail) => Promise<void>;

export interface ClaimedMail extends QueuedMail {
  /** An earlier try broke off after its last byte, or nobody knows how it ended. */
  readonly mayHaveArrived: boolean;
  /** Asked to try later for three days: once more is the last time. */
  readonly overdue: boolean;
}

/** What becomes of a claimed mail. */
export type Verdict =
  | { readonly next: 'sent'; readonly said: string }
  | { readonly next: 'dropped' }
  | { readonly next: 'later'; readonly why: string; readonly said?: string; readonly mayHaveArrived?: boolean }
  | { readonly next: 'dead'; readonly why: string; readonly said?: string; readonly addressRefused?: boolean }
  /** Not tried, through no fault of its own. */
  | { readonly next: 'aside'; readonly seconds: number };
