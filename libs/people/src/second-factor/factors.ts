import type { QueryResultRow } from 'pg';
import { hashOf } from '../session/token.ts';
import { mailAbout } from './factor-mail.ts';
import { answer, type FactorParts } from './parts.ts';
import { RecoveryCodes } from './recovery-codes.ts';

interface Used {
  readonly madeAt: string;
  readonly lastUsedAt: string | null;
}

export interface OwnPasskey extends Used {
  readonly id: string;
  readonly name: string;
  readonly credential: string;
  readonly transports: string[];
}

/** Which second factors somebody has, and how this session stands. */
export interface FactorState extends QueryResultRow {
  readonly accountId: string;
  readonly email: string;
  readonly person: string;
  /** Not in the example, and not for students and parents. */
  readonly needed: boolean;
  readonly passed: boolean;
  /** Proved in the last ten minutes. */
  readonly recent: boolean;
  readonly passkeys: OwnPasskey[];
  readonly codeApp: Used | null;
  readonly codesLeft: number;
}

/** One's own factors: seeing, removing, new recovery codes. The database refuses what takes a more recent proof. */
export class Factors {
  private readonly recovery: RecoveryCodes;

  constructor(private readonly parts: FactorParts) {
    this.recovery = new RecoveryCodes(parts.secret);
  }

  async of(token: string): Promise<FactorState | undefined> {
    return answer<FactorState>(this.parts, STATE, [hashOf(token)]);
  }

  /** Whoever proved a factor in the last ten minutes, or needs one and has none. */
  async mayChange(token: string): Promise<boolean> {
    const row = await answer<{ may: boolean }>(this.parts, 'select app.may_change_factors($1) as may', [hashOf(token)]);
    return row?.may ?? false;
  }

  /** A passkey, or without its id the app; false when it is the last factor, or was gone. */
  async remove(token: string, passkey: string | undefined): Promise<boolean> {
    const { clock } = this.parts;
    const mail = mailAbout(passkey ? 'passkey-removed' : 'app-removed', clock);
    const row = await answer<{ done: boolean }>(this.parts, 'select app.remove_factor($1, $2, $3, $4) as done', [hashOf(token), passkey, clock.today(), mail]);
    return row?.done ?? false;
  }

  /** New codes to show; the old ones no longer work. */
  async renewCodes(token: string): Promise<string[] | undefined> {
    const { codes, hashes } = this.recovery.make();
    const { clock } = this.parts;
    const text = 'select app.renew_recovery_codes($1, $2, $3, $4) as done';
    const row = await answer<{ done: boolean }>(this.parts, text, [hashOf(token), hashes, clock.today(), mailAbout('codes-renewed', clock)]);
    return row?.done ? codes : undefined;
  }
}

const STATE = `select account_id as "accountId", email, person, needed, passed, recent, passkeys, code_app as "codeApp", codes_left as "codesLeft"
  from app.factors_of($1)`;
