import type TestAgent from 'supertest/lib/agent.js';
import { addApplicant, real, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const FIXED = 'Een leerling kiest zelf welke eigen onderdelen je leest. Jij ziet alleen wat met jouw school is gedeeld.';

describe('a passport that a college reads', () => {
  let site: TestApp;
  let sanne: TestAgent;
  let eva: string;

  beforeAll(async () => {
    site = await testApp();
    sanne = await site.signedIn('sanne');
    eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'submitted', on: '2026-09-01' });
  });
  afterAll(() => site.close());

  const read = async (browser: TestAgent = sanne, id = eva): Promise<string> => (await browser.get(`/intake/${id}`).expect(200)).text;
  const steps = () => site.database.asSuperuser('select step, member_id is not null as by from app.dossier_step where application_id = $1', [eva]);

  it('says of nothing shared the same as of anything shared, and counts as not opened', async () => {
    const page = await read();
    expect(page).toContain(FIXED);
    expect(page).toContain('Eva heeft nog niets met jouw school gedeeld.');
    expect(await steps()).toEqual([]);
  });

  it('begins with the words of the student, then each part with its question as it was shared', async () => {
    await share(site.database, eva, { 'who-am-i': 'Ik ben <Eva>' }, '2026-09-10T10:00:00+02:00');
    const page = await read();
    expect(page).toContain(FIXED);
    expect(page).toContain('Gedeeld op 10 september. Reageer vóór 18 september.');
    expect(page).toMatch(/<dt>In eigen woorden<\/dt><dd><span class="o-answer">Ik ben &lt;Eva&gt;/);
    expect(page).toMatch(/id="who-am-i">Wie ben ik\?[^]*?<dt>Hoe zou je jezelf beschrijven\?<\/dt>/);
    expect(page).not.toContain('Nieuw sinds');
    expect(await steps()).toEqual([{ step: 'opened', by: true }]);
  });

  it('lets the student see who read it, and which parts', async () => {
    const [line] = await site.database.asSuperuser<{ sections: string[] }>('select sections from app.reading where leaver_id = (select leaver_id from app.application where id = $1) order by id desc limit 1', [eva]);
    expect(line?.sections).toEqual(['contact', 'school', 'applications', 'who-am-i']);
  });

  it('keeps closed what is not released yet, without a trace', async () => {
    const before = await read();
    await share(site.database, eva, { 'home-and-health': 'Iets van thuis' }, '2026-09-11T10:00:00+02:00');
    expect(await read()).toBe(before);
    await share(site.database, eva, { 'home-and-health': 'Iets van thuis' }, '2026-09-11T11:00:00+02:00', true);
    expect(await read()).toContain('Iets van thuis');
  });

  it('marks what was shared since the college last read it', async () => {
    await site.database.asSuperuser(`update app.passport_seen set seen_on = '2026-09-12', seen_at = $2 where application_id = $1`, [eva, real('2026-09-12T09:00:00Z')]);
    await share(site.database, eva, { 'who-am-i': 'Ik ben Eva, nu anders' }, '2026-09-13T10:00:00+02:00');
    for (const time of [1, 2]) {
      const page = await read();
      expect(page).toContain('Nieuw sinds 13 september.');
      expect(page.match(/Nieuw sinds \d/g)).toHaveLength(1);
      expect({ time, page }).toEqual({ time, page: expect.stringContaining('nu anders') });
    }
  });

  it('brings the objection of the student along with what the school wrote', async () => {
    await share(site.database, eva, { 'mentor-part': 'Werkt netjes' }, '2026-09-13T10:00:00+02:00');
    await site.database.asSuperuser(`update app.share set agrees = false, objection = 'Dit klopt niet.' where application_id = $1 and section = 'mentor-part'`, [eva]);
    const page = await read();
    expect(page).toContain('Deel van de mentor');
    expect(page).toMatch(/Eva wil hierover praten\.[^]*?Dit klopt niet\./);
  });

  it('shows nothing on the next click after the student stops', async () => {
    await site.database.asSuperuser(`update app.share set state = 'withdrawn', ended_at = now() where application_id = $1`, [eva]);
    const page = await read();
    expect(page).toContain('Eva deelt dit niet meer.');
    expect(page).toContain(FIXED);
    expect(page).not.toMatch(/nu anders|Iets van thuis|Werkt netjes|Gedeeld op/);
  });

  it('is not there for another college, for who has nothing to do with it, or before it is tied', async () => {
    await (await site.signedIn('milan')).get(`/intake/${eva}`).expect(404);
    await (await site.signedIn('fatima')).get(`/intake/${eva}`).expect(404);
    const [nour] = await site.database.asSuperuser<{ id: string }>("select id from app.application where number = '20NO-900'");
    await sanne.get(`/intake/${nour?.id}`).expect(404);
    await sanne.get('/intake/geen-id').expect(404);
  });
});
