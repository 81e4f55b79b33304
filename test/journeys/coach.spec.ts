import type TestAgent from 'supertest/lib/agent.js';
import { addDays } from '#platform';
import { DAY, type Person } from '../personas/people.ts';
import { pressedAgain } from '../support/pressed-again.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const UNTIL = addDays(DAY, 100);

/** Bas already looks along with Abdi, for the case of Ingrid; Noor is 15 and has Samira. */
describe('a transition coach', () => {
  let site: TestApp;
  const browsers = new Map<Person, TestAgent>();
  const ids = new Map<string, string>();

  beforeEach(async () => {
    site = await testApp();
    for (const { key, id } of await run<{ key: string; id: string }>("select split_part(email, '@', 1) as key, id from app.leaver")) ids.set(key, id);
    for (const { key, id } of await run<{ key: string; id: string }>("select 'case-' || split_part(l.email, '@', 1) as key, c.id from app.desk_case c join app.leaver l on l.id = c.leaver_id")) ids.set(key, id);
    for (const { key, id } of await run<{ key: string; id: string }>("select split_part(a.email, '@', 1) as key, m.id from app.membership m join app.account a on a.id = m.account_id where role = 'transition-coach'")) ids.set(key, id);
  });
  afterEach(async () => {
    browsers.clear();
    await site.close();
  });

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  async function as(person: Person): Promise<TestAgent> {
    const found = browsers.get(person) ?? (await site.signedIn(person));
    browsers.set(person, found);
    return found;
  }
  const see = async (person: Person, address: string, status = 200): Promise<string> => (await (await as(person)).get(address).expect(status)).text;
  const post = async (person: Person, address: string, form: object, status = 303): Promise<string> => (await (await as(person)).post(address).type('form').send(form).expect(status)).text;
  const coachingOf = async (leaver: string, coach: string): Promise<string> =>
    String((await run<{ id: string }>('select id from app.coaching where leaver_id = $1 and coach_id = $2 order by asked_on desc, ended_on nulls first limit 1', [ids.get(leaver), ids.get(coach)]))[0]?.id);
  const forAbdi = (): string => `/niet-gestart/${ids.get('case-abdi')}/overstapcoach`;
  const ask = (coach = 'lotte', tot = UNTIL) => ({ coach: ids.get(coach), tot });
  const say = (person: Person, coach: string, antwoord: 'ja' | 'nee', status = 303) => post(person, '/overstapcoach', { coach, antwoord }, status);

  it('is asked by who has the case, sees nothing until the student says yes, and then the transfer and the plan', async () => {
    await post('ingrid', `/niet-gestart/${ids.get('case-abdi')}/oppakken`, {});
    await post('ingrid', `/niet-gestart/${ids.get('case-abdi')}/plan`, { plan: 'Eerst twee dagen werken.', volgende: '', intake: '', traject: '', klaar: '' });
    await pressedAgain(() => post('ingrid', forAbdi(), ask()));
    const lotte = await coachingOf('abdi', 'lotte');
    expect(await see('ingrid', forAbdi())).toMatch(/Lotte Vink[^]*Wacht op het ja van de leerling/);
    expect(await see('lotte', '/mijn-jongeren')).toContain('Er is nu niemand die jij begeleidt.');
    await see('lotte', `/mijn-jongeren/${lotte}`, 404);
    expect(await see('abdi', '/aanmeldingen')).toContain('Mag een overstapcoach meekijken?');
    expect(await see('abdi', '/overstapcoach')).toMatch(/Mag Lotte Vink meekijken\?[^]*werkt bij De Brug\. Ingrid Brouwer van Leerplicht Zwolle vroeg dit[^]*De coach ziet niet: jouw paspoort/);
    await pressedAgain(() => say('abdi', lotte, 'ja'));
    expect(await see('lotte', '/mijn-jongeren')).toMatch(/Abdi Hassan[^]*Nog geen contact[^]*Timmerman/);
    const page = await see('lotte', `/mijn-jongeren/${lotte}`);
    expect(page).toMatch(/Niet verschenen[^]*abdi@leerling\.example[^]*Het Kompas, klas 4B[^]*Fatima el Amrani[^]*Ingrid Brouwer[^]*Timmerman, niveau 2[^]*Eerst twee dagen werken\./);
    expect(await run("select kind, count(*)::int as n from app.event where kind like 'coach%' group by 1 order by 1")).toEqual([{ kind: 'coach-added', n: 1 }, { kind: 'coach-asked', n: 1 }]);
    expect(await run("select template from app.mail where template like 'coach%' order by 1")).toEqual([{ template: 'coach-added' }, { template: 'coach-asked' }]);
  });

  it('notes how it goes, for who asked and nobody else', async () => {
    const bas = await coachingOf('abdi', 'bas');
    expect(await post('bas', `/mijn-jongeren/${bas}`, { notitie: 'Belde terug.' }, 422)).toMatch(/Kies hoe het gaat\.[^]*Belde terug\./);
    await pressedAgain(() => post('bas', `/mijn-jongeren/${bas}`, { gaat: 'needs-more', notitie: 'Wil stage, vindt geen bedrijf.' }));
    expect(await see('bas', '/mijn-jongeren')).toContain('Er is meer hulp nodig');
    expect(await see('ingrid', forAbdi())).toMatch(/Wat de coach schreef[^]*Er is meer hulp nodig\.[^]*Wil stage/);
    expect(await run('select count(*)::int as n from app.coach_note')).toEqual([{ n: 1 }]);
    expect(await see('ingrid', `/niet-gestart/${ids.get('case-abdi')}`)).toContain('Overstapcoach: Er is meer hulp nodig.');
    for (const text of [await see('fatima', `/leerlingen/${ids.get('abdi')}`), await see('abdi', '/overstapcoach')]) expect(text).not.toMatch(/Wil stage|meer hulp nodig/);
  });

  it.each([
    ['the student stops', async () => say('abdi', await coachingOf('abdi', 'bas'), 'nee')],
    ['the desk stops', async () => post('ingrid', forAbdi(), { stop: await coachingOf('abdi', 'bas') })],
    ['the desk closes the case', async () => post('ingrid', `/niet-gestart/${ids.get('case-abdi')}`, { uitkomst: 'works', notitie: '', opnieuw: '' })],
    ['the coach leaves', () => run("update app.membership set ended_on = '2026-09-14' where id = $1", [ids.get('bas')])],
    ['the last day is over', () => run("update app.coaching set until_on = '2026-09-13'")],
    ['the student died', () => run("update app.leaver set destination = 'deceased' where email like 'abdi@%'")],
    ['the student wipes what rests on consent', () => post('abdi', '/paspoort/rechten/wissen', { zeker: 'ja' })],
  ] as const)('sees nothing any more as soon as %s', async (_, ending) => {
    const bas = await coachingOf('abdi', 'bas');
    await see('bas', `/mijn-jongeren/${bas}`);
    await ending();
    const gone = await (await as('bas')).get(`/mijn-jongeren/${bas}`);
    expect([303, 404]).toContain(gone.status);
    const actor = { kind: 'coach', memberId: ids.get('bas'), day: DAY } as const;
    const { Site } = await import('../../apps/web/src/site.ts');
    for (const table of ['coaching', 'coach_note', 'leaver', 'card', 'application', 'desk_case', 'case_plan']) {
      const key = { card: 'leaver_id', case_plan: 'case_id' }[table as 'card' | 'case_plan'] ?? 'id';
      expect(await site.app.get(Site).tx.read(actor, { text: `select ${key} from app.${table}` })).toEqual([]);
    }
    const late = await (await as('bas')).post(`/mijn-jongeren/${bas}`).type('form').send({ gaat: 'goes-well', notitie: '' });
    expect([303, 404]).toContain(late.status);
    expect(await run('select from app.coach_note')).toEqual([]);
  });

  it('gives back, once, and the student and the desk read that it stopped', async () => {
    const bas = await coachingOf('abdi', 'bas');
    await pressedAgain(() => post('bas', `/mijn-jongeren/${bas}/teruggeven`, {}));
    expect(await see('bas', '/mijn-jongeren')).toContain('Er is nu niemand');
    expect(await see('abdi', '/overstapcoach')).toMatch(/Eerder[^]*Bas Willems[^]*de coach gaf het terug/);
    expect(await see('ingrid', forAbdi())).toContain('Gestopt: de coach gaf het terug');
    expect(await run("select count(*)::int as n from app.mail where template = 'coach-ended'")).toEqual([{ n: 1 }]);
  });

  it('under 16 needs the yes of a parent too, and one no of either ends it', async () => {
    const address = `/leerlingen/${ids.get('noor')}/overstapcoach`;
    await post('joost', address, ask('bas'));
    const bas = await coachingOf('noor', 'bas');
    expect(await run('select until_on::text from app.coaching where id = $1', [bas])).toEqual([{ until_on: '2026-11-10' }]);
    await say('noor', bas, 'ja');
    expect(await see('noor', '/overstapcoach')).toContain('Wij wachten op het ja van een ouder.');
    expect(await see('joost', address)).toContain('Wacht op het ja van een ouder');
    expect(await see('bas', '/mijn-jongeren')).not.toContain('Noor de Boer');
    expect(await see('samira', '/aanmeldingen')).toContain('Mag een overstapcoach meekijken?');
    await say('samira', bas, 'ja');
    expect(await see('bas', '/mijn-jongeren')).toContain('Noor de Boer');
    await say('samira', bas, 'nee');
    expect(await see('bas', '/mijn-jongeren')).not.toContain('Noor de Boer');
    expect(await see('noor', '/overstapcoach')).toContain('een ouder stopte');
    await say('noor', bas, 'ja');
    expect(await see('bas', '/mijn-jongeren')).not.toContain('Noor de Boer');
  });

  it('is not asked again for a quarter after a no, nor by who asks without end', async () => {
    const address = `/leerlingen/${ids.get('noor')}/overstapcoach`;
    await post('joost', address, ask('bas'));
    await say('noor', await coachingOf('noor', 'bas'), 'nee');
    expect(await post('joost', address, ask('bas'), 422)).toContain('Hier kwam kort geleden een nee op.');
    expect(await run("select count(*)::int as n from app.mail where template = 'coach-asked'")).toEqual([{ n: 1 }]);
    await run("update app.coaching set ended_on = ended_on - 90 where ended_because = 'refused'");
    await post('joost', address, ask('bas'));
    await run("update app.attempt_count set tries = 30, ends_at = clock_timestamp() + interval '1 hour' where what = 'coach-asked'");
    await post('joost', address, ask('lotte'), 429);
    expect(await run("select count(*)::int as n from app.coaching where leaver_id = $1 and ended_on is null", [ids.get('noor')])).toEqual([{ n: 1 }]);
  });

  it('is a question to the student alone from the 16th birthday, also before the worker came by', async () => {
    await post('joost', `/leerlingen/${ids.get('noor')}/overstapcoach`, ask('bas'));
    const bas = await coachingOf('noor', 'bas');
    await run("update app.leaver set birth_date = '2010-09-14' where email like 'noor@%'");
    await say('samira', bas, 'nee', 404);
    expect(await run('select ended_on from app.coaching where id = $1', [bas])).toEqual([{ ended_on: null }]);
  });

  it('is asked again on the 16th birthday, then of the student alone', async () => {
    await post('joost', `/leerlingen/${ids.get('noor')}/overstapcoach`, ask('bas', '2027-02-01'));
    const bas = await coachingOf('noor', 'bas');
    await say('noor', bas, 'ja');
    await say('samira', bas, 'ja');
    expect(await run("select app.end_coachings('2026-11-10') as n")).toEqual([{ n: 0 }]);
    expect(await run("select app.end_coachings('2026-11-11') as n")).toEqual([{ n: 1 }]);
    expect(await run("select ended_because, needs_guardian, until_on::text, began_on::text from app.coaching where leaver_id = $1 order by asked_on", [ids.get('noor')])).toEqual([
      { ended_because: 'sixteen', needs_guardian: true, until_on: '2026-11-10', began_on: DAY },
      { ended_because: null, needs_guardian: false, until_on: '2027-02-01', began_on: null },
    ]);
  });

  it('says what is wrong with a question, and keeps what was typed', async () => {
    const address = `/leerlingen/${ids.get('abdi')}/overstapcoach`;
    expect(await post('fatima', address, { coach: '', tot: '2026-09-01' }, 422)).toMatch(/Kies een overstapcoach\.[^]*value="2026-09-01"/);
    expect(await post('fatima', address, ask('lotte', '2029-01-01'), 422)).toContain('Kies een dag binnen een jaar.');
    expect(await post('fatima', address, { coach: ids.get('abdi'), tot: UNTIL }, 422)).toContain('Kies een overstapcoach.');
    await run("update app.membership set ended_on = '2026-09-01' where role = 'transition-coach'");
    expect(await see('fatima', address)).toContain('In jullie regio is nog geen overstapcoach.');
  });

  it('is not for another desk, mentor, coach, student or parent', async () => {
    const bas = await coachingOf('abdi', 'bas');
    for (const person of ['mark', 'marloes', 'youssef', 'fatima', 'bas'] as const) await post(person, forAbdi(), ask(), 404);
    for (const person of ['joost', 'hanna', 'zoe', 'okan', 'ingrid', 'bas'] as const) await see(person, `/leerlingen/${ids.get('abdi')}/overstapcoach`, 404);
    await see('lotte', `/mijn-jongeren/${bas}`, 404);
    await post('lotte', `/mijn-jongeren/${bas}`, { gaat: 'goes-well', notitie: '' }, 404);
    await post('lotte', `/mijn-jongeren/${bas}/teruggeven`, {}, 404);
    for (const person of ['sem', 'noor', 'samira', 'omar'] as const) await say(person, bas, 'nee', 404);
    await post('mark', `/niet-gestart/${ids.get('case-isa')}/overstapcoach`, { stop: bas }, 404);
    expect(await run('select ended_on from app.coaching')).toEqual([{ ended_on: null }]);
  });
});
