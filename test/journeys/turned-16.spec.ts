import { dossierMails, keepSharing } from '#dossiers';
import { Clock } from '#platform';
import { noorIn, type Noor } from '../support/asked-parents.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const SITE = new URL('https://overstap.example');
const ASKS = 'Vanaf nu beslis jij alleen wie je paspoort leest.';

/** Noor shared with a yes of her mother, and turns 16 on Saturday 19 September 2026. */
describe('a student who turns 16 after a parent agreed', () => {
  let site: TestApp;
  let noor: Noor;

  beforeEach(async () => {
    site = await testApp();
    noor = await noorIn(site);
    await run("update app.leaver set birth_date = '2010-09-19' where id = $1", [noor.id]);
    await noor.share();
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const keep = (day: string) => keepSharing(site.worker, new Clock({ today: day }), SITE);
  const text = async (page: string): Promise<string> => (await noor.browser.get(page).expect(200)).text;
  const PAGES = ['/aanmeldingen', '/paspoort', '/paspoort/wie-leest-mee'];
  async function agreed(): Promise<void> {
    await noor.answer(await site.signedIn('samira'), 'ja');
    await run('delete from app.mail');
  }

  it('is asked again on each page where it matters, and by one mail, on the first day that is not quiet', async () => {
    await agreed();
    for (const page of PAGES) expect(await text(page)).not.toContain(ASKS);
    await keep('2026-09-18');
    for (const day of ['2026-09-19', '2026-09-20']) {
      site.clock.standStill(day);
      await keep(day);
      for (const page of PAGES) expect(await text(page)).toContain(ASKS);
    }
    expect(await noor.mails('sharing-changed')).toEqual([]);
    for (const day of ['2026-09-21', '2026-09-21', '2026-09-22', '2026-10-01']) await keep(day);
    expect(await noor.mails('sharing-changed')).toEqual([{ to: 'noor@leerling.example', day: '2026-09-21' }]);
    expect(await noor.states()).toEqual(['given']);
  });

  it('says yes again with one button, and is asked no more', async () => {
    await agreed();
    site.clock.standStill('2026-09-21');
    expect(await text('/aanmeldingen')).toContain('href="/paspoort/controleren">Kijk het na en deel opnieuw');
    await noor.share();
    for (const page of PAGES) expect(await text(page)).not.toContain(ASKS);
    await keep('2026-09-21');
    expect(await noor.mails('sharing-changed')).toEqual([]);
    expect(await noor.states()).toEqual(['replaced', 'given']);
  });

  it('or chooses that nobody reads it, and is asked no more either', async () => {
    await agreed();
    site.clock.standStill('2026-09-21');
    await noor.browser.post(`/paspoort/wie-leest-mee/${noor.application}/stoppen`).expect(303);
    for (const page of PAGES) expect(await text(page)).not.toContain(ASKS);
    await keep('2026-09-21');
    expect(await noor.mails('sharing-changed')).toEqual([]);
  });

  it('is asked in the same mail about what still waited for a parent, and decides that alone', async () => {
    site.clock.standStill('2026-09-19');
    await keep('2026-09-19');
    expect(await noor.states()).toEqual(['lapsed']);
    for (const page of PAGES) expect(await text(page)).toContain(ASKS);
    await keep('2026-09-21');
    await keep('2026-09-22');
    expect(await noor.mails('sharing-changed')).toHaveLength(1);
    await noor.share();
    expect(await noor.states()).toEqual(['lapsed', 'given']);
    expect(await text('/paspoort')).not.toContain(ASKS);
  });

  it('is not mailed once they may not come in any more', async () => {
    await agreed();
    await keep('2026-09-21');
    await run("update app.membership set ended_on = '2026-09-20' where leaver_id = $1 and role = 'student'", [noor.id]);
    const [mail] = await run<{ id: string }>("select id from app.mail where template = 'sharing-changed'");
    const handler = dossierMails(new Clock({ today: '2026-09-21' }), SITE).get('sharing-changed');
    expect(await site.worker.run({ kind: 'worker' }, (sql) => handler!(sql, { id: String(mail?.id), template: 'sharing-changed', to: 'noor@leerling.example', day: '2026-09-21', page: {} }))).toBe('dropped');
  });

  it('waits for the student on the page of the own mentor, and of nobody else', async () => {
    await agreed();
    const joost = await site.signedIn('joost');
    const page = async (): Promise<string> => (await joost.get(`/leerlingen/${noor.id}`).expect(200)).text;
    const WAITS = 'Wacht op Noor: 16 geworden, en kiest opnieuw wie het paspoort leest.';
    expect(await page()).not.toContain(WAITS);
    site.clock.standStill('2026-09-21');
    expect(await page()).toContain(WAITS);
    expect((await (await site.signedIn('lars')).get(`/leerlingen/${noor.id}`).expect(200)).text).not.toContain(WAITS);
    await (await site.signedIn('fatima')).get(`/leerlingen/${noor.id}`).expect(404);
    await noor.share();
    expect(await page()).not.toContain(WAITS);
    const steps = await run("select step, who from app.passport_steps_of('2026-09-21', array[$1::uuid])", [noor.id]);
    expect(steps).not.toContainEqual({ step: 'share-again', who: 'student' });
  });
});
