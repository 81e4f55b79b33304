import type { Clock, Config, Database } from '#platform';
import type { ExampleRegion } from './example/example-region.ts';

/** What the pages need from who starts them. */
export interface WebParts {
  readonly config: Pick<Config, 'host' | 'port' | 'trustProxy' | 'demoPages' | 'sessionMinutes' | 'dataFolder' | 'oidc'>;
  /** What people type; also right when the port was picked. */
  readonly publicUrl: URL;
  readonly database: Pick<Database, 'webUrl' | 'rolePrefix' | 'secret'>;
  readonly clock: Clock;
  /** Absent when the database holds data of one's own. */
  readonly example?: ExampleRegion;
}
