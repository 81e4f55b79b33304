import { bytesSource, importFiles, type FileReport, isRefused, kindOf } from '#exchange';
import { WORKER } from '#platform';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { regionIn, type Region } from './example-region.ts';

const DAY = '2026-06-15';
const HEADER = 'leerlingnummer;roepnaam;tussenvoegsel;achternaam;geboortedatum;klas;mentor;gemeente';
const PERSON = 'Sem;;Jansen;01-02-2010';

describe('bringing awkward rows', () => {
  let database: FreshDatabase;
  let region: Region;

  beforeEach(async () => {
    database = await freshDatabase();
    region = regionIn(database);
    await bring('organisaties', 'code;naam;soort;gemeente;rmc_regio\n90AK00;Kompas;vo;Zwolle;10\n90XM;College;mbo;Zwolle;10\nLPA-1;Bureau;leerplicht;Zwolle|Kampen;10\n');
  });
  afterEach(async () => {
    await region.close();
    await database.drop();
  });

  const bring = async (name: string, text: string | Buffer, more: { forCode?: string; year?: string } = {}): Promise<FileReport> => {
    const fresh = regionIn(database);
    const { files } = await importFiles(fresh.tx, { kind: kindOf(name.split('-')[0]!)!, day: DAY, files: [bytesSource(`${name}.csv`, Buffer.from(text))], ...more });
    const [report] = files;
    if (!report || isRefused(report)) throw new Error(report?.error);
    return report;
  };
  const leavers = (columns: string): Promise<Record<string, unknown>[]> => region.tx.run(WORKER, (sql) => sql(`select ${columns} from app.leaver order by number`));

  it('names line, column and value of each wrong row, and brings the others in', async () => {
    const report = await bring('leerlingen-90AK00', `${HEADER}\n1;${PERSON};4A;;\n\n;${PERSON};4A;;\n3;Sem;;Jansen;31-02-2010;4A;;\n4;"Sem";;"Jan\nsen";03/04/2010;;;\n5;${PERSON};4A;;;te veel\n6;${PERSON}\n`);
    expect(report).toMatchObject({ rows: 6, created: 2 });
    expect(report.refused.map(({ line, column, value }) => [line, column, value])).toEqual([
      [4, 'leerlingnummer', ''], [5, 'geboortedatum', '31-02-2010'], [6, 'geboortedatum', '03/04/2010'], [8, 'gemeente', 'te veel'],
    ]);
  });

  it('takes the same row twice for one, and refuses the later of two that differ', async () => {
    const report = await bring('leerlingen-90AK00', `${HEADER}\n1;${PERSON};4A;;\n1;${PERSON};4A;;\n1;${PERSON};4B;;\n`);
    expect(report).toMatchObject({ rows: 3, created: 1, unchanged: 1 });
    expect(report.refused).toEqual([expect.objectContaining({ line: 4, column: 'leerlingnummer', value: '1', message: expect.stringContaining('Regel 2') })]);
    expect(await leavers('number, class')).toEqual([{ number: '1', class: '4A' }]);
  });

  it('keeps what it does not know, with a warning', async () => {
    const report = await bring('leerlingen-90AK00', `${HEADER}\n1;${PERSON};4A;m@x.example;Atlantis\n2;Bo;;Kok;1-2-10;;;Enschede\n`);
    expect(report.warnings.map(({ line, column, value }) => [line, column, value])).toEqual([[2, 'gemeente', 'Atlantis'], [2, 'mentor', 'm@x.example']]);
    await bring('medewerkers', 'email;organisatie;rol\nM@x.example;90ak00;Mentor\n');
    expect(await leavers('number, mentor_id is not null as tied')).toEqual([{ number: '1', tied: true }, { number: '2', tied: false }]);
  });

  it('changes only what a newer file names, and asks after who is left out', async () => {
    await bring('leerlingen-90AK00', `${HEADER}\n1;${PERSON};4A;;Zwolle\n2;Bo;;Kok;1-2-10;4A;;Kampen\n`);
    const newer = 'leerlingnummer;roepnaam;achternaam;geboortedatum;klas\n1;Sem;Jansen;01-02-2010;4B\n';
    expect(await bring('leerlingen-90AK00', newer)).toMatchObject({ updated: 1 });
    expect(await leavers("number, class, municipality, missing_since is not null as asked")).toEqual([
      { number: '1', class: '4B', municipality: 'Zwolle', asked: false }, { number: '2', class: '4A', municipality: 'Kampen', asked: true },
    ]);
    expect(await bring('leerlingen-90AK00', `${newer}2;Bo;Kok;1-2-10;4A\n`)).toMatchObject({ updated: 1, unchanged: 1 });
  });

  it('keeps leading zeros and the school year that the row, the person or the day tells', async () => {
    await bring('leerlingen-90AK00', `schooljaar;${HEADER}\n2024/2025;001;${PERSON};;;\n;002;${PERSON};;;\n`);
    await bring('leerlingen-90AK00', `${HEADER}\n003;${PERSON};;;\n`, { year: '2023-2024' });
    expect(await leavers('number, school_year')).toEqual([
      { number: '001', school_year: '2024-2025' }, { number: '002', school_year: '2025-2026' }, { number: '003', school_year: '2023-2024' },
    ]);
  });

  it('finds the leaver of a result by year, and lets a mentor keep a destination', async () => {
    await bring('leerlingen-90AK00', `schooljaar;${HEADER}\n2025-2026;1;${PERSON};;;\n2024-2025;1;${PERSON};;;\n2023-2024;2;${PERSON};;;\n2023-2024;3;${PERSON};;;\n2022-2023;3;${PERSON};;;\n`);
    await database.asSuperuser("update app.leaver set destination = 'work', destination_source = 'page' where number = '2'");
    const report = await bring('uitslagen-90AK00', 'leerlingnummer;examenuitslag;bestemming\n1;Getuigschrift;\n2;leeg;\n3;geslaagd;\n9;geslaagd;\n');
    expect(report).toMatchObject({ rows: 4, updated: 1, unchanged: 1 });
    expect(report.refused.map(({ line, value }) => [line, value])).toEqual([[4, '3'], [5, '9']]);
    expect(await leavers('number, school_year, exam_result, destination').then((rows) => rows.filter((row) => row.exam_result ?? row.destination))).toEqual([
      { number: '1', school_year: '2025-2026', exam_result: 'certificate', destination: null }, { number: '2', school_year: '2023-2024', exam_result: null, destination: 'work' },
    ]);
  });

  it('asks about who failed and has a diploma of havo or vwo all the same', async () => {
    await bring('leerlingen-90AK00', `${HEADER}\n1;${PERSON};;;\n2;${PERSON};;;\n3;${PERSON};;;\n`);
    const report = await bring('uitslagen-90AK00', 'leerlingnummer;examenuitslag;diploma\n1;gezakt;havo\n2;geslaagd;havo\n3;gezakt;mbo2\n');
    expect(report).toMatchObject({ refused: [], warnings: [{ line: 2, column: 'diploma', value: 'havo', message: expect.stringContaining('het diploma telt niet mee') }] });
  });

  it('lets a status wait for its application, and counts the same report once', async () => {
    const statuses = 'aanmeldnummer;status;per_datum;reden\nA;Aangemeld;01-11-2025;\nA;aangemeld;2025-11-01;nog eens\nA;toegelaten;1-3-26;\nA;verdwaald;1-3-26;\n';
    const first = await bring('statussen-90XM', statuses);
    expect(first).toMatchObject({ rows: 4, created: 0, unchanged: 1, waiting: 2 });
    expect(first.refused[0]?.message).toContain('voornemen, aangemeld');
    await bring('aanmeldingen-90XM', 'aanmeldnummer;roepnaam;achternaam;geboortedatum;crebo;leerweg;startdatum;aangemeld_op\nA;Sem;Jansen;01-02-2010;90001;bol;24-08-2026;01-11-2025\n');
    expect(await region.tx.run(WORKER, (sql) => sql('select status, status_on::text from app.application'))).toEqual([{ status: 'admitted', status_on: '2026-03-01' }]);
    expect(await bring('statussen-90XM', statuses)).toMatchObject({ created: 0, unchanged: 3, waiting: 0 });
  });

  it('refuses a role that an organisation does not have, and an organisation that is not there', async () => {
    const report = await bring('medewerkers', 'email;organisatie;rol\na@b.nl;90AK00;intaker\nb@b.nl;99ZZ00;mentor\nc@b.nl;90AK00;mentor\nc@b.nl;90AK00;decaan\n');
    expect(report.refused.map(({ line, column, value }) => [line, column, value])).toEqual([[2, 'rol', 'intaker'], [3, 'organisatie', '99ZZ00']]);
    expect(report).toMatchObject({ rows: 4, created: 2 });
  });

  it('writes nothing at all when nothing changed', async () => {
    const text = `${HEADER}\n1;${PERSON};4A;m@x.example;Zwolle\n`;
    await bring('leerlingen-90AK00', text);
    const written = 'select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as rows from pg_stat_xact_user_tables where schemaname = $1';
    const fresh = regionIn(database);
    const { files } = await importFiles(fresh.tx, {
      kind: kindOf('leerlingen')!, day: DAY, files: [bytesSource('leerlingen-90AK00.csv', Buffer.from(text))],
      afterwards: async (sql) => expect(await sql(written, ['app'])).toEqual([{ rows: 0 }]),
    });
    await fresh.close();
    expect(files[0]).toMatchObject({ unchanged: 1 });
  });
});
