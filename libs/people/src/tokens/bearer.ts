import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Came with a key that holds: it is answered in JSON and gets no cookie. */
    isProgram?: boolean;
  }
}

/** The key in the header Authorization, never one in an address; undefined when the request claims none. */
export function bearerOf({ headers: { authorization } }: FastifyRequest): string | undefined {
  const [, token] = /^bearer(?: +(.*))?$/i.exec(authorization ?? '') ?? [];
  return authorization && /^bearer\b/i.test(authorization) ? (token ?? '').trim() : undefined;
}
