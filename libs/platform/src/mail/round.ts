import { setTimeout as sleep } from 'node:timers/promises';
import type { Circuit } from './circuit.ts';
import { grouped } from './grouped.ts';
import { Hand } from './hand.ts';
import { Lane, ServerFailed, type LaneParts } from './lane.ts';
import type { ClaimedMail, Verdict } from './mail.ts';
import type { Outbox } from './outbox.ts';
import type { SmtpSession } from './session.ts';
import { bury, settling } from './settle.ts';

export interface Delivered {
  readonly sent: number;
  readonly retrying: number;
  readonly failed: number;
}

export interface RoundParts {
  readonly outbox: Outbox;
  readonly circuit: Circuit;
  readonly connections: number;
  readonly leaseSeconds: number;
  readonly lane: LaneParts;
}

const STOP_GRACE_MS = 2000;
const AT_ONCE: Verdict = { next: 'aside', seconds: 0 };

/** All mails that are due, over several connections at once. */
export class Round {
  private readonly hand;
  private readonly settle;
  private readonly lanes: Lane[];
  private readonly count = { sent: 0, dropped: 0, later: 0, dead: 0, aside: 0 };
  private alive: number;
  private running?: Promise<unknown>;

  constructor(
    private readonly parts: RoundParts,
    session: SmtpSession,
  ) {
    const { outbox, connections, leaseSeconds } = parts;
    this.hand = new Hand(outbox, { leaseSeconds, perDestination: Math.ceil(connections / 2) });
    this.settle = grouped(settling(outbox));
    this.lanes = Array.from({ length: connections }, (_, index) => new Lane(parts.lane, index ? undefined : session));
    this.alive = connections;
  }

  async run(): Promise<Delivered> {
    this.running = Promise.allSettled(this.lanes.map((lane) => this.drive(lane)));
    const outcomes = (await this.running) as PromiseSettledResult<void>[];
    await this.giveBack();
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) throw failure.reason;
    return { sent: this.count.sent, retrying: this.count.later + this.count.aside, failed: this.count.dead };
  }

  async stop(): Promise<void> {
    await this.giveBack();
    await Promise.race([this.running, sleep(STOP_GRACE_MS, undefined, { ref: false })]);
    for (const lane of this.lanes) lane.abort();
    await this.running;
  }

  /** A connection works until nothing is left, or until the server lets it down; the last one to go says so. */
  private async drive(lane: Lane): Promise<void> {
    try {
      for (let mail = await this.hand.take(); mail; mail = await this.hand.take()) await this.one(lane, mail);
    } catch (error) {
      if (!(error instanceof ServerFailed)) throw error;
      if (this.alive === 1) this.parts.circuit.failed(error.cause ?? error);
    } finally {
      this.alive--;
      lane.close();
    }
  }

  private async one(lane: Lane, mail: ClaimedMail): Promise<void> {
    try {
      if (!this.hand.holds(mail)) return;
      const verdict = await lane.deliver(mail);
      if (verdict.next === 'sent' || verdict.next === 'dead') this.parts.circuit.succeeded();
      await this.writeDown(mail, verdict);
    } catch (error) {
      if (error instanceof ServerFailed) await this.writeDown(mail, AT_ONCE);
      throw error;
    } finally {
      this.hand.done(mail);
    }
  }

  private async writeDown(mail: ClaimedMail, verdict: Verdict): Promise<void> {
    const isBuried = verdict.next !== 'dead' || (await bury(this.parts.outbox, mail, verdict));
    const written: Verdict = isBuried ? verdict : { next: 'later', why: verdict.why };
    this.count[written.next]++;
    if (written.next !== 'dead') await this.settle({ mail, verdict: written });
  }

  private async giveBack(): Promise<void> {
    await Promise.all(this.hand.close().map((mail) => this.writeDown(mail, AT_ONCE)));
  }
}
