import { log } from '../log/log.ts';

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 60_000;

/** A server that is down costs no mail a try: all of them wait, and one connection now and then looks whether it is back. */
export class Circuit {
  private pause = 0;
  private until = 0;

  get isOpen(): boolean {
    return performance.now() < this.until;
  }

  failed(error: unknown): void {
    this.pause = Math.min(this.pause * 2 || FIRST_PAUSE_MS, LONGEST_PAUSE_MS);
    this.until = performance.now() + this.pause;
    log.error(error, `De mailserver doet het niet; over ${Math.round(this.pause / 1000)} s opnieuw. De mails wachten.`);
  }

  succeeded(): void {
    if (this.pause) log.info('De mailserver doet het weer.');
    this.pause = 0;
    this.until = 0;
  }
}
