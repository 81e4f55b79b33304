import { repeat } from '#platform';
import { backgroundWork } from './background-work.ts';
import type { WorkerParts } from './worker-parts.ts';

export interface RunningWorker {
  readonly stop: () => Promise<void>;
}

/** Everything that happens without anybody asking, each at its own pace. */
export function startWorker(parts: WorkerParts): RunningWorker {
  const running = backgroundWork(parts).map(({ name, everyMs, work }) => repeat(name, everyMs, work));
  return { stop: async () => void (await Promise.all(running.map(({ stop }) => stop()))) };
}
