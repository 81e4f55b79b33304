import { Secret, TOTP } from 'otpauth';

const HALF_MINUTE_MS = 30_000;
const DIGITS = 6;
const SECRET_BYTES = 20;

export const newSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** What the QR code says to the app. Apps know only these numbers for sure: six digits, half a minute, SHA-1. */
export const addressFor = (secret: string, email: string): string =>
  new TOTP({ issuer: 'Overstap', label: email, secret: Secret.fromBase32(secret) }).toString();

/** The half minute that this code is of: the present one, or one earlier or later for clocks that are off; undefined when wrong. */
export function stepOf(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const off = TOTP.validate({ token: code, secret: Secret.fromBase32(secret), digits: DIGITS, timestamp, window: 1 });
  return off === null ? undefined : Math.floor(timestamp / HALF_MINUTE_MS) + off;
}
