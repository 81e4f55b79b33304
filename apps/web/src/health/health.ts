import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { openPool } from '#platform';

const PATIENCE_MS = 2000;

/** Asks the database over a connection of its own, so that a busy site is not taken for a sick one. */
@Injectable()
export class Health implements OnModuleDestroy {
  private readonly pool;
  private stopping = false;

  constructor(webUrl: string) {
    this.pool = openPool(webUrl, { max: 1, pipeline: false, statementTimeout: PATIENCE_MS });
  }

  /** The database answers and its schema is complete. */
  async isHealthy(): Promise<boolean> {
    try {
      const { rows } = await this.pool.query<{ complete: boolean }>('select fingerprint is not null as complete from app.installation');
      return rows[0]?.complete === true;
    } catch {
      return false;
    }
  }

  /** Healthy, and not about to stop: a load balancer may send people here. */
  async isReady(): Promise<boolean> {
    return !this.stopping && (await this.isHealthy());
  }

  stop(): void {
    this.stopping = true;
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool.end();
  }
}
