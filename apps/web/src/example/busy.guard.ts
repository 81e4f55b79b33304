import { Injectable, ServiceUnavailableException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { paths } from '#policy';
import { Site } from '../site.ts';

/** While the example is being filled anew, only the page that says so answers: half a region would only confuse. */
@Injectable()
export class BusyGuard implements CanActivate {
  constructor(private readonly site: Site) {}

  canActivate(context: ExecutionContext): boolean {
    const { url } = context.switchToHttp().getRequest<FastifyRequest>();
    const open: readonly string[] = [paths.exampleDay, paths.health, paths.ready];
    if (this.site.example?.busyWith() && !open.includes(url)) throw new ServiceUnavailableException();
    return true;
  }
}
