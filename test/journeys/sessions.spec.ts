import type TestAgent from 'supertest/lib/agent.js';
import { forgetEnded } from '#people';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

describe('a session', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());
  beforeEach(() => site.database.asSuperuser('delete from app.session'));

  const idle = (minutes: number) => site.database.asSuperuser(`update app.session set last_seen_at = clock_timestamp() - interval '${minutes} minutes'`);
  const seen = async (): Promise<number> => (await site.database.asSuperuser<{ ago: number }>('select extract(epoch from clock_timestamp() - last_seen_at)::float8 as ago from app.session'))[0]?.ago ?? -1;
  const left = async (browser: TestAgent): Promise<number> => (await browser.get('/sessie').expect(200)).body.seconds;
  const isIn = async (browser: TestAgent): Promise<boolean> => (await browser.get('/account')).status === 200;
  async function onPhone(): Promise<TestAgent> {
    const browser = site.visitor().set('user-agent', PHONE);
    await browser.post('/inloggen/als').type('form').send({ member: await memberOf(site.database, 'fatima') }).expect(303);
    return browser;
  }

  it('of staff ends after two hours without a click, and not before', async () => {
    const fatima = await site.signedIn('fatima');
    await idle(119);
    expect(await isIn(fatima)).toBe(true);
    await idle(121);
    expect(await isIn(fatima)).toBe(false);
  });

  it('of a student or parent ends after half an hour', async () => {
    const [student] = await site.database.asSuperuser<{ id: string }>(`insert into app.membership (account_id, organisation_id, role, leaver_id, accepted_at)
      select a.id, l.school_id, 'student', l.id, clock_timestamp() from app.account a, app.leaver l where a.email like 'okan@%' and l.email like 'abdi@%' returning id`);
    const abdi = site.visitor();
    await abdi.post('/inloggen/als').type('form').send({ member: student?.id }).expect(303);
    await idle(29);
    expect(await isIn(abdi)).toBe(true);
    await idle(31);
    expect(await isIn(abdi)).toBe(false);
  });

  it('ends after ten hours, however busy', async () => {
    const fatima = await site.signedIn('fatima');
    const [row] = await site.database.asSuperuser<{ hours: number }>('select extract(epoch from expires_at - made_at)::float8 / 3600 as hours from app.session');
    expect(row?.hours).toBeCloseTo(10, 2);
    await site.database.asSuperuser('update app.session set expires_at = clock_timestamp()');
    expect(await isIn(fatima)).toBe(false);
  });

  it('is prolonged by each click, written down at most once a minute', async () => {
    const fatima = await site.signedIn('fatima');
    await idle(0.5);
    await isIn(fatima);
    expect(await seen()).toBeGreaterThanOrEqual(30);
    await idle(50);
    await isIn(fatima);
    expect(await seen()).toBeLessThan(30);
  });

  it('says how long it lasts without being prolonged by the question, and is prolonged when asked', async () => {
    const fatima = await site.signedIn('fatima');
    await idle(118);
    expect(await left(fatima)).toBeLessThanOrEqual(120);
    expect(await seen()).toBeGreaterThan(7000);
    await fatima.post('/sessie/verlengen').expect(204);
    expect(await left(fatima)).toBeGreaterThan(7100);
  });

  it('lasts no longer for who is not signed in, or not any more', async () => {
    expect(await left(site.visitor())).toBe(0);
    const fatima = await site.signedIn('fatima');
    await idle(121);
    expect(await left(fatima)).toBe(0);
    await fatima.post('/sessie/verlengen').expect(303);
    expect(await isIn(fatima)).toBe(false);
  });

  it('can be seen beside the others of the same person, and signed out from there', async () => {
    const [fatima, phone] = [await site.signedIn('fatima'), await onPhone()];
    await site.signedIn('hanna');
    const { text } = await fatima.get('/account/sessies').expect(200);
    expect(text.match(/(?<=<li><h2[^>]*>)[^<]+/g)).toEqual(['Onbekend apparaat', 'Safari op iPhone']);
    expect(text).toContain('Dit apparaat');
    expect(text).toContain('netwerk 127.0.…');
    const sessie = /name="sessie" value="([\w-]+)"/.exec(text)?.[1];
    await fatima.post('/account/sessies/uitloggen').type('form').send({ sessie }).expect(303).expect('location', '/account/sessies');
    expect([await isIn(fatima), await isIn(phone)]).toEqual([true, false]);
  });

  it('of somebody else is not found', async () => {
    const [fatima, hanna] = [await site.signedIn('fatima'), await site.signedIn('hanna')];
    const [row] = await site.database.asSuperuser<{ handle: string }>("select s.handle from app.session s join app.account a on a.id = s.account_id where a.email like 'hanna@%'");
    await fatima.post('/account/sessies/uitloggen').type('form').send({ sessie: row?.handle }).expect(404);
    expect(await isIn(hanna)).toBe(true);
  });

  it('ends on all devices at once', async () => {
    const [fatima, phone, hanna] = [await site.signedIn('fatima'), await onPhone(), await site.signedIn('hanna')];
    await fatima.post('/account/sessies/uitloggen').expect(303).expect('location', '/inloggen');
    expect([await isIn(fatima), await isIn(phone), await isIn(hanna)]).toEqual([false, false, true]);
  });

  it('is forgotten a day after its end', async () => {
    await site.signedIn('fatima');
    const kept = async (): Promise<number> => (await site.database.asSuperuser('select from app.session')).length;
    await idle(25 * 60);
    await forgetEnded(site.worker);
    expect(await kept()).toBe(1);
    await idle(27 * 60);
    await forgetEnded(site.worker);
    expect(await kept()).toBe(0);
  });
});
