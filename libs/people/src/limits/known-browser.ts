import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

const YEAR = 365 * 24 * 60 * 60;

const nameFor = (request: FastifyRequest): string => (request.isOverHttps ? '__Host-overstap-bekend' : 'overstap-bekend');

/** A number without meaning, signed by us, that a browser got when somebody signed in on it; undefined when there is none. */
export function knownBrowser(request: FastifyRequest): string | undefined {
  const cookie = request.cookies[nameFor(request)];
  const read = cookie ? request.unsignCookie(cookie) : undefined;
  return read?.valid ? (read.value ?? undefined) : undefined;
}

/** Knows this browser from now on. It says nothing about who signed in. */
export function rememberBrowser(request: FastifyRequest, reply: FastifyReply): void {
  if (knownBrowser(request)) return;
  const options = { signed: true, httpOnly: true, sameSite: 'lax', path: '/', maxAge: YEAR, secure: request.isOverHttps } as const;
  void reply.setCookie(nameFor(request), randomBytes(16).toString('base64url'), options);
}
