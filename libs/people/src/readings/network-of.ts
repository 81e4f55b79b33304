import { isIP } from 'node:net';

/** The network that an address is in: enough to tell school from home, too little to follow somebody. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) === 4) return plain.replace(/\d+$/, '0');
  if (isIP(plain) !== 6) return '';
  const [start = ''] = plain.split('::');
  return `${start.split(':').slice(0, 3).join(':')}::`;
}
