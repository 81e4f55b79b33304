import { WORKER } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('what the administration of the school says', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
    await site.database.asSuperuser("update app.leaver set track = 'kb' where email = 'sem@leerling.example'");
    await site.database.asSuperuser(`insert into app.presence (leaver_id, school_year, hours_with_reason, hours_without_reason, reported)
      select id, y.year, y.reason, 4, false from app.leaver, (values ('2024-2025', 90), ('2025-2026', 12)) y (year, reason) where email = 'sem@leerling.example'`);
  });
  afterAll(() => site.close());

  const factsOf = async (key: string, part: string): Promise<unknown> => {
    const [row] = await site.worker.run(WORKER, (sql) => sql<{ facts: unknown }>('select app.school_facts((select id from app.leaver where email = $1), $2) as facts', [`${key}@leerling.example`, part]));
    return row?.facts;
  };

  it('is written like answers, in words, with the question as asked', async () => {
    expect(await factsOf('sem', 'my-school')).toEqual({
      school: { asked: 'Op welke school zit je?', answer: 'Het Kompas' },
      class: { asked: 'In welke klas zit je?', answer: '4B' },
      kind: { asked: 'Welke schoolsoort en leerweg doe je?', answer: 'vmbo, kader' },
      result: { asked: 'Wat is je uitslag?', answer: 'geslaagd' },
    });
  });

  it('says of presence the last year only, and nothing where nothing is known', async () => {
    expect(await factsOf('sem', 'presence')).toEqual({
      year: { asked: 'Over welk schooljaar gaat dit?', answer: '2025-2026' },
      'with-reason': { asked: 'Hoeveel uur was je er niet, met een reden?', answer: '12 uur' },
      'without-reason': { asked: 'Hoeveel uur was je er niet, zonder reden?', answer: '4 uur' },
      reported: { asked: 'Heeft je school dit gemeld bij leerplicht?', answer: 'Nee' },
    });
    expect(await factsOf('noor', 'presence')).toBeNull();
    expect(await factsOf('sem', 'what-i-can')).toBeNull();
  });

  it('stands under ‘Van school’ as far as it is there, for the student', async () => {
    const [sem, noor] = await Promise.all([site.signedIn('sem'), site.signedIn('noor')]);
    expect((await sem.get('/paspoort')).text).toContain('href="/paspoort/aanwezigheid"');
    expect((await noor.get('/paspoort')).text).not.toContain('href="/paspoort/aanwezigheid"');
    expect((await sem.get('/paspoort/mijn-school').expect(200)).text).toMatch(/Dit weet je school: je klas en je uitslag\.[^]*vmbo, kader[^]*Klopt dit\?/);
    const { text } = await sem.get('/paspoort/aanwezigheid').expect(200);
    expect(text).toContain('12 uur');
    expect(text).not.toMatch(/verzuim/i);
    expect((await noor.get('/paspoort/aanwezigheid').expect(200)).text).toContain('Je school heeft hier niets over doorgegeven.');
  });

  it('is not for a mentor, dean, college or desk, on a page or in the database', async () => {
    for (const person of ['fatima', 'lars', 'soraya', 'sanne', 'ingrid', 'gijs'] as const) {
      const browser = await site.signedIn(person);
      for (const page of ['mijn-school', 'aanwezigheid']) await browser.get(`/paspoort/${page}`).expect(404);
    }
    const may = await site.database.asSuperuser<{ role: string }>(`select distinct grantee as role from information_schema.role_table_grants where table_name = 'presence' and grantee like '%as\\_%'`);
    expect(may.map(({ role }) => role.replace(/.*as_/, '')).toSorted()).toEqual(['guardian', 'student', 'support', 'worker']);
    for (const kind of ['mentor', 'school', 'college', 'student'] as const) {
      await expect(site.worker.run({ kind }, (sql) => sql("select app.school_facts(null, 'presence')"))).rejects.toThrow('permission denied');
    }
  });
});
