import { DAY } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('a student', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  it('lands on their own applications, in words', async () => {
    const sem = await site.signedIn('sem');
    await sem.get('/').expect(303).expect('location', '/paspoort');
    const { text } = await sem.get('/aanmeldingen').expect(200);
    expect(text).toContain('Hallo Sem');
    expect(text).toContain('Timmerman, niveau 2');
    expect(text).toContain('ROC Noordrand');
    expect(text).toContain('<strong>Gestart</strong>');
    expect(text).toContain('Fatima el Amrani');
    expect(text).toContain('Klopt dit niet? Vertel het je mentor.');
  });

  it('reads what to do now when they did not start, and nothing of what the desk or the school noted', async () => {
    await (await site.signedIn('fatima')).post(`/leerlingen/${await idOf('abdi')}/notities`).type('form').send({ keuze: 'spoken', notitie: 'Moeder belde, thuis is het moeilijk.' }).expect(303);
    const { text } = await (await site.signedIn('abdi')).get('/aanmeldingen').expect(200);
    expect(text).toContain('De mbo-school zag je niet. Bel je mentor of de mbo-school vandaag.');
    expect(text).not.toMatch(/Moeder belde|Leerplicht|Zaak|Melding/);
  });

  it('is told to go on the first day before it, and after it to go or to call', async () => {
    await site.database.asSuperuser("update app.application set status = 'enrolled' where leaver_id = $1", [await idOf('abdi')]);
    const abdi = await site.signedIn('abdi');
    const reads = async (): Promise<string> => (await abdi.get('/aanmeldingen').expect(200)).text;
    site.clock.standStill('2026-08-23');
    expect(await reads()).toContain('Je staat ingeschreven. Ga de eerste dag naar school.');
    site.clock.standStill('2026-08-24');
    expect(await reads()).toContain('De lessen zijn begonnen. Was je er nog niet? Ga vandaag, of bel de mbo-school.');
    expect(await reads()).not.toContain('Ga de eerste dag naar school');
    site.clock.standStill(DAY);
    await site.database.asSuperuser("update app.application set status = 'no-show' where leaver_id = $1", [await idOf('abdi')]);
  });

  it('reads how to apply when there is no application', async () => {
    const { text } = await (await site.signedIn('noor')).get('/aanmeldingen').expect(200);
    expect(text).toContain('Je hebt nog geen aanmelding.');
  });

  it('does not find lists, leavers or cases of the school', async () => {
    const sem = await site.signedIn('sem');
    for (const page of ['/leerlingen', `/leerlingen/${await idOf('sem')}`, '/niet-gestart', '/bestanden']) await sem.get(page).expect(404);
  });

  it('reads who may read and who did', async () => {
    const { text } = await (await site.signedIn('sem')).get('/paspoort/wie-leest-mee').expect(200);
    expect(text).toContain('Je mentor: Fatima el Amrani');
    expect(text).toContain('ROC Noordrand');
    expect(text).toContain('Alleen wie jij hebt uitgenodigd.');
    await (await site.signedIn('samira')).get('/paspoort/wie-leest-mee').expect(404);
  });

  it('cannot come in any more after a death, and hears nothing', async () => {
    const mila = await site.signedIn('mila');
    await mila.get('/aanmeldingen').expect(200);
    await site.database.asSuperuser("update app.leaver set destination = 'deceased' where email = 'mila@leerling.example'");
    await mila.get('/aanmeldingen').expect(303);
    await site.visitor().post('/inloggen').type('form').send({ email: 'mila@leerling.example' }).expect(303);
    expect(await site.database.asSuperuser("select from app.mail where to_address like 'mila@%'")).toEqual([]);
  });

  it('leaves nothing behind when the school takes them away', async () => {
    await site.database.asSuperuser("insert into app.leaver (school_id, number, school_year, given_name, family_name, folded_given, folded_family, sort_name, birth_date, email) select id, '77', '2025-2026', 'Bo', 'Boom', 'bo', 'boom', 'boom bo', '2009-01-01', 'bo@leerling.example' from app.organisation where code = '10KO00'");
    await site.database.asSuperuser("insert into app.account (email) values ('bo@leerling.example')");
    await site.database.asSuperuser("insert into app.membership (account_id, organisation_id, role, leaver_id) select a.id, l.school_id, 'student', l.id from app.account a join app.leaver l using (email) where a.email = 'bo@leerling.example'");
    await site.database.asSuperuser("delete from app.leaver where email = 'bo@leerling.example'");
    expect(await site.database.asSuperuser("select from app.account where email = 'bo@leerling.example'")).toEqual([]);
  });

  const idOf = async (key: string): Promise<string> => {
    const [row] = await site.database.asSuperuser<{ id: string }>('select id from app.leaver where email = $1', [`${key}@leerling.example`]);
    return String(row?.id);
  };
});

describe('a parent', () => {
  let site: TestApp;

  beforeAll(async () => {
    site = await testApp();
  });
  afterAll(() => site.close());

  it('sees the applications of a child under 16, and nobody else', async () => {
    const samira = await site.signedIn('samira');
    await samira.get('/').expect(303).expect('location', '/aanmeldingen');
    const { text } = await samira.get('/aanmeldingen').expect(200);
    expect(text).toContain('Aanmeldingen van Noor');
    expect(text).toContain('Noor de Boer');
  });

  it('sees nothing of a child of 16 who did not invite them, not even the name', async () => {
    const { text } = await (await site.signedIn('omar')).get('/aanmeldingen').expect(200);
    expect(text).toContain('U hoeft nu niets te doen');
    expect(text).not.toMatch(/Abdi|Hassan|Kompas/);
  });

  it('sees the child until midnight before the 16th birthday and not after', async () => {
    const samira = await site.signedIn('samira');
    site.clock.standStill('2026-11-10');
    expect((await samira.get('/aanmeldingen').expect(200)).text).toContain('Noor de Boer');
    site.clock.standStill('2026-11-11');
    expect((await samira.get('/aanmeldingen').expect(200)).text).not.toContain('Noor');
    await site.database.asSuperuser("update app.guardian set invited_at = clock_timestamp() where email = 'samira@thuis.example'");
    expect((await samira.get('/aanmeldingen').expect(200)).text).toContain('Noor de Boer');
    site.clock.standStill();
  });

  it('is out on the next click once marked "geen contact", and gets no mail', async () => {
    const samira = await site.signedIn('samira');
    await site.database.asSuperuser("update app.guardian set no_contact = true where email = 'samira@thuis.example'");
    await samira.get('/aanmeldingen').expect(303);
    await site.visitor().post('/inloggen').type('form').send({ email: 'samira@thuis.example' }).expect(303);
    expect(await site.database.asSuperuser("select from app.mail where to_address like 'samira@%'")).toEqual([]);
  });
});
