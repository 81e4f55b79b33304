import type { Actor, Clock, Tx } from '#platform';
import { codeMinutes } from '#policy';
import { codeHash, newCode } from './code.ts';

export interface HandedCode {
  readonly leaverId: string;
  readonly code: string;
  readonly until: Date;
}

/** Codes that somebody at school hands to a student: shown once, kept as a hash. */
export class HandedCodes {
  constructor(
    private readonly clock: Clock,
    private readonly secret: string,
  ) {}

  /** A code for each of these leavers whom the actor may let in, and for nobody else; codes given before stop working. */
  async give(tx: Tx, actor: Actor, leaverIds: readonly string[], kind: 'screen' | 'letter'): Promise<HandedCode[]> {
    const made = leaverIds.map((leaverId) => ({ leaverId, code: newCode(8) }));
    const until = new Date(this.clock.now().getTime() + codeMinutes[kind] * 60_000);
    const values = [leaverIds, made.map(({ code }) => codeHash(this.secret, code)), kind, until, this.clock.today()];
    const given = await tx.run(actor, (sql) => sql<{ id: string }>('select app.give_codes($1, $2, $3, $4, $5) as id', values));
    const ids = new Set(given.map(({ id }) => id));
    return made.filter(({ leaverId }) => ids.has(leaverId)).map((row) => ({ ...row, until }));
  }

  /** As the database knows a code that somebody typed. */
  hash(code: string): Buffer {
    return codeHash(this.secret, code);
  }
}
