import type { Person } from '../personas/people.ts';
import { pressedAgain } from '../support/pressed-again.ts';
import { atDesks, type AtDesks } from '../support/at-desks.ts';

const WHY = 'Woont nu bij oma, net over de grens.';

describe('a case that does not belong to a desk', () => {
  let at: AtDesks;

  beforeEach(async () => {
    at = await atDesks();
  });
  afterEach(() => at.site.close());

  const page = async (person: Person, id: string): Promise<string> => (await (await at.as(person)).get(`/niet-gestart/${id}`).expect(200)).text;
  const ask = async (id: string, naar: string) => at.send('ingrid', `/niet-gestart/${id}/overdragen`, { naar, waarom: WHY });
  const stands = async (id: string) => (await at.run(`select o.code as desk, a.given_name as owner, at_desk_since::text as since, queue_region as region from app.desk_case c left join app.organisation o on o.id = c.desk_id
    left join app.membership m on m.id = c.owner_id left join app.account a on a.id = m.account_id where c.id = $1`, [id]))[0];

  it('asks which desk or region, and why', async () => {
    const id = await at.caseOf('abdi');
    const { text } = await (await at.as('ingrid')).get(`/niet-gestart/${id}/overdragen`).expect(200);
    expect([...text.matchAll(/<option value="[^"]*"[^>]*>([^<]+)/g)].map(([, name]) => name)).toEqual([
      'Kies een bureau of regio', 'Weet ik niet: onze regio zoekt het uit', 'Doorstroompunt IJssel-Vecht', 'Leerplicht Kampen',
      'Doorstroompunt Veluwe (andere regio)', 'De regio van Doorstroompunt Veluwe: zij kiezen een bureau', 'Leerplicht Ermelo (andere regio)',
    ]);
    const wrong = await at.send('ingrid', `/niet-gestart/${id}/overdragen`, { naar: await at.desk('LPA-Zwolle'), waarom: ' ' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Schrijf op waarom deze zaak niet bij jullie hoort.');
    expect((await ask(id, await at.desk('10KO00'))).status).toBe(422);
  });

  it('stays where it is until the other says yes, and both see why', async () => {
    const id = await at.caseOf('abdi');
    for (const answer of await pressedAgain(async () => ask(id, await at.desk('LPA-Ermelo')))) expect(answer.status).toBe(303);
    expect(await stands(id)).toMatchObject({ desk: 'LPA-Zwolle' });
    expect(await page('ingrid', id)).toContain('Gevraagd aan Leerplicht Ermelo op 14 september.');
    expect(await page('youssef', id)).toMatch(/Leerplicht Zwolle vraagt of jullie deze zaak overnemen\.[^]*Woont nu bij oma/);
    expect((await (await at.as('youssef')).get('/niet-gestart')).text).toMatch(/Aangeboden aan jullie[^]*Abdi Hassan[^]*Overnemen gevraagd/);
    expect((await (await at.as('ingrid')).get('/niet-gestart')).text).toMatch(/Abdi Hassan[^]*Wacht op antwoord van een ander/);
    await at.send('youssef', `/niet-gestart/${id}`, { uitkomst: 'works' });
    expect(await page('ingrid', id)).not.toContain('Afgesloten');
    for (const person of ['mark', 'anna', 'fatima', 'gijs', 'pieter'] as const) {
      await (await at.as(person)).get(`/niet-gestart/${id}`).expect(404);
      expect((await at.send(person, `/niet-gestart/${id}/oppakken`)).status).toBe(404);
      expect((await at.send(person, `/niet-gestart/${id}/weigeren`, { reden: 'nee' })).status).toBe(404);
    }
    expect(await stands(id)).toMatchObject({ desk: 'LPA-Zwolle' });
  });

  it('goes over in the name of who says yes, with clocks that begin anew', async () => {
    const id = await at.caseOf('abdi');
    await at.run("update app.desk_case set opened_on = '2026-08-03' where id = $1", [id]);
    await ask(id, await at.desk('LPA-Ermelo'));
    for (const answer of await pressedAgain(() => at.send('youssef', `/niet-gestart/${id}/oppakken`))) expect(answer.status).toBe(303);
    expect(await stands(id)).toMatchObject({ desk: 'LPA-Ermelo', owner: 'Youssef', since: '2026-09-14' });
    expect(await page('youssef', id)).not.toContain('werkdagen');
    await (await at.as('ingrid')).get(`/niet-gestart/${id}`).expect(404);
    const [row] = await at.run<{ id: string }>("select id from app.leaver where email = 'abdi@leerling.example'");
    const { text } = await (await at.as('fatima')).get(`/leerlingen/${row?.id}`).expect(200);
    expect(text).toContain('Zaak overgedragen.');
    expect(text).not.toContain('oma');
  });

  it('begins empty at the other desk, which reads nothing of what the first one did', async () => {
    const id = await at.caseOf('abdi');
    await at.send('ingrid', `/niet-gestart/${id}`, { uitkomst: 'contact' });
    await at.send('ingrid', `/niet-gestart/${id}/plan`, { plan: 'Samen kijken', intake: '2026-09-14' });
    const days = () => at.run('select contacted_on::text as contact, approached_on::text as approached, intake_on::text as intake, last_attempt_on::text as attempt from app.desk_case where id = $1', [id]);
    expect(await days()).toEqual([{ contact: '2026-09-14', approached: '2026-09-14', intake: '2026-09-14', attempt: '2026-09-14' }]);
    await ask(id, await at.desk('LPA-Ermelo'));
    await at.send('youssef', `/niet-gestart/${id}/oppakken`);
    expect(await days()).toEqual([{ contact: null, approached: null, intake: null, attempt: null }]);
    expect(await page('youssef', id)).not.toMatch(/Contact gekregen|Samen kijken/);
    expect(await at.run('select o.code as desk, contacted_on::text as contact, intake_on::text as intake from app.case_stay s join app.organisation o on o.id = s.desk_id')).toEqual([
      { desk: 'LPA-Zwolle', contact: '2026-09-14', intake: '2026-09-14' }]);
  });

  it('comes back with the reason when the other says no, and may be asked elsewhere', async () => {
    const id = await at.caseOf('abdi');
    await ask(id, await at.desk('LPA-Ermelo'));
    expect((await at.send('youssef', `/niet-gestart/${id}/weigeren`)).status).toBe(422);
    for (const answer of await pressedAgain(() => at.send('youssef', `/niet-gestart/${id}/weigeren`, { reden: 'Staat nog in Zwolle ingeschreven.' }))) expect(answer.status).toBe(303);
    expect(await page('ingrid', id)).toMatch(/Leerplicht Ermelo neemt de zaak niet over\.[^]*Staat nog in Zwolle ingeschreven\./);
    await (await at.as('youssef')).get(`/niet-gestart/${id}`).expect(404);
    expect((await ask(id, await at.desk('LPA-Kampen'))).status).toBe(303);
    expect((await at.send('ingrid', `/niet-gestart/${id}/overdragen/intrekken`)).status).toBe(303);
    await (await at.as('mark')).get(`/niet-gestart/${id}`).expect(404);
  });

  it('is given by another region to one of its desks, or refused there', async () => {
    const id = await at.caseOf('abdi');
    await ask(id, 'regio-11');
    expect(await stands(id)).toMatchObject({ desk: 'LPA-Zwolle' });
    const list = (await (await at.as('pieter')).get('/regio/wachtrij').expect(200)).text;
    expect(list).toMatch(/Abdi Hassan[^]*Leerplicht Zwolle vraagt of jullie regio de zaak overneemt[^]*Woont nu bij oma/);
    expect((await (await at.as('gijs')).get('/regio/wachtrij').expect(200)).text).toMatch(/Wacht op antwoord tussen bureaus[^]*Leerplicht Zwolle vroeg het aan Doorstroompunt Veluwe/);
    await (await at.as('gijs')).get(`/regio/wachtrij/${id}`).expect(404);
    await (await at.as('youssef')).get(`/niet-gestart/${id}`).expect(404);
    expect((await at.send('pieter', `/regio/wachtrij/${id}/weigeren`, { reden: 'Onbekend adres.' })).status).toBe(303);
    expect(await page('ingrid', id)).toContain('Onbekend adres.');
    await ask(id, 'regio-11');
    expect((await at.send('pieter', `/regio/wachtrij/${id}`, { bureau: await at.desk('LPA-Ermelo') })).status).toBe(303);
    expect(await stands(id)).toMatchObject({ desk: 'LPA-Ermelo', owner: null, region: '11' });
    expect(await page('youssef', id)).toContain('Abdi Hassan');
  });

  it('is not refused any more once somebody else took it, for who reads along', async () => {
    const id = await at.caseOf('abdi');
    await at.run("update app.desk_case set route = 'doorstroompunt', desk_id = (select id from app.organisation where code = 'DSP-10') where id = $1", [id]);
    const askAnna = async () => at.send('marloes', `/niet-gestart/${id}/overdragen`, { naar: await at.desk('DSP-11'), waarom: WHY });
    await askAnna();
    await at.send('anna', `/niet-gestart/${id}/weigeren`, { reden: 'Staat nog in Zwolle ingeschreven.' });
    expect(await page('marloes', id)).toContain('Doorstroompunt Veluwe neemt de zaak niet over.');
    await askAnna();
    await at.send('anna', `/niet-gestart/${id}/oppakken`);
    expect(await stands(id)).toMatchObject({ desk: 'DSP-11', owner: 'Anna' });
    expect(await page('marloes', id)).toContain('Deze zaak is bij Doorstroompunt Veluwe.');
    expect(await page('marloes', id)).not.toMatch(/neemt de zaak niet over|Staat nog in Zwolle/);
  });

  it('at the 18th birthday stays with leerplicht when the Doorstroompunt says no, and reads why', async () => {
    const id = await at.caseOf('abdi');
    await at.run("update app.desk_case set offered_to = (select id from app.organisation where code = 'DSP-10') where id = $1", [id]);
    expect(await page('marloes', id)).toContain('Deze jongere is 18 geworden. Neem je de zaak over?');
    expect((await at.send('marloes', `/niet-gestart/${id}/weigeren`, { reden: 'Begint maandag op school.' })).status).toBe(303);
    expect(await stands(id)).toMatchObject({ desk: 'LPA-Zwolle' });
    expect(await page('ingrid', id)).toMatch(/Doorstroompunt IJssel-Vecht neemt de zaak niet over\.[^]*Begint maandag op school\./);
  });
});
