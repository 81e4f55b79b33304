import { testApp, type TestApp } from '../support/test-app.ts';

describe('the right of admission beside an application', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
    await site.database.asSuperuser("update app.leaver set track = 'bb', exam_result = 'passed' where email = 'noor@leerling.example'");
    await site.database.asSuperuser("update app.programme set level = 3 where crebo = '25001'");
    await site.database.asSuperuser(`update app.application set leaver_id = (select id from app.leaver where email = 'noor@leerling.example'), tie = 'by-hand',
      status = 'submitted', applied_on = '2026-02-02' where number = '20NO-900'`);
  });
  afterAll(() => site.close());

  it('tells the student whether, why and what to do', async () => {
    const { text } = await (await site.signedIn('noor')).get('/aanmeldingen').expect(200);
    expect(text).toContain('Nee, je hebt geen toelatingsrecht');
    expect(text).toContain('Bij niveau 3 hoort meer dan een diploma vmbo basis.');
    expect(text).toContain('Kijk met je mentor naar een opleiding op een niveau dat past');
  });

  it('tells a parent and the mentor the same in words that fit', async () => {
    for (const [person, address] of [['samira', '/aanmeldingen'], ['joost', await leaverPage()]] as const) {
      const { text } = await (await site.signedIn(person)).get(address).expect(200);
      expect(text).toContain('Nee, er is geen toelatingsrecht');
      expect(text).toContain('De aanmelding was er op 1 april.');
      expect(text).not.toContain('Kijk met je mentor');
    }
  });

  const leaverPage = async (): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ id: string; mentor: string }>("select id from app.leaver where email = 'noor@leerling.example'");
    return `/leerlingen/${row?.id}`;
  };

  it('is silent when there is a place', async () => {
    await site.database.asSuperuser("update app.application set status = 'enrolled' where number = '20NO-900'");
    expect((await (await site.signedIn('noor')).get('/aanmeldingen')).text).not.toContain('oelatingsrecht');
  });
});
