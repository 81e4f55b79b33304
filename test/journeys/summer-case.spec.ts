import type TestAgent from 'supertest/lib/agent.js';
import { keepSummer } from '#alerts';
import type { Person } from '../personas/people.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Zoë of the summer team hears that Abdi works, while Leerplicht Zwolle has a case about him; today is 14 September 2026. */
describe('a call of the summer team while a desk has a case', () => {
  let site: TestApp;
  let abdi: string;
  let leaver: string;
  let caseId: string;
  const browsers = new Map<Person, TestAgent>();

  const run = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const idOf = async (sql: string, values: unknown[] = []): Promise<string> => (await run<{ id: string }>(sql, values))[0]!.id;
  const as = async (person: Person): Promise<TestAgent> => {
    const browser = browsers.get(person) ?? (await site.signedIn(person));
    browsers.set(person, browser);
    return browser;
  };
  const html = async (person: Person, address: string): Promise<string> => (await (await as(person)).get(address).expect(200)).text;
  const post = async (person: Person, address: string, form: object = {}) => (await as(person)).post(address).type('form').send(form);
  const works = (form: object = {}) => post('zoe', abdi, { uitkomst: 'goes-working', notitie: 'Bij de bakker', ...form });
  const tick = () => keepSummer(site.worker, { today: () => '2026-09-14', time: () => '12:00' });
  const newest = () => idOf('select id from app.summer_attempt order by made_at desc limit 1');

  /** All that a tap may change, as it is stored. */
  const stored = async () => ({
    leaver: await run('select destination, destination_source, destination_proof from app.leaver where id = $1', [leaver]),
    signal: await run('select id, kind, kind_since, opened_on, closed_on, closed_because from app.signal where leaver_id = $1', [leaver]),
    case: await run('select id, desk_id, owner_id, picked_up_on, offered_to, closed_on, outcome, opened_on, at_desk_since from app.desk_case where leaver_id = $1', [leaver]),
    card: await run('select work_group, turn, turn_since, signal_kind, destination, case_id, case_outcome from app.card where leaver_id = $1', [leaver]),
    list: await run('select next_on, wants_help, ended_on from app.summer_list where leaver_id = $1', [leaver]),
    standing: await run('select id from app.summer_attempt where leaver_id = $1 and undone_at is null', [leaver]),
    view: await run('select id from app.in_view where leaver_id = $1 and closed_on is null', [leaver]),
  });

  beforeEach(async () => {
    site = await testApp();
    browsers.clear();
    const team = await idOf("select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like 'zoe@%'");
    await post('lars', '/beheer/zomerteam', { organisatie: await idOf("select id from app.organisation where code = '10KO00'"), wie: team });
    await tick();
    leaver = await idOf("select id from app.leaver where given_name = 'Abdi'");
    caseId = await idOf('select id from app.desk_case where leaver_id = $1', [leaver]);
    abdi = `/zomer/${await idOf('select id from app.summer_list where leaver_id = $1', [leaver])}`;
  });
  afterEach(() => site.close());

  it('says before a tap that the case closes with it, and keeps what was typed', async () => {
    expect(await html('zoe', abdi)).toContain('Bij Leerplicht Zwolle loopt een zaak.');
    const before = await stored();
    const asked = await works();
    expect(asked.status).toBe(200);
    expect(asked.text).toContain('Bij Leerplicht Zwolle loopt een zaak. Die sluit hiermee.');
    expect(asked.text).toMatch(/<textarea[^>]*name="notitie"[^>]*>Bij de bakker</);
    expect(asked.text).toContain(`name="akkoord" value="${caseId}"`);
    expect(await stored()).toEqual(before);
    const no = await works({ akkoord: caseId, nee: '1' });
    expect(no.text).toMatch(/<textarea[^>]*name="notitie"[^>]*>Bij de bakker<[^]*Geen gehoor/);
    expect(await stored()).toEqual(before);
    expect((await works({ akkoord: leaver })).status).toBe(200);
    expect(await stored()).toEqual(before);
  });

  it('closes it after yes, and the story names who tapped', async () => {
    expect((await works({ akkoord: caseId })).status).toBe(303);
    expect((await stored()).case).toMatchObject([{ outcome: 'work' }]);
    expect((await stored()).leaver).toMatchObject([{ destination: 'work', destination_source: 'mentor' }]);
    const page = await html('fatima', `/leerlingen/${leaver}`);
    expect(page).toMatch(/Zaak gesloten: werkt\.[^]{0,200}Zoë Peters, Het Kompas/);
    expect(page).not.toContain('Leerplicht Zwolle sloot de zaak');
    expect(await html('ingrid', `/niet-gestart/${caseId}`)).toMatch(/Zaak gesloten: werkt\.[^]{0,200}Het Kompas[^]*Zomerteam: gesproken: gaat werken\./);
  });

  it('restores all of it at once, once, also when pressed twice and after the worker was there', async () => {
    await post('zoe', abdi, { uitkomst: 'still-looking', notitie: '' });
    const before = await stored();
    await works({ akkoord: caseId });
    await tick();
    expect(await html('zoe', '/zomer')).toMatch(/Vandaag klaar[^]*Abdi Hassan/);
    const poging = await newest();
    expect(await html('zoe', abdi)).toMatch(/Gaat iets anders doen[^]*Morgen gaat de leerling van de lijst\./);
    expect(await html('zoe', abdi)).toContain(`name="poging" value="${poging}"`);
    expect((await post('zoe', `${abdi}/ongedaan`, { poging })).status).toBe(303);
    expect((await post('zoe', `${abdi}/ongedaan`, { poging })).status).toBe(303);
    expect(await stored()).toEqual(before);
    expect(await html('zoe', abdi)).toContain('Ongedaan gemaakt.');
    const page = await html('fatima', `/leerlingen/${leaver}`);
    expect(page).toMatch(/Zaak weer open: sluiten was een vergissing\.[^]{0,200}Zoë Peters/);
    expect(page).toContain('Melding weer open: ‘niet verschenen’.');
  });

  it('keeps a note when the number beside it is wrong, and when it is right', async () => {
    const page = await html('zoe', abdi);
    expect(page).toMatch(/<input[^>]*name="nummer"[^>]*form="gesprek"/);
    expect(page).toContain(`form="gesprek" formaction="${abdi}/nummer"`);
    expect(page).toMatch(/name="notitie"[^]*Geen gehoor<\/button>/);
    const wrong = await post('zoe', `${abdi}/nummer`, { nummer: 'bel mij', stond: '', notitie: 'Moeder belt terug' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/<textarea[^>]*name="notitie"[^>]*>Moeder belt terug</);
    expect(wrong.text).toContain('value="bel mij"');
    const right = await post('zoe', `${abdi}/nummer`, { nummer: '06 12 34 56 78', stond: '', notitie: 'Moeder belt terug' });
    expect(right.text).toMatch(/Opgeslagen\.[^]*href="tel:\+31612345678"[^]*>Moeder belt terug</);
    const tooLong = await post('zoe', abdi, { uitkomst: 'no-answer', notitie: 'x'.repeat(501), nummer: '06 11 11 11 11', stond: '06 12 34 56 78' });
    expect(tooLong.text).toContain('value="06 11 11 11 11"');
    expect(tooLong.text).toContain('<details class="o-ask" open>');
  });

  it('keeps a number that was typed and not saved with the tap, and never over one of another window', async () => {
    expect((await post('zoe', abdi, { uitkomst: 'no-answer', notitie: '', nummer: '06 12 34 56 78', stond: '' })).status).toBe(303);
    const phone = async () => (await run<{ phone: string }>('select phone from app.summer_list where leaver_id = $1', [leaver]))[0]?.phone;
    expect(await phone()).toBe('06 12 34 56 78');
    const other = await post('zoe', `${abdi}/nummer`, { nummer: '06 99 99 99 99', stond: '', notitie: '' });
    expect(other.status).toBe(422);
    expect(other.text).toContain('Het nummer is intussen veranderd.');
    expect(other.text).toContain('value="06 99 99 99 99"');
    expect(await phone()).toBe('06 12 34 56 78');
  });

  it('is told and not closed when somebody of the desk has it', async () => {
    await post('ingrid', `/niet-gestart/${caseId}/oppakken`);
    expect(await html('zoe', abdi)).toContain('Iemand van Leerplicht Zwolle is hiermee bezig.');
    const before = await stored();
    expect((await works({ akkoord: caseId })).status).toBe(303);
    expect(await html('zoe', abdi)).toContain('Het bureau leest wat jij tikte. De zaak blijft open.');
    expect(await stored()).toMatchObject({ leaver: before.leaver, signal: before.signal, case: before.case, card: before.card });
    expect(await run("select next_on::text as day from app.summer_list where leaver_id = $1", [leaver])).toEqual([{ day: '2026-09-28' }]);
    expect(await html('ingrid', `/niet-gestart/${caseId}`)).toMatch(/Zomerteam: gesproken: gaat werken\.[^]{0,200}Het Kompas/);
    await post('zoe', `${abdi}/ongedaan`, { poging: await newest() });
    expect(await stored()).toEqual(before);
    expect(await html('ingrid', `/niet-gestart/${caseId}`)).toContain('Zomerteam, teruggenomen: gesproken: gaat werken.');
  });

  it('does not undo when the desk did something since, and says so', async () => {
    await works({ akkoord: caseId });
    await post('ingrid', `/niet-gestart/${caseId}/heropenen`, { reden: 'back' });
    const since = await stored();
    expect((await post('zoe', `${abdi}/ongedaan`, { poging: await newest() })).status).toBe(303);
    expect(await html('zoe', abdi)).toContain('Ongedaan maken kan niet meer: iemand heeft hierna iets gedaan met de zaak. Bel het bureau.');
    expect(await stored()).toEqual(since);
  });

  it('is not undone by a colleague, nor when the mentor noted something else since', async () => {
    await works({ akkoord: caseId });
    const poging = await newest();
    const closed = await stored();
    await post('lars', `${abdi}/ongedaan`, { poging });
    expect(await stored()).toEqual(closed);
    await post('fatima', `/leerlingen/${leaver}/notities`, { keuze: 'other-route', bestemming: 'care', bewijs: 'told-by-student', notitie: '' });
    const since = await stored();
    await post('zoe', `${abdi}/ongedaan`, { poging });
    expect(await stored()).toEqual(since);
  });
});
