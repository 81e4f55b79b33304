import type { OidcProvider } from '#platform';
import type { Refusal } from './refused.ts';

/** What a provider proved about somebody. Its roles and names are not read. */
export interface Proof {
  readonly issuer: string;
  readonly subject: string;
  /** Only an address that the provider may vouch for. */
  readonly email?: string;
  /** Why there is no such address. */
  readonly fault?: Refusal;
  /** Whether a second factor was used there. */
  readonly strong: boolean;
  /** How the provider names its session. */
  readonly session?: string;
}

export type Claims = Readonly<Record<string, unknown>>;

/** The claims of a signed id token, with what the provider only tells when asked (userinfo). */
export function proofOf(token: Claims, more: Claims, { claimEmail, domains }: OidcProvider): Proof {
  const claims = { ...more, ...token };
  const [email, ...others] = [claims[claimEmail] ?? []].flat();
  const proof = { issuer: String(token.iss), subject: String(token.sub), strong: isStrong(token), session: typeof token.sid === 'string' ? token.sid : undefined };
  if (typeof email !== 'string' || !email.includes('@') || others.length) return { ...proof, fault: 'no-address' };
  if (String(claims.email_verified) === 'false') return { ...proof, fault: 'not-verified' };
  if (domains.length && !domains.includes(email.slice(email.lastIndexOf('@') + 1).toLowerCase())) return { ...proof, fault: 'foreign-address' };
  return { ...proof, email };
}

/** RFC 8176, and the words of Entra ID for its own factors. */
const STRONG_METHODS = ['mfa', 'otp', 'hwk', 'sc', 'fido', 'ngcmfa'];
/** REFEDS, and levels 2 and 3 of SURFsecureID. */
const STRONG_CONTEXTS = ['https://refeds.org/profile/mfa', 'http://surfconext.nl/assurance/loa2', 'http://surfconext.nl/assurance/loa3'];

/** Whether the provider says that more than a password was used. A provider that says nothing proves nothing. */
function isStrong({ amr, acr }: Claims): boolean {
  const methods: unknown[] = Array.isArray(amr) ? amr : [];
  return methods.some((method) => STRONG_METHODS.includes(String(method))) || STRONG_CONTEXTS.includes(String(acr));
}
