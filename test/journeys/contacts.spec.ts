import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('the contact of a programme', () => {
  let site: TestApp;
  beforeEach(async () => {
    site = await testApp();
  });
  afterEach(() => site.close());

  const CARD = { opleiding: '', naam: 'Loes Kuiper', functie: 'intaker', telefoon: '038-1234567', adres: 'loes@roc.example', wanneer: 'maandag tot en met donderdag' };
  const html = async (person: Person, address: string): Promise<string> => (await (await site.signedIn(person)).get(address).expect(200)).text;
  const keep = async (extra: object = {}, person: Person = 'sanne') => (await site.signedIn(person)).post('/intake/contacten').type('form').send({ ...CARD, ...extra });
  const abdi = async (): Promise<string> => String((await site.database.asSuperuser<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'"))[0]?.id);

  it('stands beside the application for student and mentor, that of the programme before that of the college', async () => {
    expect(await html('sanne', '/intake/contacten')).toContain('Er staat nog geen contactpersoon.');
    expect((await keep()).status).toBe(303);
    expect(await html('abdi', '/aanmeldingen')).toMatch(/Loes Kuiper, intaker, <a [^>]*href="tel:\+31381234567">038 123 45 67</);
    expect((await keep({ opleiding: '25001', naam: 'Bo Maas' })).status).toBe(303);
    for (const [person, address] of [['abdi', '/aanmeldingen'], ['fatima', `/leerlingen/${await abdi()}`]] as const) {
      const page = await html(person, address);
      expect(page).toContain('Bo Maas');
    }
    expect((await keep({ opleiding: '25001', naam: 'Kim Vos' })).status).toBe(303);
    expect(await html('emre', '/intake/contacten')).not.toContain('Bo Maas');
  });

  it('has a number or an address that can be right, and says what is wrong', async () => {
    expect((await keep({ telefoon: '', adres: '' })).text).toContain('Vul een telefoonnummer of een mailadres in.');
    expect((await keep({ telefoon: '12' })).text).toContain('Nederlands telefoonnummer van tien cijfers');
    expect((await keep({ adres: 'loes' })).text).toContain('Vul een mailadres in');
    expect((await keep({ opleiding: '99999' })).text).toContain('Deze opleiding geven jullie niet.');
    expect((await keep({ naam: ' ' })).text).toContain('value="038-1234567"');
  });

  it('is kept by the college itself and shown to nobody without an application there', async () => {
    await keep();
    const [row] = await site.database.asSuperuser<{ id: string }>('select id from app.programme_contact');
    for (const person of ['fatima', 'lars', 'sem', 'gijs'] as Person[]) await (await site.signedIn(person)).get('/intake/contacten').expect(404);
    expect(await html('milan', '/intake/contacten')).not.toContain('Loes Kuiper');
    await (await site.signedIn('milan')).post('/intake/contacten').type('form').send({ doe: 'weghalen', id: row?.id }).expect(404);
    expect(await html('mila', '/aanmeldingen')).not.toContain('Loes Kuiper');
    await (await site.signedIn('emre')).post('/intake/contacten').type('form').send({ doe: 'weghalen', id: row?.id }).expect(303);
    expect(await html('abdi', '/aanmeldingen')).not.toContain('Loes Kuiper');
  });
});
