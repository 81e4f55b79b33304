import { newToken } from '../../libs/people/src/session/token.ts';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

describe('somebody with the cookie or link of another', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const cookieOf = (headers: Record<string, unknown>): string =>
    [headers['set-cookie']].flat().map(String).find((cookie) => cookie.startsWith('overstap='))?.split(';')[0] ?? '';
  const signIn = async (cookie = ''): Promise<string> => {
    const member = await memberOf(site.database, 'fatima');
    return cookieOf((await site.visitor().post('/inloggen/als').set('cookie', cookie).type('form').send({ member }).expect(303)).headers);
  };
  const isIn = async (cookie: string): Promise<boolean> => (await site.visitor().get('/account').set('cookie', cookie)).status === 200;

  it('cannot plant a session beforehand: its number is never taken over', async () => {
    const planted = `overstap=${newToken()}`;
    const own = await signIn(planted);
    expect(own).toMatch(/^overstap=[\w-]{43}$/);
    expect(own).not.toBe(planted);
    expect(await isIn(planted)).toBe(false);
  });

  it('loses the session from before when somebody signs in on the same browser', async () => {
    const before = await signIn();
    const after = await signIn(before);
    expect([await isIn(before), await isIn(after)]).toEqual([false, true]);
  });

  it('has nothing any more after signing out', async () => {
    const cookie = await signIn();
    await site.visitor().post('/uitloggen').set('cookie', cookie).expect(303);
    expect(await isIn(cookie)).toBe(false);
  });

  it('has nothing any more after a change of role', async () => {
    const cookie = await signIn();
    await site.database.asSuperuser(`insert into app.membership (account_id, organisation_id, role, accepted_at)
      select m.account_id, m.organisation_id, 'careers-dean', now() from app.membership m where m.id = $1`, [await memberOf(site.database, 'fatima')]);
    const [dean] = await site.database.asSuperuser<{ id: string }>("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'fatima@%' and m.role = 'careers-dean'");
    const { headers } = await site.visitor().post('/account').set('cookie', cookie).type('form').send({ member: dean?.id }).expect(303);
    expect([await isIn(cookie), await isIn(cookieOf(headers))]).toEqual([false, true]);
    expect((await site.visitor().get('/account').set('cookie', cookieOf(headers))).text).toContain('decaan');
    await site.database.asSuperuser('delete from app.session');
    await site.database.asSuperuser('delete from app.membership where id = $1', [dean?.id]);
  });

  it('becomes nobody else by asking for a role of another person', async () => {
    const cookie = await signIn();
    const { headers } = await site.visitor().post('/account').set('cookie', cookie).type('form').send({ member: await memberOf(site.database, 'lars') }).expect(303);
    expect(cookieOf(headers)).toBe('');
    expect((await site.visitor().get('/account').set('cookie', cookie).expect(200)).text).toContain('Fatima el Amrani');
  });

  it('cannot use a link a second time, nor two at once', async () => {
    await site.visitor().post('/inloggen').type('form').send({ email: 'hanna@11br00.example' }).expect(303);
    const [mail] = await site.database.asSuperuser<{ link: string }>("select page ->> 'link' as link from app.mail where template = 'sign-in' and to_address = 'hanna@11br00.example'");
    const { pathname } = new URL(String(mail?.link));
    const answers = await Promise.all([1, 2, 3, 4].map(async () => (await site.visitor().post(pathname)).status));
    expect(answers.toSorted((a, b) => a - b)).toEqual([303, 410, 410, 410]);
  });

  it('finds nothing in the database that opens a session', async () => {
    const cookie = await signIn();
    const rows = await site.database.asSuperuser<{ row: string; handle: string }>('select s::text as row, handle from app.session s');
    expect(rows.map(({ row }) => row).join()).not.toContain(cookie.split('=')[1]);
    for (const { handle } of rows) expect(await isIn(`overstap=${handle}`)).toBe(false);
  });
});
