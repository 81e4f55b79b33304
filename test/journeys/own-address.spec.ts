import { testApp, type TestApp } from '../support/test-app.ts';

describe('an own mail address', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const codeTo = async (address: string): Promise<string> =>
    String((await run<{ page: { code: string } }>("select page from app.mail where template = 'confirm-address' and to_address = $1 order by queued_at desc limit 1", [address]))[0]?.page.code);

  it('is asked of a student from 1 April on, or from the day of the own region', async () => {
    const sem = await site.signedIn('sem');
    site.clock.standStill('2026-03-31');
    expect((await sem.get('/aanmeldingen').expect(200)).text).not.toContain('Geef je mailadres op');
    site.clock.standStill('2026-04-01');
    expect((await sem.get('/aanmeldingen').expect(200)).text).toContain('Geef je mailadres op');
    await run("insert into app.calendar_change (region, school_year, field, value, changed_on, changed_at) values ('10', '2025-2026', 'not-applied-from', '2026-05-01', '2026-01-05', now())");
    expect((await sem.get('/aanmeldingen').expect(200)).text).not.toContain('Geef je mailadres op');
    await run('delete from app.calendar_change');
    site.clock.standStill();
  });

  it('counts only after its code came back, and then for signing in', async () => {
    const sem = await site.signedIn('sem');
    await sem.post('/account/eigen-adres').type('form').send({ adres: 'Sem@thuis.example' }).expect(303);
    const ask = () => site.visitor().post('/inloggen').type('form').send({ email: 'sem@thuis.example' }).expect(303);
    await ask();
    expect(await run("select from app.mail where template = 'sign-in'")).toEqual([]);
    await sem.post('/account/eigen-adres/bevestigen').type('form').send({ code: 'AAA-AAA' }).expect(422);
    await sem.post('/account/eigen-adres/bevestigen').type('form').send({ code: await codeTo('sem@thuis.example') }).expect(303);
    expect((await sem.get('/account/eigen-adres').expect(200)).text).toContain('sem@thuis.example');
    await ask();
    expect(await run("select to_address as to from app.mail where template = 'sign-in'")).toEqual([{ to: 'sem@thuis.example' }]);
    expect((await sem.get('/aanmeldingen').expect(200)).text).not.toContain('Geef je mailadres op');
  });

  it('is nothing that the school or a parent sees', async () => {
    const [sem] = await run<{ id: string }>("select id from app.leaver where given_name = 'Sem'");
    expect((await (await site.signedIn('fatima')).get(`/leerlingen/${sem?.id}`).expect(200)).text).not.toContain('sem@thuis.example');
    for (const person of ['fatima', 'samira'] as const) await (await site.signedIn(person)).get('/account/eigen-adres').expect(404);
  });

  it('cannot be that of somebody else, and nobody hears that before the code', async () => {
    const noor = await site.signedIn('noor');
    await noor.post('/account/eigen-adres').type('form').send({ adres: 'sem@thuis.example' }).expect(303);
    const { text } = await noor.post('/account/eigen-adres/bevestigen').type('form').send({ code: await codeTo('sem@thuis.example') }).expect(422);
    expect(text).toContain('Met dit adres kan het niet.');
  });

  it('can be taken away', async () => {
    const sem = await site.signedIn('sem');
    await sem.post('/account/eigen-adres/weghalen').expect(303);
    expect(await run("select private_email from app.account where email = 'sem@leerling.example'")).toEqual([{ private_email: null }]);
  });
});
