import { Injectable, ServiceUnavailableException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { paths } from '#policy';
import { Site } from '../site.ts';

/** While the example is being filled anew, or that failed, only the page that says so answers: half a region would only confuse. */
@Injectable()
export class BusyGuard implements CanActivate {
  constructor(private readonly site: Site) {}

  canActivate(context: ExecutionContext): boolean {
    const { url } = context.switchToHttp().getRequest<FastifyRequest>();
    const open: readonly string[] = [paths.exampleDay, paths.health, paths.ready];
    const { example } = this.site;
    if ((example?.busyWith() ?? example?.failedOn()) && !open.includes(url)) throw new ServiceUnavailableException();
    return true;
  }
}
