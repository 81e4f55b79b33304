import { localAddress } from './local-address.ts';

describe('the page after signing in', () => {
  it.each(['/leerlingen', '/niet-gestart/1?van=mail'])('may be ours: %s', (address) => {
    expect(localAddress(address)).toBe(address);
  });

  it.each(['https://elders.example', '//elders.example', '/\\elders.example', '/\t/elders.example', '/..//elders.example', 'javascript:alert(1)', 7, undefined])(
    'may not be elsewhere: %j',
    (address) => {
      expect(localAddress(address)).toBe('');
    },
  );
});
