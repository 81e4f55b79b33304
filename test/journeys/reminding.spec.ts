import { dossierMails } from '#dossiers';
import { Clock } from '#platform';
import { DAY } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Noor has no application and has been in; Daan never came in. Joost is their mentor. */
describe('a mentor reminds students', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const idOf = async (given: string): Promise<string> => String((await run<{ id: string }>('select id from app.leaver where given_name = $1', [given]))[0]?.id);
  const mailed = () => run<{ to: string }>("select to_address as to from app.mail where template = 'mentor-reminds' order by queued_at");
  const remind = async (...names: string[]): Promise<string> => `/leerlingen/herinneren?${(await Promise.all(names.map(idOf))).map((id) => `leerling=${id}`).join('&')}`;

  async function said(): Promise<object | 'dropped' | undefined> {
    const [mail] = await run<{ id: string }>("select id from app.mail where template = 'mentor-reminds' order by queued_at desc limit 1");
    const handler = dossierMails(new Clock({ today: DAY }), new URL('https://overstap.example')).get('mentor-reminds');
    return mail && handler && site.worker.run({ kind: 'worker' }, (sql) => handler(sql, { id: mail.id, template: 'mentor-reminds', to: '', day: DAY, page: {} }));
  }

  it('chosen on the list, shown beforehand what each is asked, and who cannot get a mail', async () => {
    const joost = await site.signedIn('joost');
    expect((await joost.get('/leerlingen').expect(200)).text).toContain('Kies Noor de Boer');
    const { text } = await joost.get(await remind('Noor', 'Daan')).expect(200);
    expect(text).toContain('Je stuurt 1 leerling een herinnering.');
    expect(text).toMatch(/checked> <span>Noor de Boer<span class="o-sub">Meld je aan bij een mbo-school/);
    expect(text).toMatch(/Daan Bakker<\/a><span class="o-sub">Logde nog nooit in/);
  });

  it('sends one mail with one thing to do, whatever is pressed twice, and says so on the timeline', async () => {
    const joost = await site.signedIn('joost');
    for (let n = 0; n < 2; n++) await joost.post('/leerlingen/herinneren').type('form').send({ leerling: [await idOf('Noor'), await idOf('Daan')] }).expect(303).expect('location', '/leerlingen');
    expect(await mailed()).toEqual([{ to: 'noor@leerling.example' }]);
    expect(await said()).toMatchObject({ asks: 'Meld je aan bij een mbo-school', link: 'https://overstap.example/aanmeldingen' });
    expect((await joost.get(`/leerlingen/${await idOf('Noor')}`).expect(200)).text).toContain('De mentor stuurde een herinnering.');
    expect((await joost.get(await remind('Noor')).expect(200)).text).toContain('Kreeg vandaag al een herinnering');
  });

  it('does not tick who had one some days ago, and lets the mentor do it all the same', async () => {
    await run("update app.mail set state = 'sent'; alter table app.event disable trigger user; update app.event set as_of = as_of - 2 where kind = 'student-reminded'; alter table app.event enable trigger user");
    const joost = await site.signedIn('joost');
    const { text } = await joost.get(await remind('Noor')).expect(200);
    expect(text).toMatch(/1 leerling kreeg kort geleden al een herinnering/);
    expect(text).not.toMatch(/checked> <span>Noor/);
    await joost.post('/leerlingen/herinneren').type('form').send({ leerling: await idOf('Noor') }).expect(303);
    expect(await mailed()).toHaveLength(2);
  });

  it('drops the mail when nothing is needed any more', async () => {
    await run("update app.leaver set destination = 'stays-in-vo' where given_name = 'Noor'");
    expect(await said()).toBe('dropped');
    await run("update app.leaver set destination = null where given_name = 'Noor'");
  });

  it('asks to choose somebody, and shows everybody to choose from', async () => {
    const { text } = await (await site.signedIn('joost')).get('/leerlingen/herinneren?van=lijst').expect(422);
    expect(text).toContain('Kies eerst 1 of meer leerlingen.');
    expect(text).toContain('Noor de Boer');
  });

  it('is not for another mentor, nor for who only looks on', async () => {
    const fatima = await site.signedIn('fatima');
    expect((await fatima.get(await remind('Noor')).expect(200)).text).not.toContain('Noor de Boer');
    await fatima.post('/leerlingen/herinneren').type('form').send({ leerling: await idOf('Noor') }).expect(303);
    for (const person of ['sanne', 'ingrid', 'sem'] as const) await (await site.signedIn(person)).post('/leerlingen/herinneren').type('form').send({ leerling: await idOf('Noor') }).expect(404);
    expect(await mailed()).toHaveLength(2);
  });
});
