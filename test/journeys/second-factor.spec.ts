import { Secret, TOTP } from 'otpauth';
import type TestAgent from 'supertest/lib/agent.js';
import { byMailedLink } from '../support/mailed-link.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const FATIMA = 'fatima@10ko00.example';
const STEP = '/inloggen/tweede-stap';

/** What the app on somebody's phone shows, some half minutes from now. */
const codeOf = (secret: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: Date.now() + later * 30_000 });

const secretOn = (html: string): string => String(/class="o-key">([^<]+)</.exec(html)?.[1]);
const codesOn = (html: string): string[] => [...html.matchAll(/<li>([a-z2-9]{4}(?:-[a-z2-9]{4}){2})<\/li>/g)].map(([, code]) => String(code));

describe('the second factor', () => {
  let site: TestApp;
  let secret: string;
  let recovery: string[];

  beforeAll(async () => {
    site = await testApp();
    await site.database.asSuperuser("update app.installation set origin = 'own'");
  });
  afterAll(() => site.close());

  const type = (browser: TestAgent, code: string, to = '') => browser.post(STEP).type('form').send({ code, naar: to });
  const cookieOf = (headers: { 'set-cookie'?: unknown }): string =>
    String((headers['set-cookie'] as string[] | undefined)?.find((cookie) => cookie.startsWith('overstap=')));
  /** As if so long ago that the half minute of the last code is past, and wrong ones are forgotten. */
  const later = (minutes: number): Promise<unknown> =>
    site.database.asSuperuser(`update app.code_app set last_step = last_step - ${minutes * 2}; update app.code_try set tried_at = tried_at - interval '${minutes} minutes';
      update app.session set second_factor_at = second_factor_at - interval '${minutes} minutes'`);
  const changes = () => site.database.asSuperuser<{ kind: string }>('select kind from app.factor_change order by id');

  it('has to be set up before anything opens', async () => {
    const browser = await byMailedLink(site, FATIMA);
    await browser.get('/').expect(303).expect('location', STEP);
    await browser.get('/leerlingen?groep=act').expect(303).expect('location', `${STEP}?naar=%2Fleerlingen%3Fgroep%3Dact`);
    await browser.get(`${STEP}?naar=/leerlingen`).expect(303).expect('location', `${STEP}/kiezen?naar=%2Fleerlingen`);
    const { text } = await browser.get(`${STEP}/kiezen?naar=/leerlingen`).expect(200);
    expect(text).toContain('Met een app op je telefoon');
    expect(text).not.toContain('Hoofdmenu');
  });

  it('is set up with an app and one code; recovery codes show once and the session gets a new id', async () => {
    const browser = await byMailedLink(site, FATIMA);
    const { text } = await browser.get(`${STEP}/app?naar=/leerlingen`).expect(200);
    secret = secretOn(text);
    expect(text).toContain('<svg class="o-qr"');
    expect(secretOn((await browser.get(`${STEP}/app`).expect(200)).text)).toBe(secret);
    await browser.post(`${STEP}/app`).type('form').send({ code: '12345' }).expect(422);
    const done = await browser.post(`${STEP}/app`).type('form').send({ code: codeOf(secret), naar: '/leerlingen' }).expect(200);
    recovery = codesOn(done.text);
    expect(new Set(recovery).size).toBe(8);
    expect(done.text).toContain('href="/leerlingen"');
    expect(cookieOf(done.headers)).toContain('overstap=');
    await browser.get('/leerlingen').expect(200);
    expect(await changes()).toEqual([{ kind: 'app-added' }]);
  });

  it('keeps neither the secret nor the codes in clear', async () => {
    const [kept] = await site.database.asSuperuser<{ secret: string; codes: string }>(
      "select encode(secret, 'escape') as secret, (select string_agg(encode(hash, 'escape'), ' ') from app.recovery_code) as codes from app.code_app");
    expect(kept?.secret).not.toContain(secret.replaceAll(' ', ''));
    for (const code of recovery) expect(kept?.codes).not.toContain(code.replaceAll('-', ''));
  });

  it('is asked at the next sign-in, takes no code twice and no address of another site', async () => {
    await later(5);
    const browser = await byMailedLink(site, FATIMA);
    await browser.get(`${STEP}/app`).expect(303).expect('location', STEP);
    const code = codeOf(secret);
    await type(browser, code, '//elders.example').expect(303).expect('location', '/');
    const other = await byMailedLink(site, FATIMA);
    const { text } = await type(other, code).expect(422);
    expect(text).toContain('Deze code klopt niet. Kijk of je de nieuwste code hebt');
    await other.get('/leerlingen').expect(303);
    await later(5);
    await type(other, codeOf(secret, -1), '/leerlingen').expect(303).expect('location', '/leerlingen');
    await other.get('/leerlingen').expect(200);
  });

  it('makes the session unknown under its old id', async () => {
    await later(5);
    const browser = site.visitor();
    await byMailedLink(site, FATIMA, browser);
    const before = await browser.get(STEP).expect(200);
    const old = String((before as unknown as { request: { cookies: string } }).request.cookies);
    expect(old).toMatch(/overstap=[\w-]{43}/);
    await type(browser, codeOf(secret)).expect(303);
    await browser.get('/leerlingen').expect(200);
    await site.visitor().get('/leerlingen').set('cookie', old).expect(303).expect('location', '/inloggen?naar=%2Fleerlingen');
  });

  it('looks at no code after five wrong ones, also many at once, and lets the right person in a quarter of an hour later', async () => {
    await later(60);
    const guesser = await byMailedLink(site, FATIMA);
    const guesses = await Promise.all(Array.from({ length: 12 }, (_, index) => type(guesser, String(100_000 + index))));
    expect(guesses.map(({ status }) => status)).toEqual(Array(12).fill(422));
    expect(await site.database.asSuperuser('select from app.code_try')).toHaveLength(5);
    const right = await type(guesser, codeOf(secret)).expect(422);
    expect(right.text).toContain('Deze code klopt niet. Er zijn te veel verkeerde codes ingevuld. Probeer het over 15 minuten opnieuw.');
    await type(guesser, String(recovery[7])).expect(422);
    await later(16);
    await type(guesser, '000000').expect(422);
    expect((await type(guesser, '000001').expect(422)).text).toContain('over 30 minuten');
    await later(31);
    await type(await byMailedLink(site, FATIMA), codeOf(secret)).expect(303);
    expect(await site.database.asSuperuser('select from app.code_try')).toHaveLength(0);
  });

  it('lets somebody in with a recovery code, typed anyhow, once, and says so by mail', async () => {
    const typed = ` ${String(recovery[0]).toUpperCase().replaceAll('-', ' ')} `;
    await type(await byMailedLink(site, FATIMA), typed).expect(303);
    await type(await byMailedLink(site, FATIMA), typed).expect(422);
    const mails = await site.database.asSuperuser<{ page: { what: string } }>("select page from app.mail where template = 'second-factor-changed' order by queued_at desc, id limit 1");
    expect(mails[0]?.page.what).toContain('ingelogd met een herstelcode');
  });

  it('is asked again before something changes, when it is older than ten minutes', async () => {
    await later(60);
    const browser = await byMailedLink(site, FATIMA);
    await type(browser, codeOf(secret)).expect(303);
    expect((await browser.get('/account/tweede-stap').expect(200)).text).toContain('Je hebt nog 7 herstelcodes');
    await later(11);
    await browser.post('/account/tweede-stap/herstelcodes').expect(303).expect('location', `${STEP}?naar=%2Faccount%2Ftweede-stap`);
    await browser.get(`${STEP}/app`).expect(303).expect('location', `${STEP}?naar=%2Faccount%2Ftweede-stap`);
    await browser.get(STEP).expect(200);
    await type(browser, codeOf(secret), '/account/tweede-stap').expect(303).expect('location', '/account/tweede-stap');
    const renewed = codesOn((await browser.post('/account/tweede-stap/herstelcodes').expect(200)).text);
    expect(renewed).toHaveLength(8);
    await type(await byMailedLink(site, FATIMA), String(recovery[1])).expect(422);
    recovery = renewed;
  });

  it('never loses its last factor', async () => {
    const browser = await byMailedLink(site, FATIMA);
    await type(browser, String(recovery[0])).expect(303);
    await browser.post('/account/tweede-stap/weghalen').type('form').send({}).expect(303);
    expect(await site.database.asSuperuser('select from app.code_app')).toHaveLength(1);
  });

  it('mails about a device that was not seen before, and not about one that was', async () => {
    const told = () => site.database.asSuperuser("select from app.mail where template = 'new-device'");
    const before = (await told()).length;
    const browser = await byMailedLink(site, FATIMA);
    await type(browser, String(recovery[1])).expect(303);
    expect(await told()).toHaveLength(before + 1);
    await browser.post('/uitloggen').expect(303);
    await byMailedLink(site, FATIMA, browser);
    await type(browser, String(recovery[2])).expect(303);
    expect(await told()).toHaveLength(before + 1);
  });

  it('asks nothing in the example region', async () => {
    await site.database.asSuperuser("update app.installation set origin = 'example'");
    try {
      const browser = await site.signedIn('joost');
      await browser.get('/leerlingen').expect(200);
      await browser.get(STEP).expect(303).expect('location', '/');
      expect((await browser.get('/account/tweede-stap').expect(200)).text).toContain('Dat hoeft ook niet');
      await browser.get(`${STEP}/app`).expect(303);
    } finally {
      await site.database.asSuperuser("update app.installation set origin = 'own'");
    }
  });
});
