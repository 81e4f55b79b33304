import { Handlers } from '#people';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('the headers of the pages', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  it('let no cache keep any page for who is signed in', async () => {
    const lars = await site.signedIn('lars');
    const pages = site.app.get(Handlers).all().filter(({ method, path }) => method === 'GET' && !path.includes(':') && !/^\/(gezond|gereed)$/.test(path));
    const kept = [];
    for (const { path } of pages) {
      const { status, headers } = await lars.get(path);
      if (status === 200 && headers['cache-control'] !== 'no-store') kept.push(path);
    }
    expect(kept).toEqual([]);
  });

  it('clear what a browser kept, for who signs out', async () => {
    const lars = await site.signedIn('lars');
    const { headers } = await lars.post('/uitloggen').expect(303);
    expect(headers['clear-site-data']).toBe('"storage"');
  });

  it('tell nothing about what runs here', async () => {
    const { headers } = await site.visitor().get('/').expect(200);
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['server']));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['x-powered-by']));
  });

  it('let the page of a link tell no address, only whose form it is', async () => {
    const { headers } = await site.visitor().get(`/inloggen/link/${'a'.repeat(43)}`).expect(200);
    expect(headers['referrer-policy']).toBe('strict-origin');
  });
});
