import type { FastifyReply, FastifyRequest } from 'fastify';

/** Two names for one site: a proxy may read the one and we the other (RFC 9112, 3.2). Node takes the first in silence. */
export async function refuseSecondHost({ raw }: FastifyRequest, reply: FastifyReply): Promise<void> {
  const hosts = raw.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  if (hosts.length > 1) await reply.code(400).type('text/plain; charset=utf-8').send('Dit verzoek noemt twee adressen.');
}
