import { deviceOf, placeOf } from './device.ts';

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('the words for a device', () => {
  it.each([
    [`${WINDOWS} Chrome/131.0.0.0 Safari/537.36`, 'Chrome op Windows'],
    [`${WINDOWS} Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0`, 'Edge op Windows'],
    [`${IPHONE} Version/18.1 Mobile/15E148 Safari/604.1`, 'Safari op iPhone'],
    [`${IPHONE} CriOS/131.0 Mobile/15E148 Safari/604.1`, 'Chrome op iPhone'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox op Linux'],
    ['Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0 Mobile Safari/537.36', 'Samsung Internet op Android'],
    ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36', 'Chrome op ChromeOS'],
    ['<script>alert(1)</script>', 'Onbekend apparaat'],
    ['', 'Onbekend apparaat'],
  ])('of %s are %s', (agent, words) => {
    expect(deviceOf(agent)).toBe(words);
  });

  it('tell of an address only where it begins', () => {
    expect(placeOf('145.18.33.7')).toBe('145.18.…');
    expect(placeOf('::ffff:145.18.33.7')).toBe('145.18.…');
    expect(placeOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2:…');
  });
});
