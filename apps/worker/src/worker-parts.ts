import type { Clock, Config, Database } from '#platform';

/** What the work in the background needs from who starts it. */
export interface WorkerParts {
  readonly config: Config;
  readonly publicUrl: URL;
  readonly database: Pick<Database, 'workerUrl' | 'rolePrefix' | 'secret'>;
  readonly clock: Clock;
}
