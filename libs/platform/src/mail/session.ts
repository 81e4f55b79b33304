import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpSettings } from '../config/smtp-url.ts';
import { answerOf, wordsOf, type Answer } from './answer.ts';
import type { Letter } from './compose.ts';

export interface SmtpTimeouts {
  /** Milliseconds. */
  readonly connect: number;
  readonly greeting: number;
  readonly answer: number;
}

export const TIMEOUTS: SmtpTimeouts = { connect: 10_000, greeting: 10_000, answer: 30_000 };

/** Servers get tired of a connection; nobody minds a new one after this many mails. */
const MAILS_PER_SESSION = 100;

/** One logged-in connection; it takes one mail at a time. */
export class SmtpSession {
  private taken = 0;
  private lost = false;

  private constructor(private readonly connection: SMTPConnection) {
    connection.once('end', () => (this.lost = true));
  }

  /** Throws what went wrong before the server was ready for mail: unreachable, 421, no STARTTLS, wrong password. */
  static async open({ auth, ...server }: SmtpSettings, timeouts: SmtpTimeouts): Promise<SmtpSession> {
    const { connect, greeting, answer } = timeouts;
    const limits = { connectionTimeout: connect, dnsTimeout: connect, greetingTimeout: greeting, socketTimeout: answer };
    const connection = new SMTPConnection({ ...server, ...limits });
    connection.on('error', () => undefined);
    try {
      await untilDone(connection, (done) => connection.connect(done));
      if (auth) await untilDone(connection, (done) => connection.login({ credentials: auth }, done));
    } catch (error) {
      connection.close();
      throw error;
    }
    return new SmtpSession(connection);
  }

  get isFresh(): boolean {
    return this.taken <= 1;
  }

  get isUsable(): boolean {
    return !this.lost && this.taken < MAILS_PER_SESSION;
  }

  /** Never throws: whatever happens is an answer. After a mail that was not taken the connection is not used again. */
  async send({ envelope, raw }: Letter): Promise<Answer> {
    this.taken++;
    try {
      const { response } = await untilDone<{ response: string }>(this.connection, (done) => this.connection.send(envelope, raw, done));
      return { kind: 'accepted', said: wordsOf(response) };
    } catch (error) {
      // 354 asks for the text: from then on it may have arrived.
      const begun = String(this.connection.lastServerResponse).startsWith('354');
      this.abort();
      return answerOf(error, begun);
    }
  }

  close(): void {
    if (this.lost) return;
    this.lost = true;
    this.connection.quit();
  }

  /** The mail on its way fails; it may have arrived. */
  abort(): void {
    this.lost = true;
    this.connection.close();
  }
}

type Done<T> = (error?: Error | null, result?: T) => void;

/** A step of the conversation. A connection that ends without a word for this step fails it, after those who know more. */
function untilDone<T>(connection: SMTPConnection, step: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    let cause = new Error('The connection ended');
    const onError = (error: Error): void => void (cause = error);
    const onEnd = (): void => void setImmediate(() => finish(cause));
    const finish: Done<T> = (error, result) => {
      connection.off('end', onEnd).off('error', onError);
      if (error) reject(error);
      else resolve(result as T);
    };
    connection.once('error', onError).once('end', onEnd);
    step(finish);
  });
}
