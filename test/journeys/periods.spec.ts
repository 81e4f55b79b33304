import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

const PAGE = '/beheer/periodes';
/** As the page of 2025-2026 sends it when nobody changed anything. */
const USUAL = {
  schooljaar: '2025-2026', aanmelddatum: '2026-04-01', plek: '2026-06-01', start: '2026-09-01', teldatum: '2026-10-01',
  dagen: '14', stilte: '7', 'pick-up': '2', contact: '10', intake: '20',
};

describe('the calendar of a region', () => {
  let site: TestApp;
  let gijs: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    gijs = await site.signedIn('gijs');
  });
  afterAll(() => site.close());

  const check = (form: object) => gijs.post(`${PAGE}/controleren`).type('form').send({ ...USUAL, ...form });
  const hidden = (text: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';
  const save = (text: string) => gijs.post(`${PAGE}/bevestigen`).type('form').send({ schooljaar: hidden(text, 'schooljaar'), wijziging: hidden(text, 'wijziging'), stond: hidden(text, 'stond') }).expect(303);
  const stored = () => site.database.asSuperuser('select region, school_year, field, value, changed_on::text from app.calendar_change order by id');
  const signals = () => site.database.asSuperuser<{ kind: string; count: number }>("select kind, count(*)::int from app.signals_on('2026-09-14') group by kind order by kind");

  it('is reached from Beheer and shows what is usual', async () => {
    expect((await gijs.get('/beheer').expect(200)).text).toContain(`href="${PAGE}"`);
    const { text } = await gijs.get(PAGE).expect(200);
    expect(text).toContain('Voor leerlingen die van school gaan in schooljaar 2025-2026.');
    expect(text).toContain('name="aanmelddatum" type="date" value="2026-04-01"');
    expect(text).toContain('4 juli 2026 tot en met 16 augustus 2026');
    expect(text).toContain('Eerste schooldag na de zomer: 17 augustus 2026.');
    expect(text).toContain('Nog niets. Alles is zoals in de rest van het land.');
  });

  it.each([
    ['1 April after 1 June', { aanmelddatum: '2026-05-20', plek: '2026-05-10' }, 'De dag voor een plek komt na de dag voor aanmelden.'],
    ['a day in another year', { plek: '2027-06-01' }, 'Een plek vóór: kies een dag van 1 mei tot en met 31 juli 2026.'],
    ['a start so late that nobody would be alarmed', { start: '2026-12-30', teldatum: '2026-12-31' }, 'Begin van het mbo-jaar: kies een dag van 1 augustus tot en met 30 september 2026.'],
    ['a day that does not exist', { start: '2026-09-31' }, 'Begin van het mbo-jaar: vul een dag in.'],
    ['more days than anybody may wait', { dagen: '61' }, 'Dagen na de start tot een melding: vul een getal in van 0 tot en met 30.'],
    ['asking after the alert', { stilte: '15' }, 'We vragen de mbo-school eerst om antwoord. Dat kan niet later zijn dan de melding.'],
    ['contact before picking up', { contact: '1' }, 'Een zaak oppakken komt vóór contact.'],
  ])('refuses %s, in a sentence, and keeps what was typed', async (_, form, sentence) => {
    const { text } = await check(form).expect(422);
    expect(text).toContain(sentence);
    for (const value of Object.values(form)) expect(text).toContain(`value="${value}"`);
    expect(await stored()).toEqual([]);
  });

  it('says so when nothing was changed', async () => {
    expect((await check({}).expect(422)).text).toContain('Er is niets veranderd.');
  });

  it('tells how many get something else, before anything is kept and without telling about few', async () => {
    const before = await signals();
    const { text } = await check({ start: '2026-09-20' }).expect(200);
    expect(text).toMatch(/Door deze wijziging krijgen (leerlingen|\d+ leerlingen) van jouw regio vandaag een andere melding: 0 erbij, 0 weg, (minder dan 5|\d+) wordt iets anders\./);
    expect(/vandaag een andere melding: ([^.]*)/.exec(text)?.[1]).not.toMatch(/\b[1-4] (erbij|weg|wordt)/);
    expect(text).not.toContain('Abdi');
    expect(text).toContain('Open zaken die hierdoor sluiten, omdat nog niemand ze heeft: minder dan 5.');
    await site.database.asSuperuser(`update app.desk_case set owner_id = (select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'ingrid@%') where desk_id = (select id from app.organisation where code = 'LPA-Zwolle')`);
    expect((await check({ start: '2026-09-20' }).expect(200)).text).toContain('Zaken die iemand al heeft, blijven open: minder dan 5. Het bureau sluit ze zelf.');
    await site.database.asSuperuser('update app.desk_case set owner_id = null');
    expect([await stored(), await signals()]).toEqual([[], before]);
  });

  it('keeps it, with who and since when, and judges the region by it', async () => {
    await save((await check({ start: '2026-09-20' })).text);
    expect(await stored()).toEqual([{ region: '10', school_year: '2025-2026', field: 'no-place-at-start-from', value: '2026-09-20', changed_on: '2026-09-14' }]);
    const { text } = await gijs.get(PAGE).expect(200);
    expect(text).toContain('Opgeslagen. De signalen volgen morgenochtend, bij de volgende controle.');
    expect(text).toContain('Begin van het mbo-jaar: van 1 september 2026 naar 20 september 2026');
    expect(text).toMatch(/Sinds 14 september 2026, door Gijs/);
    expect((await signals()).map(({ kind }) => kind)).not.toContain('no-place-at-start');
  });

  it('passes over what a colleague changed meanwhile', async () => {
    const { text } = await check({ start: '2026-09-20', dagen: '21' });
    await save((await check({ start: '2026-09-20', dagen: '10' })).text);
    await save(text);
    expect(await stored()).toHaveLength(2);
    expect((await gijs.get(PAGE)).text).toContain('name="dagen" type="text" value="10"');
  });

  it('puts it back, after showing what that does, and remembers both', async () => {
    const { text } = await gijs.get(PAGE);
    const lines = [...text.matchAll(/name="zet" value="([^"]+)"/g)].map(([, line]) => line);
    expect(lines).toEqual(['grace-days:', 'no-place-at-start-from:']);
    const asked = await gijs.post(`${PAGE}/controleren`).type('form').send({ schooljaar: '2025-2026', zet: 'no-place-at-start-from:' }).expect(200);
    expect(asked.text).toContain('Dit is weer zoals gewoon');
    await save(asked.text);
    await save(asked.text);
    expect(await stored()).toHaveLength(3);
    expect((await signals()).map(({ kind }) => kind)).toContain('no-place-at-start');
  });

  it('gives a region holidays of its own', async () => {
    const page = `${PAGE}/vakanties?schooljaar=2026-2027&regio=noord`;
    expect((await gijs.get(page).expect(200)).text).toContain('name="herfstvakantie-van" type="date" value="2026-10-10"');
    const term = { schooljaar: '2026-2027', regio: 'noord', 'herfstvakantie-van': '2026-10-17', 'herfstvakantie-tot': '2026-10-25' };
    const wrong = await gijs.post(`${PAGE}/controleren`).type('form').send({ ...term, 'herfstvakantie-tot': '2026-10-01' }).expect(422);
    expect(wrong.text).toContain('De herfstvakantie: de laatste dag komt na de eerste.');
    await save((await gijs.post(`${PAGE}/controleren`).type('form').send(term).expect(200)).text);
    expect(await site.database.asSuperuser("select app.is_quiet('2026-10-13', 'Noord', '10') as here, app.is_quiet('2026-10-13', 'Noord', '11') as there")).toEqual([{ here: false, there: true }]);
  });

  it('is nobody else’s: another region sees its own, and staff of schools find no such page', async () => {
    const pieter = await site.signedIn('pieter');
    expect((await pieter.get(PAGE).expect(200)).text).toContain('Nog niets. Alles is zoals in de rest van het land.');
    for (const person of ['lars', 'sanne', 'ingrid', 'bas'] as const) {
      const other = await site.signedIn(person);
      await other.get(PAGE).expect(404);
      await other.get(`${PAGE}/vakanties`).expect(404);
      await other.post(`${PAGE}/bevestigen`).type('form').send({ schooljaar: '2025-2026', wijziging: 'grace-days:1', stond: 'grace-days:' }).expect(404);
    }
    await gijs.get(`${PAGE}?schooljaar=2031-2032`).expect(404);
  });

  it('does not work out changes without end', async () => {
    await check({ stilte: '9' });
    await site.database.asSuperuser("update app.attempt_count set tries = 30, ends_at = clock_timestamp() + interval '15 minutes' where what = 'calendar-counted'");
    await check({ stilte: '9' }).expect(429);
  });
});
