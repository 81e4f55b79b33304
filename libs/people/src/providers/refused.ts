/** Why signing in at a provider came to nothing; each has its own page. */
export type Refusal =
  | 'unreachable'
  | 'cancelled'
  | 'stale'
  | 'not-understood'
  | 'no-address'
  | 'not-verified'
  | 'foreign-address'
  | 'unknown'
  | 'other-person';

export class SignInRefused extends Error {
  constructor(
    readonly why: Refusal,
    /** The mail address by which the provider knows this person. */
    readonly email?: string,
    options?: ErrorOptions,
  ) {
    super(`Sign-in refused: ${why}`, options);
  }
}

/** Not a failure: the provider answers that it did not let somebody in. */
const NOT_LET_IN = ['access_denied', 'login_required', 'interaction_required', 'consent_required', 'account_selection_required'];
const AWAY = ['temporarily_unavailable', 'server_error'];

/** What an error of openid-client or of the network means for who is signing in. */
export function refusalOf(cause: unknown): SignInRefused {
  if (cause instanceof SignInRefused) return cause;
  const { error, code, status } = (cause ?? {}) as { error?: string; code?: string; status?: number };
  if (error && NOT_LET_IN.includes(error)) return new SignInRefused('cancelled', undefined, { cause });
  const isAway = (error && AWAY.includes(error)) || code === 'OAUTH_TIMEOUT' || (status ?? 0) >= 500 || reasonOf(cause).includes('fetch failed');
  return new SignInRefused(isAway ? 'unreachable' : 'not-understood', undefined, { cause });
}

/** The messages of an error and of what caused it: for the log, without the answers of the provider that stand beside them. */
export function reasonOf(cause: unknown): string {
  const { message, cause: deeper } = (cause ?? {}) as { message?: unknown; cause?: unknown };
  return typeof message === 'string' ? [message, reasonOf(deeper)].filter(Boolean).join(': ') : '';
}
