import { destinationOf } from './destinations.ts';
import type { ClaimedMail } from './mail.ts';
import type { Outbox } from './outbox.ts';

const BATCH = 100;
/** With fewer left the next ones are fetched, so that nobody waits for them. */
const LOW = 50;
/** Mails of one slow destination may pile up here while others pass them. */
const FULL = 1000;
const LOOK_AGAIN_MS = 200;

interface HandOptions {
  readonly leaseSeconds: number;
  /** At a time to one destination, so that one that hangs leaves connections to the others. */
  readonly perDestination: number;
}

/** The mails a process has claimed: handed out one by one, their lease kept alive until they are done. */
export class Hand {
  private waiting: ClaimedMail[] = [];
  private readonly underway = new Map<string, number>();
  /** Until when the mail is ours, in milliseconds of the process. */
  private readonly leases = new Map<string, number>();
  private filling?: Promise<void>;
  private resting?: Promise<void>;
  private wake = (): void => undefined;
  private exhausted = false;
  private closed = false;
  private readonly heartbeat;

  constructor(
    private readonly outbox: Outbox,
    private readonly options: HandOptions,
  ) {
    this.heartbeat = setInterval(() => void this.renew().catch(() => undefined), options.leaseSeconds * 250);
  }

  get isClosed(): boolean {
    return this.closed;
  }

  /** The next mail whose destination has room; undefined when there is nothing left to do. */
  async take(): Promise<ClaimedMail | undefined> {
    while (!this.closed) {
      const mail = this.pick();
      if (mail) {
        if (!this.exhausted && this.waiting.length < LOW) this.fill().catch(() => undefined);
        return mail;
      }
      if (!this.exhausted && this.waiting.length < FULL) await this.fill();
      else if (this.leases.size) await this.rest();
      else return undefined;
    }
    return undefined;
  }

  /** No longer ours when the database was away too long: somebody else may be sending it. */
  holds({ id }: ClaimedMail): boolean {
    return (this.leases.get(id) ?? 0) > performance.now();
  }

  done({ id, to }: ClaimedMail): void {
    this.leases.delete(id);
    const destination = destinationOf(to);
    const others = (this.underway.get(destination) ?? 1) - 1;
    if (others) this.underway.set(destination, others);
    else this.underway.delete(destination);
    if (this.waiting.length || !this.leases.size) this.wake();
  }

  /** Hands out nothing more, and says what was claimed for nothing. */
  close(): ClaimedMail[] {
    this.closed = true;
    clearInterval(this.heartbeat);
    this.wake();
    return this.waiting.splice(0);
  }

  private pick(): ClaimedMail | undefined {
    const index = this.waiting.findIndex(({ to }) => (this.underway.get(destinationOf(to)) ?? 0) < this.options.perDestination);
    const [mail] = index < 0 ? [] : this.waiting.splice(index, 1);
    if (!mail) return undefined;
    const destination = destinationOf(mail.to);
    this.underway.set(destination, (this.underway.get(destination) ?? 0) + 1);
    return mail;
  }

  private fill(): Promise<void> {
    this.filling ??= this.claim().finally(() => (this.filling = undefined));
    return this.filling;
  }

  private async claim(): Promise<void> {
    const until = this.leaseEnd();
    const mails = await this.outbox.claim(BATCH);
    for (const { id } of mails) this.leases.set(id, until);
    this.waiting.push(...mails);
    this.exhausted = mails.length < BATCH;
  }

  /** While some are under way new ones may come: a mail that hangs does not hold them up. */
  private rest(): Promise<void> {
    this.resting ??= new Promise<void>((resolve) => {
      const lookAgain = setTimeout(() => {
        this.exhausted = false;
        this.wake();
      }, LOOK_AGAIN_MS);
      this.wake = () => {
        clearTimeout(lookAgain);
        this.resting = undefined;
        resolve();
      };
    });
    return this.resting;
  }

  private async renew(): Promise<void> {
    const until = this.leaseEnd();
    const held = [...this.leases.keys()];
    if (held.length) await this.outbox.renew(held);
    for (const id of held) if (this.leases.has(id)) this.leases.set(id, until);
  }

  private leaseEnd(): number {
    return performance.now() + this.options.leaseSeconds * 1000;
  }
}
