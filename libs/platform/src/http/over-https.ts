import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What people type begins with https, also when a proxy in between speaks http to us and is not trusted to say so. */
    readonly isOverHttps: boolean;
  }
}

export const isOverHttps = (always: boolean) => ({
  getter(this: FastifyRequest): boolean {
    return always || this.protocol === 'https';
  },
});
