import { networkOf } from './network-of.ts';

it.each([
  ['192.0.2.17', '192.0.2.0'],
  ['::ffff:192.0.2.17', '192.0.2.0'],
  ['2001:db8:aa:bb:1:2:3:4', '2001:db8:aa::'],
  ['2001:db8::1', '2001:db8::'],
  ['::1', '::'],
  ['not an address', ''],
  [undefined, ''],
])('shortens %s to %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
