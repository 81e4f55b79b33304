import { randomUUID } from 'node:crypto';
import type TestAgent from 'supertest/lib/agent.js';
import { keepTerms } from '#dossiers';
import { Clock } from '#platform';
import { testApp, type TestApp } from '../support/test-app.ts';

const AT_TABLE = 'Lars de Vries, decaan\nIngrid Brouwer, leerplicht';

describe('the Overstaptafel of a school', () => {
  let site: TestApp;
  let lars: TestAgent;
  let table: string;

  beforeAll(async () => {
    site = await testApp();
    lars = await site.signedIn('lars');
  });
  afterAll(() => site.close());

  const html = async (browser: TestAgent, address: string): Promise<string> => (await browser.get(address).expect(200)).text;
  const post = (browser: TestAgent, address: string, form: object = {}) => browser.post(address).type('form').send(form);
  const rows = <Row extends Record<string, unknown>>(sql: string, values: unknown[] = []) => site.database.asSuperuser<Row>(sql, values);
  const placeOf = async (name: string): Promise<string> =>
    `/school/overstaptafel/plek/${(await rows<{ id: string }>('select p.id from app.table_place p join app.leaver l on l.id = p.leaver_id join app.transition_table t on t.id = p.table_id where l.given_name = $1 order by t.held_on desc limit 1', [name]))[0]?.id}`;
  const member = async (key: string): Promise<string> => String((await rows<{ id: string }>('select m.id from app.membership m join app.account a on a.id = m.account_id where a.email like $1', [`${key}@%`]))[0]?.id);
  const agreementOf = async (what: string): Promise<string> => String((await rows<{ id: string }>('select id from app.table_agreement where what = $1', [what]))[0]?.id);
  const namesOn = (page: string): string[] => [...page.matchAll(/plek\/[\da-f-]{36}">([^<]+)<\/a>/g)].map(([, name]) => String(name));

  it('shows who is at risk, most urgent first, and nobody who is fine', async () => {
    const page = await html(lars, '/school/overstaptafel');
    const names = [...page.matchAll(/leerlingen\/[\da-f-]{36}">([^<]+)<\/a>/g)].map(([, name]) => name);
    expect(names.slice(0, 3)).toEqual(['Abdi Hassan', 'Finn de Jong', 'Elif Çelik']);
    expect(names).not.toContain('Sem van den Berg');
    expect(names).not.toContain('Yara Kuipers');
    expect(page).toContain('Wie is niet gestart?');
    expect(page).toContain('Jullie hadden nog geen Overstaptafel.');
  });

  it('makes the list when a dean opens it, once for a day', async () => {
    const wrong = await post(lars, '/school/overstaptafel', { dag: '', aanwezig: 'Lars' }).expect(422);
    expect(wrong.text).toContain('Kies de dag van de Overstaptafel.');
    const opened = await post(lars, '/school/overstaptafel', { dag: '2026-09-14', aanwezig: AT_TABLE }).expect(303);
    table = String(opened.headers.location);
    await post(lars, '/school/overstaptafel', { dag: '2026-09-14', aanwezig: AT_TABLE }).expect('location', table);
    const page = await html(lars, table);
    expect(page).toContain('Overstaptafel van september');
    expect(page).toContain('Ingrid Brouwer, leerplicht');
    expect(namesOn(page)).toContain('Abdi Hassan');
    expect(page).toContain('maandag 14 september');
  });

  it('keeps several agreements per leaver, each with an owner and a day', async () => {
    const abdi = await placeOf('Abdi');
    const fatima = await member('fatima');
    await post(lars, abdi, { wat: 'Bel de ouders', wie: fatima, naam: '', voor: '2026-09-18' }).expect(303).expect('location', abdi);
    await post(lars, abdi, { wat: 'Bel de ouders', wie: fatima, naam: '', voor: '2026-09-18' }).expect(303);
    await post(lars, abdi, { wat: '=Ga langs; "thuis"', wie: 'ander', naam: 'Ingrid, Leerplicht Zwolle', voor: '2026-09-21' }).expect(303);
    await post(lars, abdi, { wat: 'Regel een plek', wie: await member('lars'), naam: '', voor: '2026-09-15' }).expect(303);
    const page = await html(lars, abdi);
    expect(page.match(/<strong>Bel de ouders/g)).toHaveLength(1);
    expect(page).toContain('Ingrid, Leerplicht Zwolle');
    const [event] = await rows<{ told: string; audience: string }>("select count(*)::text as told, min(audience) as audience from app.event where kind = 'agreement-made'");
    expect(event).toEqual({ told: '3', audience: 'school' });
  });

  it('says what is missing, keeps what was typed, and takes no owner who may not see the leaver', async () => {
    const abdi = await placeOf('Abdi');
    const nothing = await post(lars, abdi, { wat: '', wie: '', naam: '', voor: '2026-09-01' }).expect(422);
    for (const text of ['Schrijf op wat is afgesproken.', 'Kies wie het doet.', 'Deze dag is al geweest.']) expect(nothing.text).toContain(text);
    for (const wie of [await member('joost'), await member('hanna'), randomUUID()]) {
      const other = await post(lars, abdi, { wat: 'Bel <b>oma</b>', wie, naam: '', voor: '2026-09-20' }).expect(422);
      expect(other.text).toContain('Bel &lt;b&gt;oma&lt;/b&gt;');
    }
    await post(lars, abdi, { wat: 'Bel', wie: 'ander', naam: '', voor: '2026-09-20' }).expect(422);
  });

  it.each(['2026', '2026-W40', '2027-02-30', '0000-01-01', '2062-09-14'])('says that %s is no day for a table or an agreement', async (day) => {
    const form = { wat: 'Bel', wie: 'ander', naam: 'Oma', voor: day };
    const answers = [await post(lars, '/school/overstaptafel', { dag: day, aanwezig: 'Lars' }), await post(lars, `${table}/wijzigen`, { dag: day, aanwezig: 'Lars' }), await post(lars, await placeOf('Abdi'), form)];
    expect(answers.map(({ status, text }) => ({ status, says: /Kies |Kijk het jaar na/.test(text) }))).toEqual(Array.from({ length: 3 }, () => ({ status: 422, says: true })));
  });

  it('leaves somebody out with a reason, puts them back, and takes others by hand', async () => {
    const finn = await placeOf('Finn');
    await post(lars, `${finn}/weglaten`, { reden: ' ' }).expect(422);
    await post(lars, `${finn}/weglaten`, { reden: 'Zit vandaag bij de havo' }).expect(303);
    expect(await html(lars, table)).toMatch(/Niet besproken[^]*Finn de Jong[^]*Zit vandaag bij de havo/);
    await post(lars, `${finn}/weglaten`, { terug: 'ja' }).expect(303);
    expect(await html(lars, table)).not.toContain('Niet besproken');
    const [sem] = await rows<{ id: string }>("select id from app.leaver where given_name = 'Sem'");
    await post(lars, `${table}/toevoegen`, { leerling: sem?.id }).expect(303);
    await post(lars, `${table}/toevoegen`, { leerling: sem?.id }).expect(303);
    expect(namesOn(await html(lars, table)).filter((name) => name === 'Sem van den Berg')).toHaveLength(1);
    const [mila] = await rows<{ id: string }>("select id from app.leaver where given_name = 'Mila'");
    await post(lars, `${table}/toevoegen`, { leerling: mila?.id }).expect(404);
  });

  it('gives the mentor a list of what is theirs, to tick off and take back', async () => {
    const fatima = await site.signedIn('fatima');
    const id = await agreementOf('Bel de ouders');
    const list = await html(fatima, '/afspraken');
    expect(list).toContain('1 afspraak staat op jouw naam.');
    expect(list).not.toContain('Regel een plek');
    const [abdi] = await rows<{ id: string }>("select id from app.leaver where given_name = 'Abdi'");
    const page = await html(fatima, `/leerlingen/${abdi?.id}`);
    expect(page).toContain('Regel een plek');
    expect(page).toContain('Afspraak gemaakt aan de Overstaptafel.');
    expect(page.match(/afspraken\/[\da-f-]{36}\/klaar/g)).toEqual([`afspraken/${id}/klaar`]);
    expect(await rows("select distinct leaver_number from app.reading where what = 'agreements-opened'")).toEqual([{ leaver_number: '1002' }]);
    await post(fatima, `/afspraken/${id}/klaar`).expect(303);
    await post(fatima, `/afspraken/${id}/klaar`).expect(303);
    expect(await html(fatima, '/afspraken')).toMatch(/Klaar in de laatste 14 dagen[^]*Bel de ouders/);
    await post(fatima, `/afspraken/${id}/weer-open`).expect(303);
    expect(await html(fatima, '/afspraken')).toContain('1 afspraak staat op jouw naam.');
    await post(fatima, `/afspraken/${await agreementOf('Regel een plek')}/klaar`).expect(404);
    await post(fatima, `/afspraken/${id}/weghalen`).expect(404);
  });

  it.each(['joost', 'hanna', 'niels', 'okan', 'ingrid', 'marloes', 'gijs', 'sanne', 'petra', 'soraya', 'abdi'] as const)('is not there for %s', async (person) => {
    const browser = await site.signedIn(person);
    const id = await agreementOf('Bel de ouders');
    const place = await placeOf('Abdi');
    for (const address of [table, `${table}/afdrukken`, `${table}/verslag.csv`, place]) await browser.get(address).expect(404);
    await post(browser, place, { wat: 'x', wie: 'ander', naam: 'y', voor: '2026-09-20' }).expect(404);
    await post(browser, `/afspraken/${id}/klaar`).expect(404);
    const [left] = await rows<{ open: boolean }>('select done_on is null as open from app.table_agreement where id = $1', [id]);
    expect(left).toEqual({ open: true });
  });

  it('prints the list and gives the minutes as a file in which no cell is a formula', async () => {
    const paper = await html(lars, `${table}/afdrukken`);
    expect(paper).toContain('Vertrouwelijk.');
    expect(paper).toContain('Afgedrukt op 14 september 2026');
    const { text, headers } = await lars.get(`${table}/verslag.csv`).expect(200);
    expect(headers['content-disposition']).toBe('attachment; filename="overstaptafel-2026-09-14.csv"');
    expect(text.startsWith('\ufeffoverstaptafel_op;leerling;')).toBe(true);
    expect(text).toContain(`;"'=Ga langs; ""thuis""";Ingrid, Leerplicht Zwolle;2026-09-21;`);
    const logged = await rows<{ what: string; lines: number }>("select what, count(distinct leaver_id)::int as lines from app.reading where what in ('table-minutes', 'table-printed') group by what order by what");
    expect(logged).toEqual([{ what: 'table-minutes', lines: logged[0]?.lines }, { what: 'table-printed', lines: logged[0]?.lines }]);
    expect(logged[0]!.lines).toBeGreaterThan(3);
  });

  it('says on the list and on paper what is not done in time, from the day after', async () => {
    expect(await html(lars, table)).not.toContain('te laat');
    site.clock.standStill('2026-09-19');
    expect(await html(lars, table)).toMatch(/3 afspraken staan open\. <strong>2 zijn te laat\.<\/strong>[^]*Bel de ouders <span class="o-sub">[^<]*<strong>te laat:<\/strong> vóór of op 18 september/);
    expect((await html(lars, `${table}/afdrukken`)).match(/<strong>te laat:/g)).toHaveLength(2);
    site.clock.standStill('2026-09-14');
  });

  it('makes the next list of what is still open, unfinished agreements first', async () => {
    await rows("update app.leaver set destination = 'hbo' where given_name = 'Elif'");
    await rows("select app.settle('2026-09-14', array[id]) from app.leaver where given_name = 'Elif'");
    const opened = await post(lars, '/school/overstaptafel', { dag: '2026-09-28', aanwezig: 'Lars' }).expect(303);
    const page = await html(lars, String(opened.headers.location));
    const names = namesOn(page);
    expect(names[0]).toBe('Abdi Hassan');
    expect(names).not.toContain('Elif Çelik');
    expect(page).toMatch(/Abdi Hassan[^]*Afspraak|Bel de ouders/);
    const place = await html(lars, await placeOf('Abdi'));
    expect(place).toContain('afgesproken op');
  });

  it('leaves what was agreed about who died off every list, also for its owner', async () => {
    const fatima = await site.signedIn('fatima');
    const dies = (destination: string | null) => rows("update app.leaver set destination = $1 where given_name = 'Abdi'", [destination]).then(() => rows("select app.settle('2026-09-14', array[id]) from app.leaver where given_name = 'Abdi'"));
    const before = await html(lars, '/school/overstaptafel');
    expect(before).toContain('3 afspraken');
    await dies('deceased');
    expect(await html(fatima, '/afspraken')).not.toContain('Bel de ouders');
    expect(await html(lars, '/school/overstaptafel')).not.toContain('3 afspraken');
    await dies(null);
    expect(await html(fatima, '/afspraken')).toContain('Bel de ouders');
  });

  it('never shows who died, and forgets what was agreed two years after the transfer', async () => {
    await rows("update app.leaver set destination = 'deceased' where given_name = 'Finn'");
    await rows("select app.settle('2026-09-14', array[id]) from app.leaver where given_name = 'Finn'");
    expect(await html(lars, table)).not.toContain('Finn');
    await rows("update app.desk_case set closed_on = '2026-09-20', outcome = 'other'");
    await keepTerms(site.worker, new Clock({ today: '2028-09-30' }));
    expect(await rows('select from app.table_agreement')).not.toEqual([]);
    await keepTerms(site.worker, new Clock({ today: '2028-10-01' }));
    expect(await rows('select from app.table_agreement')).toEqual([]);
  });
});
