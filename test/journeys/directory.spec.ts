import { forgetStandIns } from '#people';
import type { Person } from '../personas/people.ts';
import { memberOf, testApp, type TestApp } from '../support/test-app.ts';

describe('the contact directory', () => {
  let site: TestApp;
  beforeEach(async () => {
    site = await testApp();
  });
  afterEach(() => site.close());

  const html = async (person: Person, address: string): Promise<string> => (await (await site.signedIn(person)).get(address).expect(200)).text;
  const idOf = async (code: string): Promise<string> => String((await site.database.asSuperuser<{ id: string }>('select id from app.organisation where code = $1', [code]))[0]?.id);
  const at = async (code: string): Promise<string> => `/contacten/${await idOf(code)}`;
  const ENTRY = { telefoon: '038-1234567', wanneer: 'maandag tot en met donderdag', voor: '', vervanger: '', vervangtelefoon: '', vervangadres: '', tot: '' };
  const send = async (person: Person, address: string, extra: object = {}) => (await site.signedIn(person)).post(address).type('form').send({ ...ENTRY, ...extra });

  it('gives a mentor the dean, the officers of where students live, the Doorstroompunt and the intake of each college', async () => {
    const page = await html('fatima', await at('10KO00'));
    for (const name of ['Lars de Vries', 'Ingrid Brouwer', 'Mark ter Horst', 'Marloes Prins', 'Sanne de Jong', 'Milan Dorant']) expect(page).toContain(name);
    expect(page).toContain('href="mailto:lars@10ko00.example"');
    expect(page).toMatch(/Leerplicht Kampen<\/a><span class="o-sub">Voor Dronten/);
    for (const name of ['Joost Bakker', 'Petra Blok', 'Emre Yılmaz', 'Youssef Kaya', 'Sem van den Berg']) expect(page).not.toContain(name);
  });

  it('tells of another school no municipality where only a few of its young people live', async () => {
    expect(await html('hanna', await at('10KO00'))).not.toContain('Dronten');
  });

  it('finds a school or a desk by name or municipality, with or without accents', async () => {
    const browser = await site.signedIn('ingrid');
    const found = (await browser.get('/contacten?zoek=kampen').expect(200)).text;
    expect(found).toContain('De Brug');
    expect(found).toContain('Leerplicht Kampen');
    expect(found).not.toContain('Het Kompas');
    expect((await browser.get('/contacten?zoek=Ermelo').expect(200)).text).toContain('Niets gevonden.');
  });

  it('lets somebody keep their own number and hours, and an administrator those of a colleague', async () => {
    expect((await send('ingrid', '/contacten/mijn-gegevens', { telefoon: '12' })).text).toContain('Nederlands telefoonnummer van tien cijfers');
    expect((await send('ingrid', '/contacten/mijn-gegevens')).status).toBe(303);
    expect(await html('fatima', await at('10KO00'))).toMatch(/Ingrid Brouwer, leerplichtambtenaar, <a [^>]*href="tel:\+31381234567">038 123 45 67<[\s\S]{1,200}maandag tot en met donderdag/);
    const lars = await memberOf(site.database, 'lars');
    expect((await send('soraya', `/contacten/mensen/${lars}`, { voor: 'klas 4' })).status).toBe(303);
    expect(await html('sanne', await at('10KO00'))).toContain('Voor: klas 4');
  });

  it('leaves the number of who is known elsewhere too to themselves', async () => {
    const lars = await memberOf(site.database, 'lars');
    await site.database.asSuperuser(`insert into app.membership (account_id, organisation_id, role, accepted_at)
      select m.account_id, (select id from app.organisation where code = '12PR00'), 'careers-dean', now() from app.membership m where m.id = '${lars}'`);
    const number = () => site.database.asSuperuser(`select a.phone from app.account a join app.membership m on m.account_id = a.id where m.id = '${lars}'`);
    const before = await number();
    expect(await html('soraya', `/contacten/mensen/${lars}`)).toContain('Het geldt ook op een andere plek: Lars de Vries past het zelf aan.');
    expect((await send('soraya', `/contacten/mensen/${lars}`)).status).toBe(303);
    expect(await number()).toEqual(before);
  });

  it('names nobody who never came in', async () => {
    await site.database.asSuperuser(`update app.membership set accepted_at = null where id = '${await memberOf(site.database, 'milan')}'`);
    expect(await html('fatima', await at('10KO00'))).not.toContain('Milan Dorant');
  });

  it('tells where young people live to who guides them, and to nobody at the college they applied at', async () => {
    expect(await html('lars', await at('10KO00'))).toContain('Dronten');
    expect(await html('soraya', await at('10KO00'))).not.toContain('Dronten');
    expect(await html('sanne', await at('20NO'))).not.toContain('Dronten');
  });

  it('shows who stands in until the last day, and never longer', async () => {
    const away = { vervanger: 'Kim de Wit', vervangtelefoon: '038-7654321', tot: '2026-09-20' };
    expect((await send('marloes', '/contacten/mijn-gegevens', { ...away, tot: '2026-09-01' })).text).toContain('Kies een dag van vandaag tot over een jaar.');
    expect((await send('marloes', '/contacten/mijn-gegevens', { vervanger: 'Kim de Wit' })).text).toContain('Vul een telefoonnummer of een mailadres van de vervanger in.');
    expect((await send('marloes', '/contacten/mijn-gegevens', away)).status).toBe(303);
    expect(await html('fatima', await at('10KO00'))).toMatch(/Bij afwezigheid: Kim de Wit<\/strong>, tot en met 20 september 2026/);
    site.clock.standStill('2026-09-21');
    expect(await html('fatima', await at('10KO00'))).not.toContain('Kim de Wit');
    await forgetStandIns(site.worker, site.clock);
    expect(await site.database.asSuperuser('select away_name, away_phone, away_until from app.contact_entry')).toEqual([{ away_name: null, away_phone: null, away_until: null }]);
  });

  it('says what to do where nobody is listed, and lets the own people see who was left out', async () => {
    const wim = await memberOf(site.database, 'wim');
    expect((await send('wim', '/contacten/mijn-gegevens', { verborgen: 'ja' })).status).toBe(303);
    const werf = await at('12PR00');
    const seen = await html('ria', werf);
    expect(seen).toContain('Nog niemand: hier staat geen decaan.');
    expect(seen).toContain('Vraag de schoolbeheerder om een decaan uit te nodigen.');
    expect(await html('wim', werf)).toContain('Staat niet in de lijst');
    await (await site.signedIn('lars')).get(`/contacten/mensen/${wim}`).expect(404);
  });

  it('shows the contact cards of programmes on the page of their college', async () => {
    await (await site.signedIn('sanne')).post('/intake/contacten').type('form').send({ opleiding: '25001', naam: 'Bo Maas', functie: 'intaker', telefoon: '038-1234567', adres: '', wanneer: '' }).expect(303);
    expect(await html('bas', await at('20NO'))).toMatch(/Timmerman<\/strong>[\s\S]{1,20}Bo Maas, intaker/);
  });

  it('is there for nobody who sends or helps no young people of this region', async () => {
    const kompas = await at('10KO00');
    for (const person of ['sem', 'samira', 'petra', 'cora'] as Person[]) for (const address of ['/contacten', kompas, '/contacten/mijn-gegevens']) await (await site.signedIn(person)).get(address).expect(404);
    for (const person of ['vera', 'anna', 'pieter'] as Person[]) await (await site.signedIn(person)).get(kompas).expect(404);
    await (await site.signedIn('fatima')).get('/contacten/mijn-gegevens').expect(404);
    expect((await send('joost', `/contacten/mensen/${await memberOf(site.database, 'lars')}`)).status).toBe(404);
  });
});
