import { bytesSource } from './source.ts';
import { openTable } from './table.ts';

const named = (name: string, also: string[] = [], needed = false) => ({ name, also, loosely: name === 'klas' ? ['groep'] : [], needed });
const COLUMNS = [named('leerlingnummer', ['stamnummer'], true), named('roepnaam', ['voornaam']), named('achternaam'), named('klas', ['stamklas'])];

async function read(content: string | Buffer) {
  const table = await openTable(bytesSource('proef.csv', typeof content === 'string' ? Buffer.from(content) : content), COLUMNS);
  const rows = [];
  for await (const batch of table.rows) rows.push(...batch);
  return { ...table, rows };
}

const lines = async (content: string | Buffer): Promise<unknown[]> => (await read(content)).rows.map(({ line, fields }) => [line, ...fields]);
const refusal = (content: string | Buffer): Promise<string> => read(content).then(() => 'not refused', (error: Error) => error.message);
const latin = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('reading a table', () => {
  it.each(['\n', '\r\n', '\r'])('counts the physical lines of %j', async (end) => {
    const text = ['', 'leerlingnummer;roepnaam', '', '1;Sem', ';', '2;"Anne', 'Fleur"', '3;Bo'].join(end);
    expect(await lines(text)).toEqual([[4, '1', 'Sem'], [6, '2', `Anne${end}Fleur`], [8, '3', 'Bo']]);
  });

  it.each([';', ',', '\t'])('finds the delimiter %j by the header, also inside quotes', async (delimiter) => {
    const text = `"leerling${delimiter}"${delimiter}"Leerling Nummer"${delimiter}klas\nx${delimiter}"1${delimiter}2"${delimiter}4A\n`;
    const { columns, unknown, rows } = await read(text);
    expect(columns.map((column) => column?.name)).toEqual([undefined, 'leerlingnummer', 'klas']);
    expect(unknown).toEqual([`leerling${delimiter}`.trim()]);
    expect(rows[0]?.fields).toEqual(['x', `1${delimiter}2`, '4A']);
  });

  it('knows headers in any case, spaces, underscores and hyphens, and the separator line of a spreadsheet', async () => {
    const { columns } = await read('\ufeffsep=,\r\nSTAM_NUMMER,Roep-naam, Achternaam \r\n');
    expect(columns.map((column) => column?.name)).toEqual(['leerlingnummer', 'roepnaam', 'achternaam']);
  });

  it('takes a loose header only when nothing better is there', async () => {
    expect((await read('leerlingnummer;groep\n')).columns.map((column) => column?.name)).toEqual(['leerlingnummer', 'klas']);
    expect((await read('leerlingnummer;Groep;Stamklas\n')).unknown).toEqual(['Groep']);
  });

  it('reads UTF-8 with and without byte-order mark, and Windows-1252', async () => {
    expect(await lines('\ufeffleerlingnummer;roepnaam\n1;Zoë')).toEqual([[2, '1', 'Zoë']]);
    expect(await lines('leerlingnummer;roepnaam\n1;Chloë Yılmaz')).toEqual([[2, '1', 'Chloë Yılmaz']]);
    expect(await lines(latin('leerlingnummer;roepnaam\n1;Zo\xeb\n2;D\x92Angelo'))).toEqual([[2, '1', 'Zoë'], [3, '2', 'D’Angelo']]);
  });

  it('reads Windows-1252 when the first odd letter comes late, and letters cut in two by the pieces it reads', async () => {
    const many = Array.from({ length: 60_000 }, (_, index) => `${index};Sem`).join('\n');
    const late = await lines(latin(`leerlingnummer;roepnaam\n${many}\n99;Ren\xe9`));
    expect(late.at(-1)).toEqual([60_002, '99', 'René']);
    const cut = await lines(`leerlingnummer;roepnaam\n${Array.from({ length: 90_000 }, () => '1;ëé').join('\n')}`);
    expect(new Set(cut.map((row) => (row as string[])[2]))).toEqual(new Set(['ëé']));
  });

  it('loses only the line in which a quote does not end', async () => {
    const { rows } = await read('leerlingnummer;roepnaam\n1;"Sem\n2;"Bo"\n3;"A "b" c"\n4;Jan "Jo" Bos\n5;"a ""b"""\n6;"Kim');
    expect(rows.map(({ line, brokenAt }) => [line, brokenAt])).toEqual([[2, 1], [3, undefined], [4, 1], [5, undefined], [6, undefined], [7, 1]]);
    expect(rows.map(({ fields }) => fields[1]).slice(3, 5)).toEqual(['Jan "Jo" Bos', 'a "b"']);
  });

  it.each([
    ['of 0 bytes', '', 'leeg'],
    ['with only empty lines', '\n\n  \n', 'leeg'],
    ['that is a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'geen tekstbestand'],
    ['that is an Excel file', Buffer.from('PK\u0003\u0004 rest'), 'Excel'],
    ['in UTF-16', Buffer.from('\ufeffleerlingnummer;klas\n', 'utf16le'), 'UTF-16'],
    ['in two encodings', Buffer.concat([Buffer.from('leerlingnummer;klas\n1;ë\n'), latin('2;\xeb;\n')]), 'twee tekensets'],
    ['that is a text', 'Beste collega,\nHierbij de lijst.\n', 'geen enkele kolom'],
    ['without the key', 'roepnaam;klas\nSem;4A\n', 'leerlingnummer ontbreekt'],
    ['with a column twice', 'leerlingnummer;klas;Stamklas\n1;4A;4B\n', '"klas" en "Stamklas" kunnen allebei klas zijn'],
    ['with 100,000 columns', `leerlingnummer${';x'.repeat(100_000)}\n`, 'kolommen'],
    ['on one line', `leerlingnummer;klas\n1;${'x'.repeat(2_000_000)}\n`, 'miljoen tekens'],
  ])('refuses a file %s with one sentence', async (_, content, words) => {
    expect(await refusal(content)).toContain(words);
  });

  it('takes a file with only a header for a good one without rows', async () => {
    expect(await lines('leerlingnummer;klas')).toEqual([]);
    expect(await lines('leerlingnummer;klas\r\n')).toEqual([]);
  });
});
