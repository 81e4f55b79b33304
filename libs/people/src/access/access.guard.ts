import { Injectable, NotFoundException, UnauthorizedException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { AccessAct } from '#policy';
import '../tokens/bearer.ts';
import { sessionToken } from '../session/cookie.ts';
import { Sessions } from '../session/sessions.ts';
import { mayDo } from './may-do.ts';
import { BEFORE_SECOND_FACTOR, LOOKS_ON, MAY, PUBLIC, SIGNED_IN } from './may.decorator.ts';
import { SecondFactorNeeded } from './second-factor-needed.ts';

/**
 * Global, in this order: who is it (else: sign in), is the second factor proved (else: prove it), does the table open the cell.
 * A handler that names no cell is closed, and what a role may never do is not found.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.isProgram) return true;
    const token = sessionToken(request);
    request.visitor = token ? await this.sessions.visitor(token, this.says<boolean>(LOOKS_ON, context)) : undefined;
    if (this.says<boolean>(PUBLIC, context)) return true;
    if (!request.visitor) throw new UnauthorizedException();
    if (request.visitor.pending && !this.says<boolean>(BEFORE_SECOND_FACTOR, context)) throw new SecondFactorNeeded();
    if (this.says<boolean>(SIGNED_IN, context)) return true;
    const act = this.says<AccessAct>(MAY, context);
    if (!act || !mayDo(request.visitor, act)) throw new NotFoundException();
    return true;
  }

  private says<T>(key: string, context: ExecutionContext): T | undefined {
    return this.reflector.getAllAndOverride<T>(key, [context.getHandler(), context.getClass()]);
  }
}
