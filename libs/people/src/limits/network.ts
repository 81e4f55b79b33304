import { isIPv6 } from 'node:net';

const HEXTETS = 8;

/** The network that a client sits in: an address of IPv4 as it is, of IPv6 its first half, which one household or school has. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1];
  if (inside || !isIPv6(plain)) return inside ?? plain;
  return `${hextets(plain).slice(0, HEXTETS / 2).join(':')}::/64`;
}

function hextets(address: string): string[] {
  const [head = '', tail] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const [first, last] = [[head].flat(), tail ?? []];
  const between = Array<string>(HEXTETS - first.length - last.length).fill('0');
  return [...first, ...between, ...last].map((part) => part.replace(/^0+(?=.)/, ''));
}
