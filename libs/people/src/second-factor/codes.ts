import type { QueryResultRow } from 'pg';
import { hashOf, newToken } from '../session/token.ts';
import { mailAbout } from './factor-mail.ts';
import { stepOf } from './one-time-codes.ts';
import { answer, type FactorParts, type Passed } from './parts.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { Seal } from './seal.ts';

interface Try extends QueryResultRow {
  readonly account_id: string;
  readonly wait: number;
  readonly next_wait: number;
  readonly secret: Buffer | null;
}

export interface Refused {
  /** Seconds before another code is looked at. */
  readonly wait: number;
}

/** Proving the second factor by typing: six digits of the app, or a recovery code. */
export class Codes {
  private readonly seal: Seal;
  private readonly recovery: RecoveryCodes;

  constructor(private readonly parts: FactorParts) {
    this.seal = new Seal(parts.secret, 'code-app');
    this.recovery = new RecoveryCodes(parts.secret);
  }

  /** While somebody has to wait, a right code is refused as a wrong one is. */
  async pass(token: string, typed: string): Promise<Passed | Refused> {
    const tried = await answer<Try>(this.parts, 'select * from app.try_code($1)', [hashOf(token)]);
    const renewed = newToken();
    const code = typed.replaceAll(/\s/g, '');
    const isRight = tried?.wait === 0 && (/^\d{6}$/.test(code) ? await this.byApp(tried, code, token, renewed) : await this.byRecovery(code, token, renewed));
    return isRight ? { token: renewed } : { wait: tried?.next_wait ?? 0 };
  }

  private async byApp({ account_id: account, secret }: Try, code: string, token: string, renewed: string): Promise<boolean> {
    const step = secret ? stepOf(this.seal.open(secret, account), code, this.parts.clock.now()) : undefined;
    if (step === undefined) return false;
    const row = await answer<{ passed: boolean }>(this.parts, 'select app.pass_by_app($1, $2, $3) as passed', [hashOf(token), hashOf(renewed), step]);
    return row?.passed ?? false;
  }

  private async byRecovery(code: string, token: string, renewed: string): Promise<boolean> {
    const { clock } = this.parts;
    const values = [hashOf(token), hashOf(renewed), this.recovery.hashOf(code), clock.today(), mailAbout('code-used', clock)];
    const row = await answer<{ passed: boolean }>(this.parts, 'select app.pass_by_recovery_code($1, $2, $3, $4, $5) as passed', values);
    return row?.passed ?? false;
  }
}
