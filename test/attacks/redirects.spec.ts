import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

describe('an address that leads away after signing in', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const elsewhere = [
    'https://kwaad.example', '//kwaad.example', '/\\kwaad.example', '\\\\kwaad.example', '/\t/kwaad.example', '/%09/kwaad.example', '/..//kwaad.example',
    '%2F%2Fkwaad.example', '/%2F%2Fkwaad.example', 'https:kwaad.example', 'javascript:alert(1)', 'data:text/html,x', ' //kwaad.example', '/\r\nLocation: https://kwaad.example',
  ];

  it.each(elsewhere)('is never followed: %j', async (naar) => {
    const { headers } = await site.visitor().post('/inloggen/als').type('form').send({ member: await memberOf(site.database, 'fatima'), naar }).expect(303);
    expect(new URL(String(headers.location), 'http://localhost').origin).toBe('http://localhost');
    expect(headers.location).toMatch(/^\/(?![/\\])/);
    const { text } = await site.visitor().get('/inloggen').query({ naar }).expect(200);
    expect(text).not.toMatch(/(href|action)="[^"]*kwaad\.example/);
  });

  it('is not taken from what one wanted to see', async () => {
    const { headers } = await site.visitor().get('//kwaad.example/account');
    expect(String(headers.location ?? '')).not.toMatch(/^(https?:)?\/\//);
  });
});
