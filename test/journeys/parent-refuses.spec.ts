import { keepSharing } from '#dossiers';
import { Clock } from '#platform';
import type { Person } from '../personas/people.ts';
import { noorIn, type Noor } from '../support/asked-parents.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const SITE = new URL('https://overstap.example');
const TALK = 'Delen ging niet door. Praat met Noor.';

/** Samira says no to what Noor, who is 15, wants to share; Joost is Noor's mentor. It is the year in which Noor leaves. */
describe('a parent who says no', () => {
  let site: TestApp;
  let noor: Noor;

  beforeEach(async () => {
    site = await testApp();
    noor = await noorIn(site);
    await run("update app.leaver set school_year = '2026-2027', birth_date = '2011-05-11' where id = $1", [noor.id]);
    await noor.share();
  });
  afterEach(() => site.close());

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const says = async (said: 'ja' | 'nee') => noor.answer(await site.signedIn('samira'), said);
  const page = async (person: Person): Promise<string> => (await (await site.signedIn(person)).get(`/leerlingen/${noor.id}`).expect(200)).text;
  const todos = async (day = '2026-09-14') =>
    (await run<{ kind: string }>('select kind from app.mentor_todos($1, array(select mentor_id from app.leaver where id = $2)) where leaver_id = $2', [day, noor.id])).map(({ kind }) => kind);

  it.each([['at once', ['nee']], ['after a yes', ['ja', 'nee']]] as const)('%s: the own mentor is asked to talk with the student, without who or why', async (_, answers) => {
    expect(await page('joost')).not.toContain(TALK);
    for (const said of answers) await says(said);
    const text = await page('joost');
    expect(text).toContain(TALK);
    expect(text).not.toMatch(/zei nee|Samira zei|weiger/);
    expect(await todos()).toContain('not-shared');
    for (const person of ['lars', 'thijs'] as const) expect(await page(person)).not.toContain(TALK);
    await (await site.signedIn('fatima')).get(`/leerlingen/${noor.id}`).expect(404);
    const steps = await run("select step, who from app.passport_steps_of('2026-09-14', array[$1::uuid])", [noor.id]);
    expect(steps).toEqual([{ step: 'not-shared', who: 'mentor' }]);
  });

  it('is done with when the student shares again', async () => {
    await says('nee');
    await noor.share();
    expect(await page('joost')).not.toContain(TALK);
    expect(await todos()).not.toContain('not-shared');
  });

  it('is done with when the mentor noted that they spoke, not when nobody was reached; a later no asks again', async () => {
    await says('nee');
    const joost = await site.signedIn('joost');
    await joost.post(`/leerlingen/${noor.id}/notities`).type('form').send({ keuze: 'no-contact' }).expect(303);
    expect(await todos()).toContain('not-shared');
    await joost.post(`/leerlingen/${noor.id}/notities`).type('form').send({ keuze: 'spoken' }).expect(303);
    expect(await todos()).not.toContain('not-shared');
    expect(await page('joost')).not.toContain(TALK);
    await noor.share();
    await says('nee');
    expect(await todos()).toContain('not-shared');
  });

  it('is said to the student until it is asked again, and not again when sharing stops later for another reason', async () => {
    const reads = async (): Promise<string> => (await noor.browser.get('/paspoort/wie-leest-mee').expect(200)).text;
    await says('ja');
    await says('nee');
    expect(await reads()).toContain('Je ouder of verzorger zei nee bij ROC Noordrand.');
    await noor.share();
    await says('ja');
    await noor.browser.post(`/paspoort/wie-leest-mee/${noor.application}/stoppen`).expect(303);
    expect(await reads()).not.toContain('zei nee');
  });

  it('is asked no more after four weeks', async () => {
    await says('nee');
    expect(await todos('2026-10-11')).toContain('not-shared');
    expect(await todos('2026-10-12')).not.toContain('not-shared');
  });

  it('gets the question once a day, however often the child shares again; today’s mail opens it', async () => {
    await says('nee');
    await noor.share();
    await says('nee');
    await noor.share();
    expect(await noor.mails('guardian-asked')).toEqual([{ to: 'samira@thuis.example', day: '2026-09-14' }]);
    const { text } = await noor.browser.post('/paspoort/delen/code').type('form').send('').expect(200);
    expect(text).toContain('Die werkt tot en met 28 september 2026. Wij sturen je ouder deze mail hoogstens 1 keer per dag.');
    const [mail] = await run<{ page: { link: string } }>("select page from app.mail where template = 'guardian-asked'");
    await site.visitor().post(new URL(String(mail?.page.link)).pathname).type('form').send({ code: String(/<p class="o-code">([^<]+)</.exec(text)?.[1]) }).expect(303);
    await says('nee');
    site.clock.standStill('2026-09-15');
    await noor.share();
    expect((await noor.mails('guardian-asked')).map(({ day }) => day)).toEqual(['2026-09-14', '2026-09-15']);
  });

  it('has the whole two weeks for something new, and no more than two terms however often a code is asked', async () => {
    const endsOn = async () => run("select ends_on::text as day from app.guardian_request where answered_at is null");
    const code = async (day: string) => {
      site.clock.standStill(day);
      await noor.browser.post('/paspoort/delen/code').type('form').send('').expect(200);
    };
    await code('2026-09-24');
    expect(await endsOn()).toEqual([{ day: '2026-10-08' }]);
    await code('2026-10-08');
    expect(await endsOn()).toEqual([{ day: '2026-10-12' }]);
    await noor.share();
    expect(await endsOn()).toEqual([{ day: '2026-10-22' }]);
    await keepSharing(site.worker, new Clock({ today: '2026-10-22' }), SITE);
    expect(await noor.states()).toEqual(['replaced', 'waiting']);
    await keepSharing(site.worker, new Clock({ today: '2026-10-23' }), SITE);
    expect(await noor.states()).toEqual(['replaced', 'lapsed']);
  });
});

