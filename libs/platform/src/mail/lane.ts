import { log } from '../log/log.ts';
import type { Answer } from './answer.ts';
import { isAddress, type Letter } from './compose.ts';
import { destinationOf, type Destinations } from './destinations.ts';
import type { ClaimedMail, Verdict } from './mail.ts';
import type { Prepared } from './prepare.ts';
import type { SmtpSession } from './session.ts';
import { dead, later, verdictOn } from './verdict.ts';

const CANNOT_MAKE = 'De mail kon niet worden gemaakt.';

/** What a connection needs to send one mail. */
export interface LaneParts {
  readonly open: () => Promise<SmtpSession>;
  readonly destinations: Destinations;
  readonly prepare: (mail: ClaimedMail) => Promise<Prepared>;
  readonly compose: (mail: ClaimedMail, page: object) => Promise<Letter>;
}

/** The server itself is in the way, not this mail. */
export class ServerFailed extends Error {}

/** One connection after the other, one mail at a time. */
export class Lane {
  constructor(
    private readonly parts: LaneParts,
    private session?: SmtpSession,
  ) {}

  /** Throws ServerFailed when no mail gets through here; the mail in hand was not tried then. */
  async deliver(mail: ClaimedMail): Promise<Verdict> {
    if (!isAddress(mail.to)) return dead(mail, 'Dit is geen mailadres.', undefined, true);
    const destination = destinationOf(mail.to);
    const seconds = this.parts.destinations.waitFor(destination);
    if (seconds) return { next: 'aside', seconds };
    const letter = await this.write(mail);
    if ('next' in letter) return letter;
    const answer = await this.send(letter);
    this.note(destination, answer);
    return verdictOn(mail, answer);
  }

  close(): void {
    this.session?.close();
  }

  abort(): void {
    this.session?.abort();
  }

  private async write(mail: ClaimedMail): Promise<Letter | Verdict> {
    const page = await this.parts.prepare(mail);
    if (page === 'dropped') return { next: 'dropped' };
    if (page === 'failed') return later(mail, CANNOT_MAKE);
    return this.parts.compose(mail, page).catch((error: unknown) => {
      log.error(error, `Een mail kan niet worden opgemaakt: ${mail.template}`);
      return later(mail, CANNOT_MAKE);
    });
  }

  /** An old connection may have gone stale; a new one that is closed at once says something about the server. */
  private async send(letter: Letter): Promise<Answer> {
    const first = await (await this.usable()).send(letter);
    if (first.kind !== 'not-tried') return first;
    const again = await (await this.usable()).send(letter);
    if (again.kind === 'not-tried') throw new ServerFailed(again.said ?? 'The server closes the connection');
    return again;
  }

  private async usable(): Promise<SmtpSession> {
    if (this.session?.isUsable) return this.session;
    this.session?.close();
    try {
      this.session = await this.parts.open();
    } catch (error) {
      throw new ServerFailed(error instanceof Error ? error.message : 'No connection', { cause: error });
    }
    return this.session;
  }

  private note(destination: string, answer: Answer): void {
    if (answer.kind === 'later' && answer.hung) this.parts.destinations.hung(destination);
    else this.parts.destinations.answered(destination);
  }
}
