import type { FastifyReply, FastifyRequest } from 'fastify';
import { rememberBrowser } from '../limits/known-browser.ts';

/** Behind https the cookie is bound to this host and never travels in the clear. */
const nameFor = (request: FastifyRequest): string => (request.isOverHttps ? '__Host-overstap' : 'overstap');

export const sessionToken = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)];

export function giveSession(request: FastifyRequest, reply: FastifyReply, token: string): void {
  rememberBrowser(request, reply);
  void reply.setCookie(nameFor(request), token, { httpOnly: true, sameSite: 'lax', path: '/', secure: request.isOverHttps });
}

export function takeSession(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), { path: '/', secure: request.isOverHttps });
}
