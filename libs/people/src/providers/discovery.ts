import { performance } from 'node:perf_hooks';
import type { ClientAuth, Configuration } from 'openid-client';
import { log, type OidcProvider } from '#platform';
import { reasonOf, SignInRefused } from './refused.ts';

const PATIENCE_SECONDS = 5;
export const CLOCK_SKEW_SECONDS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What a provider publishes about itself, asked when first needed and once a day; a provider that is away hinders nobody else. */
export class Discovery {
  private found?: Promise<Configuration>;
  private until = 0;

  constructor(private readonly settings: OidcProvider) {}

  /** Throws SignInRefused 'unreachable'; the next call asks again. */
  async configuration(): Promise<Configuration> {
    if (!this.found || performance.now() > this.until) {
      this.until = performance.now() + DAY_MS;
      this.found = discover(this.settings).catch((cause: unknown) => this.failed(cause));
    }
    return this.found;
  }

  private failed(cause: unknown): never {
    this.found = undefined;
    log.warn({ provider: this.settings.name, reason: reasonOf(cause) }, 'Aanmelddienst antwoordt niet zoals verwacht');
    throw new SignInRefused('unreachable', undefined, { cause });
  }
}

/** Only pages need the client: loaded when somebody wants to sign in. The issuer of the answer must be the one of the settings. */
async function discover({ issuer, clientId, clientSecret }: OidcProvider): Promise<Configuration> {
  const client = await import('openid-client');
  const byHeader = client.ClientSecretBasic(clientSecret);
  const byBody = client.ClientSecretPost(clientSecret);
  const prove: ClientAuth = (server, ...rest) =>
    ((server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true) ? byHeader : byBody)(server, ...rest);
  const execute = [client.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [])];
  return client.discovery(issuer, clientId, { [client.clockTolerance]: CLOCK_SKEW_SECONDS }, prove, { execute, timeout: PATIENCE_SECONDS });
}
