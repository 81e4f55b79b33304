import { BadRequestException, Injectable, NotFoundException, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { scopes, type AccessAct } from '#policy';
import { mayDo } from '../access/may-do.ts';
import { MAY } from '../access/may.decorator.ts';
import { Limits } from '../limits/limits.ts';
import { sessionToken } from '../session/cookie.ts';
import { ApiTokens } from './api-tokens.ts';
import { bearerOf } from './bearer.ts';
import { FOR_PROGRAMS } from './for-programs.decorator.ts';
import { WrongToken } from './wrong-token.ts';

/** Before AccessGuard: a request with a key is its owner, within the scopes of the key, at addresses that answer programs. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: ApiTokens,
    private readonly limits: Limits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = bearerOf(request);
    if (token === undefined) return true;
    void context.switchToHttp().getResponse<FastifyReply>().header('cache-control', 'no-store');
    if (sessionToken(request)) throw new BadRequestException('Stuur een sleutel of een sessie, niet allebei.');
    const program = await this.tokens.programOf(token);
    if (!program) return this.refuse(request);
    await this.limits.refuseAccount('program-called', program.tokenId);
    const act = this.reflector.getAllAndOverride<AccessAct | undefined>(MAY, [context.getHandler(), context.getClass()]);
    const isFor = this.reflector.get<boolean | undefined>(FOR_PROGRAMS, context.getHandler());
    if (!act || !isFor || !opens(program.scopes, act) || !mayDo(program.visitor, act)) throw new NotFoundException();
    request.visitor = program.visitor;
    request.isProgram = true;
    return true;
  }

  private async refuse(request: FastifyRequest): Promise<never> {
    await this.limits.refuseClient('token-failed', request);
    throw new WrongToken();
  }
}

const opens = (given: readonly string[], act: AccessAct): boolean =>
  scopes.some(({ code, acts }) => given.includes(code) && acts.some((opened) => opened === act));
