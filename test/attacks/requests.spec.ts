import request, { type Response } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('a request that nobody would make by hand', () => {
  let site: TestApp;
  let stranger: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    stranger = site.visitor();
  });
  afterAll(() => site.close());

  const isGuarded = ({ headers }: Response): void => {
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  };

  it.each([['an unreadable address', '/%E0%A4%A'], ['a part that is too long', `/leerlingen/${'a'.repeat(150)}`], ['a page that is not there', '/nergens'], ['a file that is not there', '/public/nergens.css']])(
    'is not found at %s, with the headers of every answer and without repeating it',
    async (_what, address) => {
      const answer = await stranger.get(address).expect(404);
      isGuarded(answer);
      expect(answer.text).not.toContain(address);
    },
  );

  it('gets our headers on files and refusals too', async () => {
    isGuarded(await stranger.get('/public/js/pages.js').expect(200));
    isGuarded(await stranger.post('/inloggen').set('content-type', 'text/xml').send('<a/>').expect(400));
    isGuarded(await stranger.post('/inloggen').type('form').send(`email=${'a'.repeat(2_000_000)}`).expect(413));
    isGuarded(await stranger.post('/inloggen').set('origin', 'https://kwaad.example').type('form').send('email=a@b.nl').expect(403));
  });

  it('is refused when a form comes from another site, whatever its kind', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    await stranger.post('/inloggen').set(foreign).field('email', 'a@b.nl').expect(403);
    await stranger.post('/inloggen').set({ 'sec-fetch-site': 'same-site' }).type('form').send('email=a@b.nl').expect(403);
    await request(site.app.getHttpServer()).post('/inloggen').set({ origin: 'null' }).type('form').send('email=a@b.nl').expect(403);
    await stranger.delete('/account').set(foreign).expect(403);
  });

  it('is a wrong request, never our mistake, with a zero byte in it', async () => {
    const [fatima, ingrid, sanne] = await Promise.all([site.signedIn('fatima'), site.signedIn('ingrid'), site.signedIn('sanne')]);
    await fatima.get('/leerlingen?mbo=%00').expect(400);
    await fatima.post('/leerlingen/zoeken').type('form').send('naam=a%00b').expect(400);
    await ingrid.get('/niet-gestart?gemeente=%00').expect(200); // a town that nobody lives in filters nothing and never reaches the database
    await sanne.get('/intake/start/a%00b-bol-2026-08-24').expect(400);
    const sem = await site.signedIn('sem');
    await sem.post('/paspoort/onderdelen/wie-ben-ik').type('form').send('versie=0&in-my-words=a%00b&klaar=nee').expect(400);
  });

  it('is told about a day that does not exist, or narrows nothing with it', async () => {
    const [sanne, gijs] = await Promise.all([site.signedIn('sanne'), site.signedIn('gijs')]);
    const offer = { soort: 'buddy', naam: 'Maatje', gemeente: '', contact: '0612345678', voor: '' };
    for (const day of ['2026-02-30', '0000-01-01', '2026-13-01']) {
      expect((await sanne.get(`/intake?start=${day}`).expect(200)).text).not.toContain('Geen aanmelding past hierbij');
      expect((await gijs.post('/beheer/aanbod/nieuw').type('form').send({ ...offer, tot: day }).expect(422)).text).toContain('Vul een dag in, of laat het vak leeg.');
    }
  });

  it('starts from the beginning with a version that no page ever showed', async () => {
    const sem = await site.signedIn('sem');
    for (const version of ['1e309', '9'.repeat(40), '-1', 'x']) {
      await sem.post('/paspoort/onderdelen/wie-ben-ik').type('form').send({ versie: version, 'in-my-words': `Bij ${version}`, klaar: 'nee' }).expect(({ status }) => expect([303, 409]).toContain(status));
    }
  });

  it('sees the first sheet when it asks for one beyond all numbers', async () => {
    const ingrid = await site.signedIn('ingrid');
    await ingrid.get('/niet-gestart?blad=99999999999999999999').expect(200);
    await ingrid.get('/niet-gestart?blad[]=2').expect(200);
  });

  describe('on the pages of the example', () => {
    const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

    it.each(passedOn)('finds none when it came through another machine: %s', async (name) => {
      const [fatima] = await site.database.asSuperuser<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'fatima@%'");
      await stranger.get('/postvak').set(name, 'a.example').expect(404);
      await stranger.post('/inloggen/als').set(name, 'a.example').type('form').send({ member: fatima?.id }).expect(404);
      expect((await stranger.get('/inloggen').set(name, 'a.example').expect(200)).text).not.toContain(String(fatima?.id));
    });

    it('finds none under the name of another site that points to this machine', async () => {
      for (const host of ['overstap.example', 'overstap.example:3000', 'localhost.overstap.example', '[', '']) await stranger.get('/postvak').set('host', host).expect(404);
      for (const host of ['localhost:3000', '127.0.0.1', '[::1]:3000']) await stranger.get('/postvak').set('host', host).expect(200);
    });
  });

  it('gets a cookie for https only where people type https, also behind a proxy that nobody trusts', async () => {
    const behind = await testApp({ publicUrl: 'https://overstap.example' });
    try {
      const [row] = await behind.database.asSuperuser<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'fatima@%'");
      const { headers } = await behind.visitor().post('/inloggen/als').type('form').send({ member: row?.id }).expect(303);
      expect(headers['set-cookie']).toEqual([
        expect.stringMatching(/^__Host-overstap-bekend=[\w-]{22}\.[\w%]{43,}; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
        expect.stringMatching(/^__Host-overstap=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
      ]);
    } finally {
      await behind.close();
    }
  });
});
