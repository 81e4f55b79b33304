export { startWorker, type RunningWorker } from './start-worker.ts';
export type { WorkerParts } from './worker-parts.ts';
