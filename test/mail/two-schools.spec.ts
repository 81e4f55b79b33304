import { testApp, type TestApp } from '../support/test-app.ts';

/** Sem is known at a second school too, with the same account. */
describe('a student of two schools', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
    await site.database.asSuperuser(`insert into app.membership (account_id, organisation_id, role, leaver_id, accepted_at)
      select a.id, l.school_id, 'student', l.id, now() from app.account a, app.leaver l where a.email = 'sem@leerling.example' and l.email = 'mila@leerling.example'`);
  });
  afterAll(() => site.close());

  it('is asked by each of them, and by none twice', async () => {
    for (const _ of [1, 2]) {
      await site.database.asSuperuser("select app.mail_student(id, 'coach-asked', '2026-09-14') from app.leaver where email in ('sem@leerling.example', 'mila@leerling.example')");
    }
    const mails = await site.database.asSuperuser<{ code: string }>("select o.code from app.mail m join app.organisation o on o.id = m.organisation_id where m.template = 'coach-asked' and m.to_address = 'sem@leerling.example' order by 1");
    expect(mails.map(({ code }) => code)).toEqual(['10KO00', '30VE00']);
  });
});
