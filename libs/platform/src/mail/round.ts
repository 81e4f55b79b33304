import { setTimeout as sleep } from 'node:timers/promises';
import type { Circuit } from './circuit.ts';
import type { Letter } from './compose.ts';
import { destinationOf } from './destinations.ts';
import { grouped } from './grouped.ts';
import { Hand } from './hand.ts';
import { Handover } from './handover.ts';
import { Lane, ServerFailed } from './lane.ts';
import type { ClaimedMail, Verdict } from './mail.ts';
import type { Outbox } from './outbox.ts';
import type { SmtpSession } from './session.ts';
import { bury, settling } from './settle.ts';
import { verdictOn } from './verdict.ts';
import { write, type WriterParts } from './writer.ts';

export interface Delivered {
  readonly sent: number;
  readonly retrying: number;
  readonly failed: number;
}

export interface RoundParts extends WriterParts {
  readonly outbox: Outbox;
  readonly circuit: Circuit;
  readonly open: () => Promise<SmtpSession>;
  readonly connections: number;
  readonly leaseSeconds: number;
}

interface Written {
  readonly mail: ClaimedMail;
  readonly letter: Letter;
}

/** So that a transaction looks up several mails; and not many, so that what they say is fresh. */
const WRITERS_PER_CONNECTION = 2;
const STOP_GRACE_MS = 2000;
const AT_ONCE: Verdict = { next: 'aside', seconds: 0 };

/** All mails that are due: some are being written while others go over the connections. */
export class Round {
  private readonly hand;
  private readonly ready = new Handover<Written>();
  private readonly settle;
  private readonly lanes: Lane[];
  private readonly count = { sent: 0, dropped: 0, later: 0, dead: 0, aside: 0 };
  private alive: number;
  private running?: Promise<unknown>;

  constructor(
    private readonly parts: RoundParts,
    session: SmtpSession,
  ) {
    const { outbox, connections, leaseSeconds, open } = parts;
    this.hand = new Hand(outbox, { leaseSeconds, perDestination: Math.ceil(connections / 2) });
    this.settle = grouped(settling(outbox));
    this.lanes = Array.from({ length: connections }, (_, index) => new Lane(open, index ? undefined : session));
    this.alive = connections;
  }

  async run(): Promise<Delivered> {
    const writers = Array.from({ length: WRITERS_PER_CONNECTION * this.lanes.length }, () => this.writeMails());
    const writing = Promise.all(writers).finally(() => this.ready.close());
    const sending = this.lanes.map((lane) => this.sendMails(lane));
    this.running = Promise.allSettled([writing, ...sending]);
    const outcomes = (await this.running) as PromiseSettledResult<unknown>[];
    await this.giveBack();
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) throw failure.reason;
    return { sent: this.count.sent, retrying: this.count.later + this.count.aside, failed: this.count.dead };
  }

  /** What is on its way may arrive for a moment; all else goes back. */
  async stop(): Promise<void> {
    await this.giveBack();
    await Promise.race([this.running, sleep(STOP_GRACE_MS, undefined, { ref: false })]);
    for (const lane of this.lanes) lane.abort();
    await this.running;
  }

  private async writeMails(): Promise<void> {
    for (let mail = await this.hand.take(); mail; mail = await this.hand.take()) {
      const letter = await write(this.parts, mail);
      if ('next' in letter) await this.finish(mail, letter);
      else if (this.hand.isClosed) await this.finish(mail, AT_ONCE);
      else await this.ready.give({ mail, letter });
    }
  }

  /** A connection works until nothing is left, or until the server lets it down; the last one to go says so. */
  private async sendMails(lane: Lane): Promise<void> {
    try {
      for (let next = await this.ready.take(); next; next = await this.ready.take()) await this.send(lane, next);
    } catch (error) {
      if (!(error instanceof ServerFailed)) throw error;
      if (this.alive === 1) this.parts.circuit.failed(error.cause ?? error);
    } finally {
      this.alive--;
      lane.close();
      if (!this.alive) await this.giveBack();
    }
  }

  private async send(lane: Lane, { mail, letter }: Written): Promise<void> {
    if (!this.hand.holds(mail)) return this.hand.done(mail);
    const answer = await lane.send(letter).catch(async (error: unknown) => {
      await this.finish(mail, AT_ONCE);
      throw error;
    });
    const destination = destinationOf(mail.to);
    if (answer.kind === 'later' && answer.hung) this.parts.destinations.hung(destination);
    else this.parts.destinations.answered(destination);
    this.parts.circuit.succeeded();
    await this.finish(mail, verdictOn(mail, answer));
  }

  private async finish(mail: ClaimedMail, verdict: Verdict): Promise<void> {
    try {
      const isBuried = verdict.next !== 'dead' || (await bury(this.parts.outbox, mail, verdict));
      const written: Verdict = isBuried ? verdict : { next: 'later', why: verdict.why };
      if (written.next !== 'dead') await this.settle({ mail, verdict: written });
      this.count[written.next]++;
    } finally {
      this.hand.done(mail);
    }
  }

  private async giveBack(): Promise<void> {
    const left = [...this.hand.close(), ...this.ready.close().map(({ mail }) => mail)];
    await Promise.all(left.map((mail) => this.finish(mail, AT_ONCE)));
  }
}
