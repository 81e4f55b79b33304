import type { Answer } from './answer.ts';
import type { Letter } from './compose.ts';
import type { SmtpSession } from './session.ts';

/** The server itself is in the way, not this mail. */
export class ServerFailed extends Error {}

/** One connection after the other, one mail at a time. */
export class Lane {
  constructor(
    private readonly open: () => Promise<SmtpSession>,
    private session?: SmtpSession,
  ) {}

  /** Throws ServerFailed when no mail gets through here: this one was not tried. */
  async send(letter: Letter): Promise<Answer> {
    const first = await (await this.usable()).send(letter);
    if (first.kind !== 'not-tried') return first;
    // An old connection may have gone stale; a new one that is closed at once says something about the server.
    const again = await (await this.usable()).send(letter);
    if (again.kind === 'not-tried') throw new ServerFailed(again.said ?? 'The server closes the connection');
    return again;
  }

  close(): void {
    this.session?.close();
  }

  abort(): void {
    this.session?.abort();
  }

  private async usable(): Promise<SmtpSession> {
    if (this.session?.isUsable) return this.session;
    this.session?.close();
    try {
      this.session = await this.open();
    } catch (error) {
      throw new ServerFailed(error instanceof Error ? error.message : 'No connection', { cause: error });
    }
    return this.session;
  }
}
