import { pressedAgain } from '../support/pressed-again.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('who sends', () => {
  let site: TestApp;
  const leaver = async (key: string): Promise<string> => String((await site.database.asSuperuser<{ id: string }>('select id from app.leaver where email = $1', [`${key}@leerling.example`]))[0]?.id);

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  it('notes a destination with how that is known, reads it back with the day and who, and takes it back', async () => {
    const fatima = await site.signedIn('fatima');
    const page = `/leerlingen/${await leaver('isa')}`;
    const note = (bewijs: string, bestemming = 'work') => fatima.post(`${page}/notities`).type('form').send({ keuze: 'other-route', bestemming, bewijs, notitie: '' });
    await note('').expect(422).expect(/Kies hoe je dit weet/);
    await note('enrolment-letter').expect(422).expect(/Dit bewijs past niet/);
    await note('employment-contract').expect(303);
    const { text } = await fatima.get(page).expect(200);
    expect(text).toMatch(/werk<span class="o-sub">arbeidscontract gezien/);
    expect(text).toMatch(/Bestemming bekend: werk\. <q class="o-note">Arbeidscontract gezien\.<\/q> <span class="o-sub">Fatima el Amrani, Het Kompas/);
    await fatima.post(`${page}/bestemming`).expect(303);
    expect((await fatima.get(page).expect(200)).text).not.toContain('<span class="o-sub">arbeidscontract gezien');
  });

  it('sees the kind of transfer, and puts the exit profile of practical education right', async () => {
    const ria = await site.signedIn('ria');
    const page = `/leerlingen/${await leaver('luuk')}`;
    await ria.get(page).expect(200).expect(/pro naar mbo/).expect(/Uitstroomprofiel/);
    await ria.post(`${page}/uitstroomprofiel`).type('form').send({ profiel: 'work' }).expect(303);
    await ria.get(page).expect(200).expect(/Uitstroomprofiel: arbeid\./);
    await ria.post(`${page}/uitstroomprofiel`).type('form').send({ profiel: 'werk' }).expect(422);
    expect((await ria.get('/leerlingen').expect(200)).text).toContain('pro naar mbo');
    const fatima = await site.signedIn('fatima');
    expect((await fatima.get('/leerlingen').expect(200)).text).not.toContain('naar mbo');
    await fatima.post(`${page}/uitstroomprofiel`).type('form').send({ profiel: 'work' }).expect(404);
    const sem = `/leerlingen/${await leaver('sem')}`;
    expect((await fatima.get(sem).expect(200)).text).not.toContain('name="profiel"');
    await fatima.post(`${sem}/uitstroomprofiel`).type('form').send({ profiel: 'work' }).expect(404);
  });
});

describe('a young person without a school', () => {
  let site: TestApp;
  const jip = { voornaam: 'Jip', tussenvoegsel: 'van', achternaam: 'Dam', geboren: '2006-05-01', gemeente: 'Zwolle', mail: '', school: 'mbo', diploma: '', weet: 'ja' };
  const known = async (): Promise<object[]> => site.database.asSuperuser(`select o.code, l.school_year, l.mentor_id is not null as has_sender from app.leaver l join app.organisation o on o.id = l.school_id where l.family_name = 'Dam' order by o.code`);

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  it('is entered by Werk & Inkomen, once, and is their own sender list', async () => {
    const wil = await site.signedIn('wil');
    const [first, second] = await pressedAgain(() => wil.post('/jongeren/nieuw').type('form').send(jip).expect(303));
    expect(first?.headers.location).toBe(second?.headers.location);
    expect(await known()).toEqual([{ code: 'GEM-Zwolle', school_year: '2026-2027', has_sender: true }]);
    const { text } = await wil.get(String(first?.headers.location)).expect(200);
    expect(text).toContain('Werk &amp; Inkomen naar mbo');
    expect(text).toContain('<dt>Consulent</dt>');
    await wil.get('/leerlingen').expect(200).expect(/Jip van Dam/);
    for (const other of ['fatima', 'lars', 'ingrid', 'sanne', 'hanna'] as const) await (await site.signedIn(other)).get(String(first?.headers.location)).expect(404);
  });

  it('is asked for with all that is wrong at once, and with diplomas in words that people know', async () => {
    const wil = await site.signedIn('wil');
    const { text } = await wil.post('/jongeren/nieuw').type('form').send({ gemeente: 'Zwolsel' }).expect(422);
    expect([...text.matchAll(/<li><a[^>]*href="#([^"]+)"/g)].map(([, field]) => field)).toEqual(['voornaam', 'achternaam', 'geboren', 'gemeente', 'school', 'weet']);
    for (const word of ['mbo niveau 1 (entree)', 'mbo niveau 4', 'praktijkonderwijs']) expect(text).toContain(`>${word}</option>`);
    expect(text).not.toMatch(/>(mbo\d|pro)<\/option>/);
  });

  it('is entered by a desk too, which is not told that another has them', async () => {
    const marloes = await site.signedIn('marloes');
    await marloes.post('/jongeren/nieuw').type('form').send(jip).expect(303).expect('location', '/jongeren/nieuw');
    const { text } = await marloes.get('/jongeren/nieuw').expect(200);
    expect(text).toContain('Jip van Dam');
    expect(text).not.toContain('Gemeente Zwolle');
    expect(await known()).toMatchObject([{ code: 'DSP-10' }, { code: 'GEM-Zwolle' }]);
    expect((await (await site.signedIn('anna')).get('/jongeren/nieuw').expect(200)).text).not.toContain('Jip');
    expect((await (await site.signedIn('ingrid')).get('/jongeren/nieuw').expect(200)).text).not.toContain('Jip');
  });

  it('is taken away by who entered them, and by nobody else', async () => {
    const [row] = await site.database.asSuperuser<{ id: string }>("select l.id from app.leaver l join app.organisation o on o.id = l.school_id where l.family_name = 'Dam' and o.code = 'DSP-10'");
    await (await site.signedIn('wil')).post('/jongeren/weghalen').type('form').send({ jongere: row?.id }).expect(404);
    await (await site.signedIn('anna')).post('/jongeren/weghalen').type('form').send({ jongere: row?.id }).expect(404);
    await (await site.signedIn('marloes')).post('/jongeren/weghalen').type('form').send({ jongere: row?.id }).expect(303);
    expect(await known()).toMatchObject([{ code: 'GEM-Zwolle' }]);
  });

  it('says what is wrong and keeps what was typed', async () => {
    const { text } = await (await site.signedIn('wil')).post('/jongeren/nieuw').type('form').send({ ...jip, geboren: '1990-01-01', gemeente: 'Nergensdorp' }).expect(422);
    expect(text).toContain('Overstap volgt jongeren tot 27 jaar.');
    expect(text).toContain('Deze gemeente kennen we niet.');
    expect(text).toContain('value="Nergensdorp"');
  });

  it.each(['fatima', 'lars', 'sanne', 'gijs', 'sem'] as const)('is not entered by %s', async (person) => {
    const browser = await site.signedIn(person);
    await browser.get('/jongeren/nieuw').expect(404);
    await browser.post('/jongeren/nieuw').type('form').send(jip).expect(404);
  });
});
