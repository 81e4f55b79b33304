import { Controller, Get, Header, ServiceUnavailableException } from '@nestjs/common';
import { Public } from '#people';
import { Health } from './health.ts';

interface Status {
  readonly status: 'ok';
}

/** For watchers and load balancers; says nothing about anybody. */
@Public()
@Controller()
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('gezond')
  @Header('cache-control', 'no-store')
  async healthy(): Promise<Status> {
    return answer(await this.health.isHealthy());
  }

  @Get('gereed')
  @Header('cache-control', 'no-store')
  async ready(): Promise<Status> {
    return answer(await this.health.isReady());
  }
}

function answer(good: boolean): Status {
  if (!good) throw new ServiceUnavailableException({ status: 'unavailable' });
  return { status: 'ok' };
}
