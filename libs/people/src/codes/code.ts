import { createHmac, randomInt } from 'node:crypto';

/** Without letters and digits that look like another one: no I, L, O, S, no 0, 1, 5, 8. */
const ALPHABET = 'ABCDEFGHJKMNPQRTUVWXYZ234679';

/** In two groups, as people read a number aloud: `K7QD-3MXA`. */
export function newCode(length: 6 | 8): string {
  const letters = Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
  return `${letters.slice(0, length / 2)}-${letters.slice(length / 2)}`;
}

/** As it was meant: capitals, dashes and spaces do not matter. */
export const readCode = (typed: string): string => typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** What the database keeps. A code is short: without the secret nobody finds it back by trying them all. */
export const codeHash = (secret: string, code: string): Buffer => createHmac('sha256', secret).update(readCode(code)).digest();
