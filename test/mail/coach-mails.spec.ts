import { keepCoaching, mailsOf } from '#alerts';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

const CLICK = { link: 'https://overstap.example/overstapcoach', address: 'overstap.example' };

/** Bas looks along with Abdi since 8 September; Joost asks him for Noor, who is 15 and has Samira. */
describe('mails about a transition coach', () => {
  let site: TestApp;

  beforeEach(async () => {
    site = await testApp();
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const keep = (day: string, time = '10:00') => keepCoaching(site.worker, { today: () => day, time: () => time });
  const sent = async (template: string) => (await run<{ to: string }>('select to_address as to from app.mail where template = $1 order by day, 1', [template])).map(({ to }) => to);
  async function said(template: string, today = '2026-09-14'): Promise<object | 'dropped' | undefined> {
    const [mail] = await run<{ id: string; day: string }>('select id, day::text from app.mail where template = $1 order by day desc limit 1', [template]);
    const handler = mailsOf(new Clock({ today }), new URL('https://overstap.example')).handlers.get(template);
    return mail && handler && site.worker.run({ kind: 'worker' }, (sql) => handler(sql, { id: mail.id, template, to: '', day: mail.day, page: {} }));
  }
  const idOf = async (sql: string): Promise<string> => String((await run<{ id: string }>(sql))[0]?.id);
  async function askForNoor(): Promise<string> {
    const noor = await idOf("select id from app.leaver where email like 'noor@%'");
    const bas = await idOf("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'bas@%'");
    const joost = await site.signedIn('joost');
    for (const _ of [1, 2]) await joost.post(`/leerlingen/${noor}/overstapcoach`).type('form').send({ coach: bas, tot: '2026-11-01' }).expect(303);
    return idOf(`select id from app.coaching where leaver_id = '${noor}'`);
  }
  const say = async (person: 'noor' | 'samira', coach: string, antwoord: string) => (await site.signedIn(person)).post('/overstapcoach').type('form').send({ coach, antwoord }).expect(303);

  it('ask the student and, under 16, the parent; once each, without a name', async () => {
    await askForNoor();
    expect([await sent('coach-asked'), await sent('coach-asked-parent')]).toEqual([['noor@leerling.example'], ['samira@thuis.example']]);
    expect(await said('coach-asked')).toEqual({ onBehalfOf: 'Het Kompas', ...CLICK });
    expect(await said('coach-asked-parent')).toEqual({ onBehalfOf: null, ...CLICK });
  });

  it.each([
    ['the question was taken back', "update app.coaching set ended_on = '2026-09-14', ended_because = 'asker' where needs_guardian"],
    ['the student died', "update app.leaver set destination = 'deceased' where email like 'noor@%'"],
  ])('do not ask when %s meanwhile', async (_, change) => {
    await askForNoor();
    await run(change);
    expect([await said('coach-asked'), await said('coach-asked-parent')]).toEqual(['dropped', 'dropped']);
  });

  it('do not ask a parent with whom there may be no contact', async () => {
    await run("update app.guardian set no_contact = true where email like 'samira@%'");
    await askForNoor();
    expect(await sent('coach-asked-parent')).toEqual([]);
  });

  it('tell the student when a coach begins and when it ended, not when the student stopped it', async () => {
    const coaching = await askForNoor();
    await say('noor', coaching, 'ja');
    expect(await sent('coach-added')).toEqual([]);
    await say('samira', coaching, 'ja');
    await say('samira', coaching, 'ja');
    expect(await sent('coach-added')).toEqual(['noor@leerling.example']);
    expect(await said('coach-added')).toEqual({ onBehalfOf: 'Het Kompas', ...CLICK });
    await say('noor', coaching, 'nee');
    expect([await sent('coach-ended'), await said('coach-added')]).toEqual([[], 'dropped']);
    await run("update app.desk_case set closed_on = '2026-09-14', outcome = 'work' from app.leaver l where l.id = leaver_id and l.email like 'abdi@%'");
    await keep('2026-09-14');
    await keep('2026-09-14');
    expect(await sent('coach-ended')).toEqual(['abdi@leerling.example']);
    expect(await said('coach-ended')).toEqual({ onBehalfOf: 'Het Kompas', ...CLICK });
  });

  it('tell the coach once a day in the morning how many are new or gone, and nothing on a Sunday', async () => {
    const coaching = await askForNoor();
    await say('noor', coaching, 'ja');
    await say('samira', coaching, 'ja');
    await run("update app.coaching set ended_on = '2026-09-13', ended_because = 'student' where not needs_guardian");
    await keep('2026-09-13');
    await keep('2026-09-14', '06:59');
    expect(await sent('coach-news')).toEqual([]);
    await run(`insert into app.mail (account_id, to_address, organisation_id, region, template, day)
      select a.id, a.email, m.organisation_id, '10', 'digest', '2026-09-14' from app.account a join app.membership m on m.account_id = a.id where a.email like 'bas@%'`);
    for (const day of ['2026-09-14', '2026-09-14', '2026-09-15']) await keep(day);
    expect(await sent('coach-news')).toEqual(['bas@dsp-10.example']);
    expect(await said('coach-news')).toEqual({ onBehalfOf: 'Doorstroompunt IJssel-Vecht', total: 2, begun: 1, ended: 1, link: 'https://overstap.example/mijn-jongeren', address: 'overstap.example' });
  });

  it.each([
    ['the student stopped', async (coaching: string) => say('noor', coaching, 'nee')],
    ['the coach works here no more', () => run("update app.membership set ended_on = '2026-09-14' where role = 'transition-coach'")],
  ] as const)('do not tell the coach of a start when %s meanwhile', async (_, change) => {
    const coaching = await askForNoor();
    await say('noor', coaching, 'ja');
    await say('samira', coaching, 'ja');
    await keep('2026-09-14');
    await change(coaching);
    expect(await said('coach-news')).toBe('dropped');
  });
});
