import { randomUUID } from 'node:crypto';
import type TestAgent from 'supertest/lib/agent.js';
import { pressedAgain } from '../support/pressed-again.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

describe('one leaver', () => {
  let site: TestApp;
  let fatima: TestAgent;

  beforeAll(async () => {
    site = await testApp();
    fatima = await site.signedIn('fatima');
  });
  afterAll(() => site.close());

  const idOf = async (given: string): Promise<string> =>
    (await site.database.asSuperuser<{ id: string }>('select id from app.leaver where given_name = $1', [given]))[0]!.id;
  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const note = (browser: TestAgent, id: string, form: Record<string, string>) => browser.post(`/leerlingen/${id}/notities`).type('form').send(form);

  it('is three clicks: the mentor opens a no-show, chooses what she knows and saves', async () => {
    const list = await html(fatima, '/leerlingen');
    const address = /href="(\/leerlingen\/[\da-f-]{36})">Abdi Hassan/.exec(list)?.[1] ?? '';
    const page = await html(fatima, address);
    expect(page).toContain('Jij: bel vandaag.');
    expect(page).toContain('name="keuze" value="spoken"');
    const saved = await fatima.post(`${address}/notities`).type('form').send({ keuze: 'spoken', bestemming: '', notitie: 'Komt maandag.' }).expect(303);
    expect(saved.headers.location).toBe(address);
    const after = await html(fatima, address);
    expect(after).toContain('Je notitie is opgeslagen.');
    expect(after).toContain('Gesproken, het loopt.');
    expect(after).toContain('Komt maandag.');
    expect(await html(fatima, '/leerlingen')).toMatch(/Abdi Hassan[^]*Leerplicht, sinds vandaag/);
  });

  it('is there again at the address where the note was sent', async () => {
    expect(await html(fatima, `/leerlingen/${await idOf('Finn')}/notities`)).toContain('<h1 class="utrecht-heading-1">Finn');
  });

  it('tells the whole story, newest first: statuses, the signal, the case and the mails', async () => {
    const page = await html(fatima, `/leerlingen/${await idOf('Finn')}`);
    const told = [...page.matchAll(/<\/time>([^<]+)/g)].map(([, text]) => text?.trim());
    expect(told.slice(-5)).toEqual(['Niet verschenen.', 'Ingeschreven.', 'Toegelaten.', 'Intake geweest.', 'Aangemeld.']);
    expect(told).toContain('Melding: ‘niet verschenen’.');
    expect(told.join()).toMatch(/[Mm]ails? sta(at|an) klaar om te versturen/);
    expect(page).toContain('Logistiek medewerker, ROC Noordrand');
    expect(page).toContain('Aan Fatima el Amrani (Het Kompas)');
    const elif = await html(fatima, `/leerlingen/${await idOf('Elif')}`);
    expect(elif).toContain('Doorstroompunt IJssel-Vecht heeft de zaak. Nog niemand pakte hem op.');
  });

  it('closes the signal when the leaver goes elsewhere, and lets a mistake be taken back', async () => {
    const id = await idOf('Isa');
    await note(fatima, id, { keuze: 'other-route', bestemming: 'work', bewijs: 'employment-contract' }).expect(303);
    const page = await html(fatima, `/leerlingen/${id}`);
    expect(page).toContain('Bestemming bekend: werk.');
    expect(page).toContain('Melding weg: bekend is waar de leerling heen gaat.');
    expect(page).toContain('Dit gaat goed.');
    await fatima.post(`/leerlingen/${id}/bestemming`).expect(303);
    const again = await html(fatima, `/leerlingen/${id}`);
    expect(again).toContain('De bestemming is gewist.');
    expect(again).toContain('Toch geen andere route: bestemming gewist.');
    expect(again).not.toContain(`action="/leerlingen/${id}/bestemming"`);
  });

  it('says what is missing and keeps what was typed', async () => {
    const id = await idOf('Elif');
    const nothing = await note(fatima, id, { notitie: 'Bewaar "dit" <b>' }).expect(422);
    expect(nothing.text).toContain('<title>Fout: Elif Çelik');
    expect(nothing.text).toContain('Kies wat je nu weet over de leerling.');
    expect(nothing.text).toContain('Bewaar &quot;dit&quot; &lt;b&gt;');
    const nowhere = await note(fatima, id, { keuze: 'other-route', bestemming: '' }).expect(422);
    expect(nowhere.text).toContain('Kies waar de leerling heen gaat.');
    expect(nowhere.text).toMatch(/value="other-route" checked/);
    const both = await note(fatima, id, { keuze: 'spoken', bestemming: 'work' }).expect(422);
    expect(both.text).toContain('Je koos ook waarheen.');
    await note(fatima, id, { keuze: 'other-route', bestemming: 'mbo' }).expect(422);
    await note(fatima, id, { keuze: 'spoken', notitie: 'x'.repeat(2001) }).expect(422);
  });

  it('counts a form that comes twice once', async () => {
    const id = await idOf('Elif');
    await pressedAgain(() => note(fatima, id, { keuze: 'no-contact', notitie: 'twee keer' }).expect(303));
    const page = await html(fatima, `/leerlingen/${id}`);
    expect(page.match(/twee keer/g)).toHaveLength(1);
  });

  it('shows a dean who the mentor is and how to reach her, and her note', async () => {
    const lars = await site.signedIn('lars');
    const page = await html(lars, `/leerlingen/${await idOf('Abdi')}`);
    expect(page).toContain('Fatima el Amrani, <a class="utrecht-link" href="tel:+31380000000">038 000 00 00</a>');
    expect(page).toContain('Komt maandag.');
  });

  it('leads back to the list with the filter one came from', async () => {
    const answer = await fatima.get(`/leerlingen/${await idOf('Sem')}`).set('host', 'localhost').set('referer', 'http://localhost/leerlingen?fase=gestart').expect(200);
    expect(answer.text).toContain('href="/leerlingen?fase&#x3D;gestart"');
    const elsewhere = await fatima.get(`/leerlingen/${await idOf('Sem')}`).set('host', 'localhost').set('referer', 'http://evil.example/leerlingen?x').expect(200);
    expect(elsewhere.text).toContain('class="utrecht-link" href="/leerlingen">');
  });

  it.each(['joost', 'hanna', 'niels', 'sanne', 'ingrid', 'gijs', 'soraya'] as const)('is not there for %s', async (person) => {
    const id = await idOf('Sem');
    const browser = await site.signedIn(person);
    await browser.get(`/leerlingen/${id}`).expect(404);
    await browser.get(`/leerlingen/${id}/notities`).expect(404);
    await note(browser, id, { keuze: 'spoken' }).expect(404);
    await browser.post(`/leerlingen/${id}/bestemming`).expect(404);
    const [row] = await site.database.asSuperuser<{ count: string }>('select count(*) from app.attempt where leaver_id = $1', [id]);
    expect(row?.count).toBe('0');
  });

  it('that nobody has is not found either', async () => {
    await fatima.get(`/leerlingen/${randomUUID()}`).expect(404);
    await fatima.get('/leerlingen/1').expect(404);
  });

  it('has a choice of its own for who died, which is no other route, tells no desk and can be taken back', async () => {
    const id = await idOf('Elif');
    const told = () => site.database.asSuperuser("select id from app.event where leaver_id = $1 and kind = 'contact-attempted'", [id]);
    const before = await told();
    const form = await html(fatima, `/leerlingen/${id}`);
    expect(form).toMatch(/name="keuze" value="deceased"> <span>Is overleden</);
    expect(form).not.toContain('<option value="deceased"');
    await note(fatima, id, { keuze: 'deceased', bestemming: '', bewijs: '', notitie: '' }).expect(303);
    expect(await site.database.asSuperuser("select destination, destination_proof from app.leaver where id = $1", [id])).toEqual([{ destination: 'deceased', destination_proof: null }]);
    expect(await told()).toEqual(before);
    expect(await site.database.asSuperuser('select outcome from app.desk_case where leaver_id = $1 and closed_on is not null', [id])).toEqual([{ outcome: null }]);
    expect(await html(fatima, `/leerlingen/${id}`)).not.toContain('Gaat iets anders doen.');
    await fatima.post(`/leerlingen/${id}/bestemming`).expect(303);
  });

  it('says of a case that closed with it where somebody went, and not that the desk closed it', async () => {
    const id = await idOf('Abdi');
    await note(fatima, id, { keuze: 'other-route', bestemming: 'havo', bewijs: 'told-by-student', notitie: '' }).expect(303);
    const page = await html(fatima, `/leerlingen/${id}`);
    expect(page).toContain('De zaak bij Leerplicht Zwolle is gesloten: volgt een voltijdopleiding (havo).');
    expect(page).toMatch(/Zaak gesloten: volgt een voltijdopleiding\.[^]{0,200}Fatima el Amrani, Het Kompas/);
  });
});
