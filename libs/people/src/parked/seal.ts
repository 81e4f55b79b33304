import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveSecret } from '#platform';

const [IV, TAG] = [12, 16];

/** Needs the secret of the installation and the token in somebody's browser together: neither alone reads it. */
const keyOf = (secret: string, token: string): Buffer => Buffer.from(deriveSecret(deriveSecret(secret, 'parked-form'), token), 'base64url');

export function seal(text: string, secret: string, token: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, token), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Undefined when a byte was changed, or the secret is another one by now. */
export function unseal(sealed: Buffer, secret: string, token: string): string | undefined {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, token), sealed.subarray(0, IV), { authTagLength: TAG });
  decipher.setAuthTag(sealed.subarray(IV, IV + TAG));
  const text = decipher.update(sealed.subarray(IV + TAG));
  try {
    return Buffer.concat([text, decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
