import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { CLOCK_SKEW_SECONDS } from './discovery.ts';

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const OLDEST_SECONDS = 10 * 60;

/** A provider says that somebody signed out there. */
export interface SignOutMessage {
  readonly issuer: string;
  /** What makes this message different from all others. */
  readonly message: string;
  readonly subject?: string;
  readonly session?: string;
  /** From when a repetition would be refused for its age. */
  readonly until: Date;
}

interface Sender {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

export const keysAt = (address: string): JWTVerifyGetKey => createRemoteJWKSet(new URL(address));

/** Reads a logout token (OpenID Connect Back-Channel Logout 1.0, 2.6); undefined when anything about it is not right. */
export async function readSignOut(token: string, { keys, issuer, audience }: Sender): Promise<SignOutMessage | undefined> {
  const rules = { issuer, audience, clockTolerance: CLOCK_SKEW_SECONDS, maxTokenAge: OLDEST_SECONDS, requiredClaims: ['iat', 'jti', 'events'] };
  const read = await jwtVerify(token, keys, rules).catch(() => undefined);
  const { events, nonce, jti, iat = 0, sub, sid } = read?.payload ?? {};
  const isSignOut = typeof events === 'object' && events !== null && EVENT in events;
  if (!isSignOut || nonce !== undefined || !jti || (sub === undefined && typeof sid !== 'string')) return undefined;
  const until = new Date((iat + OLDEST_SECONDS + 2 * CLOCK_SKEW_SECONDS) * 1000);
  return { issuer, message: jti, subject: sub, session: typeof sid === 'string' ? sid : undefined, until };
}
