import type { FastifyReply, FastifyRequest } from 'fastify';
import { giveSession, sessionToken, type Sessions } from '#people';
import { paths } from '#policy';

/** Goes on in a new session; the one that this browser had is nobody's from then on. */
export async function enter(sessions: Sessions, token: string, request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
  const before = sessionToken(request);
  if (before) await sessions.close(before);
  giveSession(request, reply, token);
  void reply.code(303).redirect(paths.home);
}
