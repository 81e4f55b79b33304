import type TestAgent from 'supertest/lib/agent.js';
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
});
