import { testApp, type TestApp } from '../support/test-app.ts';

describe('a choice that somebody notes', () => {
  let site: TestApp;
  let noordrand: string;
  let timmerman: string;

  const one = async (sql: string): Promise<string> => String((await site.database.asSuperuser<{ id: string }>(sql))[0]?.id);
  const leaver = (key: string) => one(`select id from app.leaver where email = '${key}@leerling.example'`);
  beforeAll(async () => {
    site = await testApp();
    noordrand = await one("select id from app.organisation where code = '20NO'");
    timmerman = await one("select id from app.programme where crebo = '25001'");
  });
  afterAll(() => site.close());

  it('is made by a student in two steps, and stands on the own page and the page of the mentor', async () => {
    const noor = await site.signedIn('noor');
    await noor.get('/aanmeldingen/toevoegen').expect(200).expect(/Bij welke mbo-school/);
    await noor.get(`/aanmeldingen/toevoegen?mbo=${noordrand}`).expect(200).expect(/Timmerman, niveau 2, bol, start 24 augustus 2026/);
    await noor.post('/aanmeldingen/toevoegen').type('form').send({ mbo: noordrand, opleiding: timmerman, anders: '', soort: 'submitted', dag: '2026-09-10' }).expect(303).expect('location', '/aanmeldingen');
    const { text } = await noor.get('/aanmeldingen').expect(200);
    expect(text).toContain('Nog niet bevestigd door de mbo-school');
    expect(text).toContain('tot en met 8 oktober');
    const { text: seen } = await (await site.signedIn('joost')).get(`/leerlingen/${await leaver('noor')}`).expect(200);
    expect(seen).toContain('Nog niet bevestigd door de mbo-school');
    expect(seen).toContain('Zelf genoteerd: aangemeld.');
    expect((await (await site.signedIn('joost')).get('/leerlingen').expect(200)).text).toMatch(/Noor de Boer[^]*Timmerman, niveau 2[^]*Nog niet bevestigd door de mbo-school/);
    expect((await (await site.signedIn('fatima')).get('/leerlingen').expect(200)).text).not.toContain('Nog niet bevestigd');
    expect(seen).toContain('door de leerling');
  });

  it('keeps what was typed and says what is wrong', async () => {
    const noor = await site.signedIn('noor');
    const { text } = await noor.post('/aanmeldingen/toevoegen').type('form').send({ mbo: noordrand, opleiding: '', anders: '', soort: 'submitted', dag: '2026-12-01' }).expect(422);
    expect(text).toContain('Kies een opleiding, of schrijf hieronder op welke het is.');
    expect(text).toContain('Deze dag moet nog komen.');
    expect(text).toContain('value="2026-12-01"');
  });

  it('says of an empty form all that is wrong at once, each at its field and in their order', async () => {
    const noor = await site.signedIn('noor');
    const { text } = await noor.post('/aanmeldingen/toevoegen').type('form').send({ mbo: noordrand, opleiding: '', anders: '', dag: '' }).expect(422);
    expect([...text.matchAll(/<li><a[^>]*href="#([^"]+)"/g)].map(([, field]) => field)).toEqual(['opleiding', 'soort']);
    for (const said of ['Kies een opleiding, of schrijf hieronder op welke het is.', 'Kies hoe ver het is.']) expect(text.split(said)).toHaveLength(3);
    await noor.post('/aanmeldingen/toevoegen').type('form').send({ mbo: 'x', soort: '' }).expect(422).expect(/Kies een mbo-school\./);
  });

  it('is not noted again when the college reported it', async () => {
    const sem = await site.signedIn('sem');
    const { text } = await sem.post('/aanmeldingen/toevoegen').type('form').send({ mbo: noordrand, opleiding: timmerman, anders: '', soort: 'planned', dag: '' }).expect(422);
    expect(text).toContain('Deze aanmelding staat er al.');
  });

  it('moves up, goes away and comes back without script', async () => {
    const noor = await site.signedIn('noor');
    await noor.post('/aanmeldingen/toevoegen').type('form').send({ mbo: noordrand, opleiding: '', anders: 'Slager', soort: 'planned', dag: '' }).expect(303);
    const bakker = await one("select id from app.noted_application where programme_text = 'Slager'");
    await noor.post('/aanmeldingen').type('form').send({ keuze: bakker, doe: 'hoger' }).expect(303);
    const { text } = await noor.get('/aanmeldingen').expect(200);
    expect(text.indexOf('<strong>Slager')).toBeLessThan(text.indexOf('<strong>Timmerman'));
    await noor.post('/aanmeldingen').type('form').send({ keuze: bakker, doe: 'weg' }).expect(303);
    await noor.get('/aanmeldingen').expect(200).expect(/<s>Slager<\/s>/);
    await noor.post('/aanmeldingen').type('form').send({ keuze: bakker, doe: 'terug' }).expect(303);
    await noor.get('/aanmeldingen').expect(200).expect(/<strong>Slager/);
  });

  it('is noted by the mentor, and by no other', async () => {
    const id = await leaver('daan');
    const planned = { mbo: noordrand, opleiding: '', anders: 'Kok', soort: 'planned', dag: '' };
    for (const other of ['fatima', 'hanna', 'ingrid', 'sanne', 'sem'] as const) {
      const browser = await site.signedIn(other);
      await browser.get(`/leerlingen/${id}/aanmelding-toevoegen`).expect(404);
      await browser.post(`/leerlingen/${id}/aanmelding-toevoegen`).type('form').send(planned).expect(404);
    }
    const joost = await site.signedIn('joost');
    await joost.post(`/leerlingen/${id}/aanmelding-toevoegen`).type('form').send(planned).expect(303);
    const kok = await one("select id from app.noted_application where programme_text = 'Kok'");
    await (await site.signedIn('sem')).post('/aanmeldingen').type('form').send({ keuze: kok, doe: 'weg' }).expect(404);
    await (await site.signedIn('fatima')).post(`/leerlingen/${await leaver('sem')}/aanmeldingen`).type('form').send({ keuze: kok, doe: 'weg' }).expect(404);
    await joost.post(`/leerlingen/${id}/aanmeldingen`).type('form').send({ keuze: kok, doe: 'weg' }).expect(303);
    await joost.get(`/leerlingen/${id}`).expect(200).expect(/<s>Kok<\/s>/);
  });

  it('bears the name of who changed it last', async () => {
    const own = { mbo: noordrand, opleiding: '', anders: 'Meubelmaker', soort: 'planned', dag: '' };
    await (await site.signedIn('joost')).post(`/leerlingen/${await leaver('noor')}/aanmelding-toevoegen`).type('form').send(own).expect(303);
    await (await site.signedIn('noor')).post('/aanmeldingen/toevoegen').type('form').send({ ...own, soort: 'submitted', dag: '2026-09-12' }).expect(303);
    expect(await site.database.asSuperuser("select noted_as, m.role from app.noted_application n join app.membership m on m.id = n.noted_by where programme_text = 'Meubelmaker'")).toEqual([{ noted_as: 'student', role: 'student' }]);
  });

  it('is read by a parent who reads along, who changes nothing', async () => {
    const samira = await site.signedIn('samira');
    const { text } = await samira.get('/aanmeldingen').expect(200);
    expect(text).toContain('Nog niet bevestigd door de mbo-school');
    expect(text).not.toContain('Haal weg');
    await samira.get('/aanmeldingen/toevoegen').expect(404);
  });

  it('stands beside applications that a college reported, also one that was redirected', async () => {
    await site.database.asSuperuser(`insert into app.event (application_id, kind, became, as_of, source) select id, 'status-reported', 'redirected', '2026-03-01', 'file' from app.application where number = '20NO-daan-25001'`);
    await (await site.signedIn('sem')).get('/aanmeldingen').expect(200).expect(/Mijn keuzes, op volgorde/);
    await (await site.signedIn('abdi')).get('/aanmeldingen').expect(200);
  });

  it('says to the student that the mentor changed the order, in one line for the day, and to no college', async () => {
    const noor = await site.signedIn('noor');
    expect((await noor.get('/aanmeldingen').expect(200)).text).not.toContain('heeft de volgorde veranderd');
    const slager = await one("select id from app.noted_application where programme_text = 'Slager'");
    const joost = await site.signedIn('joost');
    const page = `/leerlingen/${await leaver('noor')}`;
    for (const doe of ['lager', 'hoger', 'lager']) await joost.post(`${page}/aanmeldingen`).type('form').send({ keuze: slager, doe }).expect(303);
    expect((await noor.get('/aanmeldingen').expect(200)).text).toMatch(/Joost [^<]* van je school heeft de volgorde veranderd\./);
    const { text } = await joost.get(page).expect(200);
    expect(text.match(/De volgorde van de keuzes is veranderd\./g)).toHaveLength(2);
    expect(await site.database.asSuperuser("select distinct audience from app.event where kind = 'choices-moved'")).toEqual([{ audience: 'school' }]);
    await noor.post('/aanmeldingen').type('form').send({ keuze: slager, doe: 'hoger' }).expect(303);
    expect((await noor.get('/aanmeldingen').expect(200)).text).not.toContain('heeft de volgorde veranderd');
  });

  it('stops at twenty that stand open, in a sentence that says what to do, also for putting back', async () => {
    const daan = await leaver('daan');
    const joost = await site.signedIn('joost');
    const form = { mbo: noordrand, opleiding: '', soort: 'planned', dag: '' };
    const [before] = await site.database.asSuperuser<{ count: number }>("select count(*)::int from app.noted_application where leaver_id = $1 and withdrawn_on is null and kind <> 'ordered' and confirmed_by is null", [daan]);
    for (let at = before?.count ?? 0; at < 20; at += 1) await joost.post(`/leerlingen/${daan}/aanmelding-toevoegen`).type('form').send({ ...form, anders: `Keuze ${at}` }).expect(303);
    const { text } = await joost.post(`/leerlingen/${daan}/aanmelding-toevoegen`).type('form').send({ ...form, anders: 'Nog een' }).expect(422);
    expect(text).toContain('Er staan al 20 keuzes. Haal er eerst een weg die niet meer geldt.');
    expect(text).toContain('value="Nog een"');
    const kok = await one("select id from app.noted_application where programme_text = 'Kok'");
    const { headers } = await joost.post(`/leerlingen/${daan}/aanmeldingen`).type('form').send({ keuze: kok, doe: 'terug' }).expect(303);
    expect((await joost.get(String(headers.location)).expect(200)).text).toContain('Er staan al 20 keuzes.');
  });

  it('is never seen by a college', async () => {
    const { text } = await (await site.signedIn('sanne')).get('/intake').expect(200);
    expect(text).not.toContain('Slager');
  });

  it('is not noted without end', async () => {
    const noor = await site.signedIn('noor');
    const own = { mbo: noordrand, opleiding: '', soort: 'planned', dag: '' };
    await noor.post('/aanmeldingen/toevoegen').type('form').send({ ...own, anders: 'Kapper' }).expect(303);
    await site.database.asSuperuser("update app.attempt_count set tries = 120, ends_at = clock_timestamp() + interval '15 minutes' where what = 'choice-noted'");
    await noor.post('/aanmeldingen/toevoegen').type('form').send({ ...own, anders: 'Bloemist' }).expect(429);
    expect(await site.database.asSuperuser("select programme_text from app.noted_application where programme_text in ('Kapper', 'Bloemist')")).toEqual([{ programme_text: 'Kapper' }]);
  });
});
