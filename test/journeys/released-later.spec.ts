import type TestAgent from 'supertest/lib/agent.js';
import { queueIntakeMails } from '#dossiers';
import { Clock, daysBetween } from '#platform';
import { DAY } from '../personas/people.ts';
import { addApplicant, real, reportStatus, share } from '../support/intake.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const HOME = 'Ik zorg thuis voor mijn broertje';

describe('a part that a college may only read from admission on', () => {
  let site: TestApp;
  let sanne: TestAgent;
  let eva: string;

  beforeAll(async () => {
    site = await testApp();
    sanne = await site.signedIn('sanne');
    eva = await addApplicant(site.database, { name: 'Eva', mentor: 'fatima@10ko00.example', status: 'intake-held', on: '2026-09-01' });
    await site.database.asSuperuser("update app.mail set state = 'sent'");
  });
  afterAll(() => site.close());

  const page = async (): Promise<string> => (await sanne.get(`/intake/${eva}`).expect(200)).text;
  const fresh = async (): Promise<string> => (await sanne.get('/intake?groep=nieuw-gedeeld').expect(200)).text;
  const steps = () => site.database.asSuperuser('select step from app.dossier_step where application_id = $1 order by at', [eva]);

  async function mailsOn(day: string): Promise<unknown[]> {
    const told = "select to_address as to from app.mail where template = 'passports-shared' and day = $1";
    await site.database.asSuperuser("delete from app.mail where template = 'digest' and day = $1", [day]);
    await site.database.asSuperuser('insert into app.sweep (day, checked, opened, escalated, closed, mails) values ($1, 0, 0, 0, 0, 0) on conflict do nothing', [day]);
    await queueIntakeMails(site.worker, new Clock({ today: day, read: () => new Date(Date.now() + daysBetween(DAY, day) * 86_400_000) }));
    const mails = await site.database.asSuperuser(told, [day]);
    await site.database.asSuperuser("update app.mail set state = 'sent', queued_at = clock_timestamp() where day = $1", [day]);
    return mails;
  }

  it('is nowhere before: not on the page, in the list, among the steps or in a mail', async () => {
    await share(site.database, eva, { 'home-and-health': HOME }, '2026-09-10T10:00:00+02:00');
    expect(await page()).not.toContain(HOME);
    expect(await fresh()).not.toContain('Eva Genoot');
    expect(await steps()).toEqual([]);
    expect(await mailsOn('2026-09-14')).toEqual([]);
  });

  it('is new on the day of the admission, counts as received, and is told once to the officers of that college', async () => {
    await reportStatus(site.database, eva, 'admitted', '2026-09-14');
    expect(await steps()).toEqual([{ step: 'received' }]);
    expect(await fresh()).toContain('Eva Genoot');
    expect([await mailsOn('2026-09-15'), await mailsOn('2026-09-16')]).toEqual([[{ to: 'sanne@20no.example' }], []]);
  });

  it('is read, and then new no more', async () => {
    expect(await page()).toContain(HOME);
    expect(await fresh()).not.toContain('Eva Genoot');
    expect(await steps()).toEqual([{ step: 'received' }, { step: 'opened' }]);
  });

  it('is marked beside what was read before', async () => {
    const bram = await addApplicant(site.database, { name: 'Bram', mentor: 'fatima@10ko00.example', status: 'intake-held', on: '2026-09-01' });
    await share(site.database, bram, { 'who-am-i': 'Ik ben Bram', 'home-and-health': HOME }, '2026-09-08T10:00:00+02:00');
    await sanne.get(`/intake/${bram}`).expect(200);
    await site.database.asSuperuser("update app.passport_seen set seen_on = '2026-09-09', seen_at = $2 where application_id = $1", [bram, real('2026-09-09T09:00:00Z')]);
    await reportStatus(site.database, bram, 'place-accepted', '2026-09-14');
    expect(await fresh()).toContain('Bram Genoot');
    const { text } = await sanne.get(`/intake/${bram}`).expect(200);
    expect(text).toMatch(/Nieuw sinds jullie dit het laatst lazen: <a[^>]*>Thuis en gezondheid<\/a>\./);
    expect(text).toContain('Nieuw sinds 14 september.');
  });

  it('closes by itself half a year after the start, without a word that the student stopped', async () => {
    site.clock.standStill('2027-03-01');
    const text = await page();
    expect(text).toContain('Een paspoort is te lezen tot 6 maanden na de start. Die tijd is voorbij.');
    expect(text).not.toMatch(/deelt dit niet meer|broertje/);
  });
});
