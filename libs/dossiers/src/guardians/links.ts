import { hashOf, newToken } from '#people/without-pages';
import { paths } from '#policy';

/** A link for one parent, and its hash in hex as the database takes it. */
export interface GuardianLink {
  readonly hash: string;
  readonly link: string;
}

/** As many parents as are asked at once. */
const MOST_PARENTS = 4;

export function guardianLink(publicUrl: URL): GuardianLink {
  const token = newToken();
  return { hash: hashOf(token).toString('hex'), link: new URL(paths.guardianAsked(token), publicUrl).href };
}

export const guardianLinks = (publicUrl: URL): GuardianLink[] => Array.from({ length: MOST_PARENTS }, () => guardianLink(publicUrl));
