import type { FastifyRequest } from 'fastify';

const LONGEST = 200;

/** From where a session begins, to recognise it in the list of one's own sessions. */
export interface Client {
  readonly agent: string;
  readonly address: string;
}

export const clientOf = ({ headers, ip }: FastifyRequest): Client => ({ agent: (headers['user-agent'] ?? '').slice(0, LONGEST), address: ip });
