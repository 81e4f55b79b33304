import { securityHeaders } from './security-headers.ts';

describe('the headers of every answer', () => {
  let headers: Record<string, string>;
  beforeAll(async () => {
    headers = await securityHeaders(true);
  });

  it('let the browser fetch, run and send to nothing but us, in no frame', () => {
    const rules = new Map(headers['content-security-policy']!.split(';').map((rule) => [rule.split(' ')[0]!, rule.split(' ').slice(1).join(' ')]));
    expect(rules.get('default-src')).toBe("'none'");
    expect(rules.get('base-uri')).toBe("'none'");
    expect(rules.get('frame-ancestors')).toBe("'none'");
    expect([...rules.values()].filter((value) => value !== "'self'" && value !== "'none'")).toEqual([]);
  });

  it('keep to https for a year, to the type that is named and to our own window', () => {
    expect(headers).toMatchObject({
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('promise https only where people type it', async () => {
    expect(await securityHeaders(false)).not.toHaveProperty('strict-transport-security');
  });

  it('ask a browser for no camera, microphone or place, and let no frame show us', () => {
    for (const feature of ['camera', 'microphone', 'geolocation']) expect(headers['permissions-policy']).toContain(`${feature}=()`);
    expect(headers['x-frame-options']).toBe('DENY');
  });

  it('tell no other site where somebody came from, and let none read us', () => {
    expect(headers['referrer-policy']).toBe('same-origin');
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
