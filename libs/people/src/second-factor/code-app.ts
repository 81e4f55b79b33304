import { hashOf, newToken } from '../session/token.ts';
import { mailAbout } from './factor-mail.ts';
import type { FactorState } from './factors.ts';
import { addressFor, newSecret, stepOf } from './one-time-codes.ts';
import { answer, type FactorParts, type Passed } from './parts.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { Seal } from './seal.ts';

export interface AppSetup {
  /** For who types it by hand. */
  readonly secret: string;
  /** For the QR code. */
  readonly address: string;
}

/** Setting up an app that gives codes. Its secret stays the same while somebody is busy with it, and counts from the first right code. */
export class CodeApp {
  private readonly seal: Seal;
  private readonly recovery: RecoveryCodes;

  constructor(private readonly parts: FactorParts) {
    this.seal = new Seal(parts.secret, 'code-app');
    this.recovery = new RecoveryCodes(parts.secret);
  }

  /** Undefined when this session may not change factors. */
  async begin(token: string, { accountId, email }: FactorState): Promise<AppSetup | undefined> {
    const row = await answer<{ kept: Buffer | null }>(this.parts, 'select app.keep_setup($1, $2) as kept', [hashOf(token), this.seal.close(newSecret(), accountId)]);
    if (!row?.kept) return undefined;
    const secret = this.seal.open(row.kept, accountId);
    return { secret, address: addressFor(secret, email) };
  }

  /** With the first code of the app; undefined when it is wrong or this session may not change factors. */
  async confirm(token: string, state: FactorState, typed: string): Promise<Passed | undefined> {
    const setup = await this.begin(token, state);
    const step = setup && stepOf(setup.secret, typed.replaceAll(/\s/g, ''), this.parts.clock.now());
    if (step === undefined) return undefined;
    const renewed = newToken();
    const { codes, hashes } = this.recovery.make();
    const { clock } = this.parts;
    const values = [hashOf(token), hashOf(renewed), step, hashes, clock.today(), mailAbout('app-added', clock)];
    const row = await answer<{ first: boolean | null }>(this.parts, 'select app.add_code_app($1, $2, $3, $4, $5, $6) as first', values);
    if (typeof row?.first !== 'boolean') return undefined;
    return { token: renewed, recoveryCodes: row.first ? codes : undefined };
  }
}
