import type { FastifyReply, FastifyRequest } from 'fastify';
import { codeMinutes } from '#policy';

const nameFor = (request: FastifyRequest): string => (request.isOverHttps ? '__Host-overstap-code' : 'overstap-code');

/** Which asking this browser did: a code of a mail is worth something together with this only. */
export const browserKey = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)];

export function giveBrowserKey(request: FastifyRequest, reply: FastifyReply, key: string): void {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: codeMinutes.mail * 60, secure: request.isOverHttps } as const;
  void reply.setCookie(nameFor(request), key, options);
}

export function takeBrowserKey(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), { path: '/', secure: request.isOverHttps });
}
