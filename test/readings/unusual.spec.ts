import { tellUnusualReadings } from '#people';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

const SITE = new URL('https://overstap.example');

describe('reading very much in an hour', () => {
  let site: TestApp;
  let lars: string;

  beforeAll(async () => {
    site = await testApp();
    lars = await memberOf(site.database, 'lars');
  });
  afterAll(() => site.close());

  const opened = (leavers: number, what = 'leaver-opened'): Promise<unknown> =>
    site.database.asSuperuser(`insert into app.reading (account_id, member_id, person, role, reader_organisation_id, organisation, leaver_id, what, way)
      select m.account_id, m.id, 'Lars de Vries', m.role, m.organisation_id, 'Het Kompas', gen_random_uuid(), $2, 'page'
      from app.membership m, generate_series(1, $3) where m.id = $1`, [lars, what, leavers]);
  const mails = () => site.database.asSuperuser("select to_address as to, page from app.mail where template = 'unusual-reading' order by to_address");
  const tell = () => tellUnusualReadings(site.worker, '2026-09-14', SITE);

  it('is told to nobody up to 200, and never because of a list', async () => {
    await opened(200);
    await opened(500, 'leavers-fetched');
    await tell();
    expect(await mails()).toEqual([]);
  });

  it('is mailed once to who looks after the people of that organisation, without a name', async () => {
    await opened(5);
    await tell();
    await tell();
    const page = { leavers: 205, organisation: 'Het Kompas', link: 'https://overstap.example/beheer/logboek' };
    expect(await mails()).toEqual([
      { to: 'petra@10ko00.example', page },
      { to: 'soraya@10ko00.example', page },
    ]);
  });

  it('stands on the log of the privacy officer of that organisation only', async () => {
    const petra = await site.signedIn('petra');
    expect((await petra.get('/beheer/logboek').expect(200)).text).toContain('Lars de Vries opende 205 leerlingen');
    const paul = await site.signedIn('paul');
    expect((await paul.get('/beheer/logboek').expect(200)).text).not.toContain('ongewoon veel');
  });
});
