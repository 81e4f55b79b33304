import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveSecret } from '#platform';

const METHOD = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** Keeps a secret that is needed again in clear, so that a copy of the database alone gives nothing away. */
export class Seal {
  private readonly key: Buffer;

  constructor(secret: string, purpose: string) {
    this.key = Buffer.from(deriveSecret(secret, purpose), 'base64url');
  }

  /** `of` is whose it is: sealed for one account, it opens for no other. */
  close(text: string, of: string): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(METHOD, this.key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(of));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** Throws when it was changed, belongs to somebody else, or was sealed with another secret. */
  open(sealed: Buffer, of: string): string {
    const decipher = createDecipheriv(METHOD, this.key, sealed.subarray(0, NONCE), { authTagLength: TAG }).setAAD(Buffer.from(of));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
  }
}
