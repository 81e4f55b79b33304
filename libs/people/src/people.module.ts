import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { Pool } from 'pg';
import { deriveSecret, type Clock, type OidcProvider, type Tx } from '#platform';
import { AccessGuard } from './access/access.guard.ts';
import { Handlers } from './access/handlers.ts';
import { HandedCodes } from './codes/handed-codes.ts';
import { Limits } from './limits/limits.ts';
import { Attempts } from './providers/attempts.ts';
import type { Returns } from './providers/provider.ts';
import { Providers } from './providers/providers.ts';
import { ReadingLog } from './readings/reading-log.ts';
import { SecondFactor } from './second-factor/second-factor.ts';
import { ParkedForms } from './parked/parked-forms.ts';
import { OwnSessions } from './session/own-sessions.ts';
import { Sessions, type IdleLimits } from './session/sessions.ts';
import { InvitationLinks } from './session/invitation-links.ts';
import { Guardians } from './students/guardians.ts';
import { SignInLinks } from './session/sign-in-links.ts';
import { ApiTokens } from './tokens/api-tokens.ts';
import { TokenGuard } from './tokens/token.guard.ts';

interface PeopleParts {
  /** Connections of the web log-in. */
  readonly pool: Pool;
  /** One connection of the web log-in, for the log of reading alone. */
  readonly logPool: Pool;
  readonly clock: Clock;
  readonly tx: Tx;
  readonly idle: IdleLimits;
  readonly linkFor: (token: string) => string;
  readonly oidc: readonly OidcProvider[];
  /** Where an identity provider sends somebody back to. */
  readonly returnsOf: (provider: string) => Returns;
  readonly publicUrl: URL;
  /** The secret of the installation. */
  readonly secret: string;
}

/** One a line: many add to it. */
const EXPORTS = [
  ApiTokens,
  Guardians,
  HandedCodes,
  Handlers,
  InvitationLinks,
  Limits,
  OwnSessions,
  ParkedForms,
  Providers,
  ReadingLog,
  SecondFactor,
  Sessions,
  SignInLinks,
];

@Global()
@Module({})
export class PeopleModule {
  static with({ pool, logPool, clock, tx, idle, linkFor, oidc, returnsOf, publicUrl, secret }: PeopleParts): DynamicModule {
    const [limits, sessions] = [new Limits(pool), new Sessions(pool, clock, idle)];
    const codes = new HandedCodes(clock, deriveSecret(secret, 'handed codes'));
    const parts = { pool, attempts: new Attempts(pool, clock), sessions };
    const providers = [
      { provide: Sessions, useValue: sessions },
      { provide: SignInLinks, useValue: new SignInLinks(pool, clock, linkFor, limits) },
      { provide: SecondFactor, useValue: new SecondFactor({ pool, clock, publicUrl, secret }) },
      { provide: HandedCodes, useValue: codes },
      { provide: Guardians, useValue: new Guardians(tx, clock, codes) },
      { provide: OwnSessions, useValue: new OwnSessions(pool) },
      { provide: InvitationLinks, useValue: new InvitationLinks(pool, clock) },
      { provide: ParkedForms, useValue: new ParkedForms(pool, secret) },
      { provide: Limits, useValue: limits },
      { provide: Providers, useValue: new Providers(parts, oidc, returnsOf) },
      { provide: ApiTokens, useValue: new ApiTokens(pool, clock) },
      { provide: APP_GUARD, useClass: TokenGuard },
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: ReadingLog, useValue: new ReadingLog(logPool) },
      Handlers,
    ];
    return { module: PeopleModule, imports: [DiscoveryModule], providers, exports: EXPORTS };
  }
}
