import type { Mailer } from '#platform';
import type { WorkerParts } from './worker-parts.ts';

export interface BackgroundWork {
  readonly name: string;
  /** The pause between two rounds, in milliseconds of real time. */
  readonly everyMs: number;
  readonly work: () => Promise<unknown>;
}

interface Tools extends WorkerParts {
  readonly mailer: Mailer;
}

/** What the worker does, in a list that one can read. Safe beside other workers: each row takes care of its own locking. */
export const backgroundWork = ({ mailer }: Tools): BackgroundWork[] => [
  { name: 'mails versturen', everyMs: 200, work: () => mailer.deliver() },
];
