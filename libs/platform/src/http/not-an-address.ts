import type { FastifyReply, FastifyRequest } from 'fastify';

/** An address that cannot be read, or with a part that is too long, never reaches hooks or filters: not found, with our headers. */
export const notAnAddress = (headers: Readonly<Record<string, string>>) => (_error: Error, _request: FastifyRequest, reply: FastifyReply): void =>
  void reply.code(404).headers(headers).type('text/plain; charset=utf-8').send('Deze pagina is er niet.');
