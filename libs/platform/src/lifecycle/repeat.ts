import { setTimeout as sleep } from 'node:timers/promises';
import { log } from '../log/log.ts';

export interface Repeating {
  /** Waits for the round in hand. */
  readonly stop: () => Promise<void>;
}

/** Works again and again with a pause between; a round that fails is logged and tried again after the pause. */
export function repeat(name: string, everyMs: number, work: () => Promise<unknown>): Repeating {
  const stopping = new AbortController();
  const round = (): Promise<unknown> => work().catch((error: unknown) => log.error(error, `Mislukt, wordt opnieuw geprobeerd: ${name}`));
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round();
      await sleep(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  })();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}
