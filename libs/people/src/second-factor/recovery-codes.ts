import { createHmac, randomBytes } from 'node:crypto';
import { deriveSecret } from '#platform';

const COUNT = 8;
const LENGTH = 12;
/** Thirty-two signs that nobody confuses: no l and 1, no o and 0. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyz23456789';

export interface NewCodes {
  /** As shown, once. */
  readonly codes: string[];
  readonly hashes: Buffer[];
}

/** Codes to keep on paper, sixty bits each; the database has a keyed hash, which nobody can guess at without our secret. */
export class RecoveryCodes {
  private readonly key: string;

  constructor(secret: string) {
    this.key = deriveSecret(secret, 'recovery-codes');
  }

  make(): NewCodes {
    const codes = Array.from({ length: COUNT }, () => [...randomBytes(LENGTH)].map((byte) => SIGNS[byte % SIGNS.length]).join(''));
    return { codes: codes.map((code) => (code.match(/.{4}/g) ?? []).join('-')), hashes: codes.map((code) => this.hashOf(code)) };
  }

  /** However it was typed: with or without dashes, spaces and capitals. */
  hashOf(typed: string): Buffer {
    return createHmac('sha256', this.key).update(typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')).digest();
  }
}
