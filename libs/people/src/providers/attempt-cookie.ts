import type { FastifyReply, FastifyRequest } from 'fastify';
import { ATTEMPT_SECONDS } from './attempts.ts';

const nameFor = (request: FastifyRequest): string => (request.isOverHttps ? '__Host-overstap-aanmelden' : 'overstap-aanmelden');

/** Lax: the way back from the provider is a link that its site follows, and must bring this along. */
export function giveAttempt(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(nameFor(request), token, { httpOnly: true, sameSite: 'lax', path: '/', maxAge: ATTEMPT_SECONDS, secure: request.isOverHttps });
}

/** The token, once. */
export function takeAttempt(request: FastifyRequest, reply: FastifyReply): string | undefined {
  void reply.clearCookie(nameFor(request), { path: '/', secure: request.isOverHttps });
  return request.cookies[nameFor(request)];
}
