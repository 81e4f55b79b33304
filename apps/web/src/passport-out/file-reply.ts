import type { FastifyReply } from 'fastify';

const KINDS = {
  pdf: 'application/pdf',
  json: 'application/json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
} as const;

/** Sends it to be saved, never to be kept by a cache. The name says nothing about anybody: a file is forwarded, and lies in a folder. */
export function sendFile(reply: FastifyReply, name: `${string}.${keyof typeof KINDS}`, contents: Buffer | string): void {
  const kind = KINDS[name.slice(name.lastIndexOf('.') + 1) as keyof typeof KINDS];
  void reply.type(kind).header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${name}"`).send(contents);
}
