import type TestAgent from 'supertest/lib/agent.js';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Person and leaver of each line, as the page shows them. */
const linesIn = (html: string): string[] =>
  html.split('class="o-c-name"').slice(1).map((row) => [/rowheader">([^<]+)/.exec(row)?.[1], /data-l="Over">([^<]*)/.exec(row)?.[1]].join(': '));

describe('what a privacy officer sees of the log', () => {
  let site: TestApp;
  let petra: TestAgent;
  let paul: TestAgent;

  const open = async (person: Parameters<TestApp['signedIn']>[0], sql: string, path: string): Promise<void> => {
    const [row] = await site.database.asSuperuser<{ id: string }>(sql);
    await (await site.signedIn(person)).get(path + String(row?.id)).expect(200);
  };
  const leaver = (key: string): string => `select id from app.leaver where email = '${key}@leerling.example'`;
  const sought = async (browser: TestAgent, form: Record<string, string>): Promise<string> => {
    const { headers } = await browser.post('/beheer/logboek/zoeken').type('form').send(form).expect(303);
    expect(headers.location).not.toContain(form.naam);
    return (await browser.get(String(headers.location)).expect(200)).text;
  };

  beforeAll(async () => {
    site = await testApp();
    petra = await site.signedIn('petra');
    paul = await site.signedIn('paul');
    await open('fatima', leaver('abdi'), '/leerlingen/');
    await open('lars', leaver('noor'), '/leerlingen/');
    await open('ingrid', `select id from app.desk_case where leaver_id = (${leaver('abdi')})`, '/niet-gestart/');
    await open('vera', leaver('mila'), '/leerlingen/');
  });
  afterAll(() => site.close());

  it('shows what the own people read, newest first, by number and never by name', async () => {
    const { text } = await petra.get('/beheer/logboek').expect(200);
    expect(linesIn(text)).toEqual(['Lars de Vries: leerling 1004', 'Fatima el Amrani: leerling 1002']);
    expect(text).toContain('Leerling geopend<span class="o-sub">naam en contact, school en uitslag');
    expect(text).not.toMatch(/Abdi|Noor|Ingrid|Mila/);
  });

  it('shows who read about the own students, from elsewhere too', async () => {
    const { text } = await petra.get('/beheer/logboek?kant=leerlingen').expect(200);
    expect(linesIn(text)).toEqual(['Ingrid Brouwer: leerling 1002', 'Lars de Vries: leerling 1004', 'Fatima el Amrani: leerling 1002']);
    expect(text).toContain('leerplichtambtenaar, Leerplicht Zwolle');
  });

  it('answers who opened the dossier of one student, by number or by name', async () => {
    for (const naam of ['1002', 'hassan', 'Abdi Hassan']) {
      const text = await sought(petra, { kant: 'leerlingen', wie: 'leerling', naam });
      expect(linesIn(text)).toEqual(['Ingrid Brouwer: leerling 1002', 'Fatima el Amrani: leerling 1002']);
    }
    expect(linesIn(await sought(petra, { kant: 'leerlingen', wie: 'leerling', naam: 'Mila' }))).toEqual([]);
    expect(linesIn(await sought(petra, { wie: 'collega', naam: 'lars' }))).toEqual(['Lars de Vries: leerling 1004']);
  });

  it('keeps to the days that were asked', async () => {
    expect(linesIn((await petra.get('/beheer/logboek?van=2026-09-14&tot=2026-09-14').expect(200)).text)).toHaveLength(2);
    const { text } = await petra.get('/beheer/logboek?van=2026-09-01&tot=2026-09-13').expect(200);
    expect(text).toContain('In deze dagen heeft niemand iets geopend.');
  });

  it('shows nothing of another organisation, in the list, the search or the file', async () => {
    expect(linesIn((await paul.get('/beheer/logboek').expect(200)).text)).toEqual(['Vera Mulder: leerling 1001']);
    expect(linesIn(await sought(paul, { kant: 'leerlingen', wie: 'leerling', naam: 'Hassan' }))).toEqual([]);
    const other = await petra.post('/beheer/logboek/zoeken').type('form').send({ kant: 'leerlingen', wie: 'leerling', naam: '1002' });
    expect((await paul.get(String(other.headers.location)).expect(200)).text).not.toContain('1002');
    expect((await paul.get('/beheer/logboek.csv?kant=leerlingen').expect(200)).text).not.toContain('Fatima');
  });

  it('gives the lines as a file that no spreadsheet runs, and notes that it did', async () => {
    await site.database.asSuperuser(`insert into app.reading (account_id, member_id, person, role, reader_organisation_id, organisation, what, way)
      select gen_random_uuid(), gen_random_uuid(), '=HYPERLINK("x")', 'mentor', id, name, 'leaver-opened', 'page' from app.organisation where code = '10KO00'`);
    const { text, headers } = await petra.get('/beheer/logboek.csv').expect(200);
    expect(headers['content-disposition']).toContain('logboek.csv');
    expect(text).toContain(';"\'=HYPERLINK(""x"")";');
    expect(text.split('\r\n')[0]).toBe('\ufeffdag;tijd;wie;rol;organisatie;wat;delen;hoe;leerlingnummer;school');
    expect(linesIn((await petra.get('/beheer/logboek').expect(200)).text)[0]).toBe('Petra Blok: 3 rijen');
  });
});
