import { isIP } from 'node:net';

/** The network that an address is in: enough to tell school from home, too little to follow somebody. Empty for who left meanwhile and has none any more. */
export function networkOf(address: string | undefined): string {
  const plain = (address ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(plain) === 4) return plain.replace(/\d+$/, '0');
  if (isIP(plain) !== 6) return '';
  const [start = ''] = plain.split('::');
  return `${start.split(':').slice(0, 3).join(':')}::`;
}
