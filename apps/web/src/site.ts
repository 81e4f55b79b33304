import type { OnApplicationShutdown } from '@nestjs/common';
import type { Pool } from 'pg';
import { openPool, Tx, type Clock } from '#platform';
import type { ExampleRegion } from './example/example-region.ts';
import type { WebParts } from './web-parts.ts';

const CONNECTIONS = 10;
const PATIENCE_MS = 15_000;

/** What the pages share: the connections of the web log-in, the day, and where this site is. */
export class Site implements OnApplicationShutdown {
  readonly pool: Pool;
  readonly tx: Tx;
  readonly clock: Clock;
  readonly publicUrl: URL;
  readonly dataFolder: string;
  /** One-click sign-in and the mailbox may exist; never on a request that came through another machine. */
  readonly demoPages: boolean;
  readonly example?: ExampleRegion;
  /** As set by who runs this site, for who helps people sign in. */
  readonly providers: WebParts['config']['oidc'];
  /** Minutes without a click. */
  readonly idle: WebParts['config']['sessionMinutes'];

  constructor({ config, publicUrl, database, clock, example }: WebParts) {
    this.pool = openPool(database.webUrl, { max: CONNECTIONS, pipeline: true, statementTimeout: PATIENCE_MS });
    this.tx = new Tx(this.pool, database.rolePrefix);
    this.clock = clock;
    this.publicUrl = publicUrl;
    this.dataFolder = config.dataFolder;
    this.demoPages = config.demoPages;
    this.example = example;
    this.providers = config.oidc;
    this.idle = config.sessionMinutes;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
