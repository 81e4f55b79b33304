import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../log/log.ts';
import type { ClaimedMail, Verdict } from './mail.ts';
import type { Outbox, Settled } from './outbox.ts';

const TRIES = 20;
const PAUSE_MS = 250;

/**
 * Writes down verdicts of several connections together. A mail that the server took must not be forgotten because the
 * database is away for a moment, so that is tried again; after that the lease ends and the mail goes once more.
 */
export const settling =
  (outbox: Outbox) =>
  async (settled: Settled[]): Promise<void[]> => {
    for (let tries = 1; ; tries++) {
      try {
        await outbox.settle(settled);
        return settled.map(() => undefined);
      } catch (error) {
        if (tries === TRIES) throw error;
        await sleep(PAUSE_MS);
      }
    }
  };

/** A death is told in its own transaction. When telling fails the mail lives on, to be told of again. */
export async function bury(outbox: Outbox, mail: ClaimedMail, verdict: Extract<Verdict, { next: 'dead' }>): Promise<boolean> {
  try {
    await outbox.bury(mail, verdict);
    return true;
  } catch (error) {
    log.error(error, 'Een onbestelbare mail kan niet worden gemeld.');
    return false;
  }
}
