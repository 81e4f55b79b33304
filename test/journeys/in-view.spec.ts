import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('who stays in view', () => {
  let site: TestApp;
  beforeEach(async () => {
    site = await testApp();
  });
  afterEach(() => site.close());

  const html = async (person: Person, address: string): Promise<string> => (await (await site.signedIn(person)).get(address).expect(200)).text;
  const post = async (person: Person, address: string, form: object = {}) => (await site.signedIn(person)).post(address).type('form').send(form);

  /** Luuk of De Werf is not back after his case; gives the address of his page. */
  async function luuk(choice = 'gets-help'): Promise<string> {
    const [found] = await site.database.asSuperuser<{ id: string }>("select c.id from app.desk_case c join app.leaver l on l.id = c.leaver_id where l.email like 'luuk@%'");
    expect((await post('marloes', `/niet-gestart/${found?.id}`, { uitkomst: choice, notitie: '' })).status).toBe(303);
    const [row] = await site.database.asSuperuser<{ id: string }>('select leaver_id as id from app.in_view');
    return `/jongeren/${row?.id}`;
  }

  it('says that nobody is, and what makes somebody stand there', async () => {
    const page = await html('marloes', '/jongeren');
    expect(page).toContain('Er is nu niemand in beeld.');
    expect(page).toContain('Sluit een zaak met werk, zorg of anders?');
  });

  it('stands on the list of the desk, is checked in one tap, and comes back a quarter later', async () => {
    const address = await luuk();
    expect(await html('marloes', '/jongeren')).toMatch(/Luuk Mulder[\s\S]{1,400}Kijk op 14 december[\s\S]{1,200}Nog niet gecontroleerd/);
    site.clock.standStill('2026-12-14');
    expect(await html('marloes', '/jongeren')).toContain('Nu controleren');
    const answer = await post('marloes', address, { gevonden: 'in-care', notitie: 'Opname tot maart.' });
    expect([answer.status, answer.headers.location]).toEqual([303, '/jongeren']);
    const page = await html('marloes', address);
    expect(page).toContain('Kijk op 14 maart 2027');
    expect(page).toContain('Opname tot maart.');
  });

  it('plans a call, and says what is wrong with a day that was', async () => {
    const address = await luuk();
    const wrong = await post('marloes', address, { gevonden: 'looking', notitie: 'Belt zelf terug.', bellen: '2026-09-01' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Kies een dag van vandaag tot over een jaar');
    expect(wrong.text).toContain('Belt zelf terug.');
    expect((await post('marloes', address, {})).text).toContain('Kies hoe het nu gaat.');
    await post('marloes', address, { gevonden: 'looking', notitie: '', bellen: '2026-09-21' });
    expect(await html('marloes', '/jongeren')).toContain('Bellen op 21 september');
  });

  it('ends with a reason, and is put back when that was wrong', async () => {
    const address = await luuk();
    expect((await post('marloes', address, { gevonden: 'at-school' })).headers.location).toBe(address);
    expect(await html('marloes', address)).toContain('Reden: zit op school.');
    expect((await post('marloes', `${address}/terugzetten`)).status).toBe(303);
    expect((await post('marloes', `${address}/terugzetten`)).status).toBe(303);
    expect(await html('marloes', address)).toContain('Toch weer in beeld.');
    expect(await html('marloes', '/jongeren')).toContain('Nu controleren');
  });

  it('lets the sending school see and add a line, and nothing more', async () => {
    const address = await luuk();
    for (const person of ['ria', 'wim'] as Person[]) expect(await html(person, '/jongeren')).toContain('Luuk Mulder');
    expect((await post('ria', address, { gevonden: 'still-working', notitie: 'Alleen voor ons.' })).status).toBe(303);
    expect(await html('wim', address)).toContain('Alleen voor ons.');
    const desk = await html('marloes', address);
    expect(desk).toContain('Gecontroleerd: werkt nog.');
    expect(desk).not.toContain('Alleen voor ons.');
    expect((await post('ria', `${address}/terugzetten`)).status).toBe(404);
  });

  it('is found by nobody else', async () => {
    const address = await luuk();
    for (const person of ['ingrid', 'mark', 'anna', 'youssef', 'fatima', 'lars', 'hanna', 'sanne', 'gijs', 'sem', 'samira'] as Person[]) {
      const browser = await site.signedIn(person);
      await browser.get(address).expect(404);
      await browser.post(address).type('form').send({ gevonden: 'looking', notitie: '', bellen: '' }).expect(404);
      await browser.post(`${address}/overnemen`).expect(404);
    }
    expect(await html('ingrid', '/jongeren')).not.toContain('Luuk');
    expect(await html('fatima', '/jongeren')).not.toContain('Luuk');
  });
});
