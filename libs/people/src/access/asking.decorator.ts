import { createParamDecorator, UnauthorizedException, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../visitor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    visitor?: Visitor;
  }
}

/** Handler parameter: who is signed in. */
export const Asking = createParamDecorator((_: unknown, context: ExecutionContext): Visitor => {
  const { visitor } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!visitor) throw new UnauthorizedException();
  return visitor;
});
