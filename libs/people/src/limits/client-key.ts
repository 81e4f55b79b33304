import type { FastifyRequest } from 'fastify';
import { knownBrowser } from './known-browser.ts';
import { networkOf } from './network.ts';

/**
 * Whose tries count together. A browser that once signed in here counts by itself: what somebody else tries on the same school
 * network cannot shut it out.
 */
export function clientKey(request: FastifyRequest): string {
  const browser = knownBrowser(request);
  return browser ? `browser ${browser}` : `network ${networkOf(request.ip)}`;
}
