import type { FastifyRequest } from 'fastify';

const LONGEST = 200;

/** From where a session begins, to recognise it in the list of one's own sessions. */
export interface Client {
  readonly agent: string;
  readonly address: string;
  /** A computer that others use too: the session ends sooner. */
  readonly isShared?: boolean;
}

export const clientOf = ({ headers, ip }: FastifyRequest): Client => ({ agent: (headers['user-agent'] ?? '').slice(0, LONGEST), address: ip });
