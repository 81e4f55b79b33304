import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientOf, giveSession, knownBrowser, type Passed, type SecondFactor } from '#people';

/** The session goes on under its new id, in a browser that this account is known to use from now on. */
export async function goOn(factor: SecondFactor, { token }: Passed, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  giveSession(request, reply, token);
  const browser = knownBrowser(request);
  if (browser) await factor.devices.note(token, browser, clientOf(request).agent);
}