/** What changes about who reads, and what a student hears of it. */
describe('a student under 16', () => {
  let site: TestApp;
  let noor: Noor;

  beforeEach(async () => {
    site = await testApp();
    noor = await noorIn(site);
  });
  afterEach(() => site.close());

  const arrange = async (doe: string, adres: string) => (await site.signedIn('joost')).post(`/leerlingen/${noor.id}/ouders`).type('form').send({ doe, naam: 'Yara', adres });
  const readers = async (): Promise<string> => (await noor.browser.get('/paspoort/wie-leest-mee').expect(200)).text;

  it('gets one mail when the mentor lets a parent in, not for each new code', async () => {
    for (const _ of [1, 2]) await arrange('laat-meelezen', 'yara@thuis.example');
    expect(await noor.mails('sharing-changed')).toEqual([{ to: 'noor@leerling.example', day: '2026-09-14' }]);
  });

  it('gets no mail of "geen contact", which others at home may read: a line without a name stands on the page, and one when contact is allowed again', async () => {
    await arrange('geen-contact', 'samira@thuis.example');
    const stopped = await readers();
    await arrange('weer-contact', 'samira@thuis.example');
    await arrange('weer-contact', 'samira@thuis.example');
    expect(await noor.mails('sharing-changed')).toEqual([]);
    expect(stopped).not.toContain('Samira');
    const kinds = await site.database.asSuperuser<{ kind: string }>("select kind from app.event where leaver_id = $1 and kind like 'guardian-%' order by id", [noor.id]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['guardian-stopped', 'guardian-allowed']);
  });

  it('reads without a mail that sharing ended on the day that was said', async () => {
    await noor.share();
    await noor.answer(await site.signedIn('samira'), 'ja');
    await site.database.asSuperuser("update app.share set until_on = '2026-09-14'");
    expect(await readers()).not.toContain('is voorbij');
    for (const day of ['2026-09-15', '2026-09-16']) {
      site.clock.standStill(day);
      expect(await readers()).toContain('Delen met ROC Noordrand is voorbij. De laatste dag was 14 september 2026, zoals er stond toen je deelde.');
      await keepSharing(site.worker, new Clock({ today: day }), SITE);
    }
    expect(await noor.mails('sharing-changed')).toEqual([]);
  });
});
