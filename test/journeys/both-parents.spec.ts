import type TestAgent from 'supertest/lib/agent.js';
import { keepSharing } from '#dossiers';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Het Kompas asks both parents; Noor is 15 and has Samira and Karim. */
describe('a school that asks both parents', () => {
  let site: TestApp;
  let application: string;

  beforeEach(async () => {
    site = await testApp();
    const [row] = await run<{ id: string }>(`update app.application set tie = 'by-hand', leaver_id = (select id from app.leaver where email = 'noor@leerling.example')
      where number = '20NO-900' returning id`);
    application = String(row?.id);
    await run("update app.organisation set both_guardians = true where code = '10KO00'");
    await run(`insert into app.guardian (leaver_id, name, email, confirmed_at) select id, 'Karim', 'karim@thuis.example', now() from app.leaver where email = 'noor@leerling.example'`);
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const text = async (browser: TestAgent, page: string): Promise<string> => (await browser.get(page).expect(200)).text;
  const sealOn = async (browser: TestAgent, page: string): Promise<string> => String(/name="gezien" value="([^"]+)"/.exec(await text(browser, page))?.[1]);

  it('shares nothing on one yes when the other parent let the question lapse', async () => {
    const noor = await site.signedIn('noor');
    await noor.post('/paspoort/onderdelen/wat-kan-ik').type('form').send({ 'good-at': 'Koken', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, [`delen-${application}`]: 'yes' }).expect(303);
    await noor.post('/paspoort/delen').type('form').send({ gezien: await sealOn(noor, '/paspoort/controleren') }).expect(303);
    await run(`update app.guardian_request r set lapsed_at = now(), ends_on = '2026-09-28' from app.guardian g where g.id = r.guardian_id and g.name = 'Karim'`);
    const samira = await site.signedIn('samira');
    await samira.post('/akkoord').type('form').send({ [`akkoord-${application}`]: 'ja', gezien: await sealOn(samira, '/akkoord') }).expect(303);
    expect(await run("select g.name, a.agrees from app.guardian_answer a join app.guardian g on g.id = a.guardian_id group by 1, 2")).toEqual([{ name: 'Samira', agrees: true }]);
    expect(await run("select from app.share where state = 'given'")).toEqual([]);
  });

  const states = async () => (await run<{ state: string }>("select state from app.share where section = 'what-i-can'")).map(({ state }) => state);
  const mails = (template: string) => run<{ to: string }>('select to_address as to from app.mail where template = $1', [template]);
  const leaver = async (): Promise<string> => String((await run<{ id: string }>("select id from app.leaver where email = 'noor@leerling.example'"))[0]?.id);
  const noContact = async (person: 'joost' | 'fatima', status: number) =>
    (await site.signedIn(person)).post(`/leerlingen/${await leaver()}/ouders`).type('form').send({ doe: 'geen-contact', adres: 'karim@thuis.example' }).expect(status);
  async function onlySamiraSaidYes(): Promise<void> {
    const noor = await site.signedIn('noor');
    await noor.post('/paspoort/onderdelen/wat-kan-ik').type('form').send({ 'good-at': 'Koken', strengths: 'Ik houd vol', klaar: 'ja', versie: 0, [`delen-${application}`]: 'yes' }).expect(303);
    await noor.post('/paspoort/delen').type('form').send({ gezien: await sealOn(noor, '/paspoort/controleren') }).expect(303);
    const samira = await site.signedIn('samira');
    await samira.post('/akkoord').type('form').send({ [`akkoord-${application}`]: 'ja', gezien: await sealOn(samira, '/akkoord') }).expect(303);
    expect(await states()).toEqual(['waiting']);
  }

  it('shares at once what one agreed to when the other is put on "geen contact", and tells the student', async () => {
    await onlySamiraSaidYes();
    await noContact('fatima', 404);
    expect(await states()).toEqual(['waiting']);
    await noContact('joost', 303);
    expect(await states()).toEqual(['given']);
    expect(await mails('passport-shared')).toEqual([{ to: 'noor@leerling.example' }]);
    expect(await mails('sharing-changed')).toEqual([]);
  });

  it('shares nothing when the only parent who said yes is put on "geen contact"', async () => {
    await onlySamiraSaidYes();
    await (await site.signedIn('joost')).post(`/leerlingen/${await leaver()}/ouders`).type('form').send({ doe: 'geen-contact', adres: 'samira@thuis.example' }).expect(303);
    expect(await states()).toEqual(['waiting']);
  });

  it('counts again each day: what the school changed or a colleague wrote down otherwise is not waited for until it lapses', async () => {
    await onlySamiraSaidYes();
    await run("update app.organisation set both_guardians = false where code = '10KO00'");
    for (const day of ['2026-09-15', '2026-09-16']) await keepSharing(site.worker, new Clock({ today: day }), new URL('https://overstap.example'));
    expect(await states()).toEqual(['given']);
    expect(await mails('passport-shared')).toHaveLength(1);
  });

  it('asks and reminds only who still has to answer, also when the child asks again', async () => {
    await onlySamiraSaidYes();
    await (await site.signedIn('noor')).post('/paspoort/delen/code').type('form').send('').expect(200);
    expect((await mails('guardian-asked')).map(({ to }) => to).toSorted()).toEqual(['karim@thuis.example', 'samira@thuis.example']);
    await keepSharing(site.worker, new Clock({ today: '2026-09-17' }), new URL('https://overstap.example'));
    expect(await mails('guardian-asked-again')).toEqual([{ to: 'karim@thuis.example' }]);
  });
});
