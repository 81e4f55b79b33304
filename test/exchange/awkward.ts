/** Writes a plain file of the example region the way other exports do; which way follows from a number. */
export function awkward(plain: string, way: number): Buffer {
  const table = plain.trimEnd().split('\n').map((line) => line.split(';'));
  const [header = [], ...rows] = table;
  const order = header.map((_, index) => (index * 7 + way) % header.length);
  const columns = new Set(order).size === header.length ? order : header.map((_, index) => index);
  const shuffled = rows.map((row, index) => columns.map((at) => cell(header[at] ?? '', row[at] ?? '', way + index)));
  const headers = columns.map((at) => headerOf(header[at] ?? '', way));
  const names = ['roepnaam', 'achternaam', 'tussenvoegsel'].map((name) => columns.findIndex((at) => header[at] === name));
  const spelled = shuffled.map((row, index) => spellName(row, names as [number, number, number], way + index));
  return encode(dialect([[...headers, 'Opmerking'], ...spelled.map((row) => [...row, ''])], way), way);
}

const headerOf = (name: string, way: number): string =>
  [name, name.toUpperCase(), name.replace('_', ' '), ` ${name.replace('_', '-')} `][way % 4] ?? name;

/** Dates in every form that formats names. */
function cell(column: string, value: string, way: number): string {
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(value) ?? [];
  if (!day || !month || !year) return column === 'status' && way % 3 === 0 ? value.toUpperCase().replaceAll(' ', '_') : value;
  const short = `${Number(day)}-${Number(month)}-${year.slice(2)}`;
  return [value, `${year}-${month}-${day}`, short, `${day}-${month}-${year} 00:00`][way % 4] ?? value;
}

function spellName(row: readonly string[], [given, family, prefix]: readonly [number, number, number], way: number): string[] {
  if (family < 0 || prefix < 0) return [...row];
  const spelled = [...row];
  const [name = '', before = ''] = [row[family], row[prefix]];
  if (before && way % 3 === 1) Object.assign(spelled, { [family]: `${name}, ${before}`, [prefix]: '' });
  if (before && way % 3 === 2) Object.assign(spelled, { [family]: `${before} ${name}`, [prefix]: '' });
  if (way % 5 === 0) spelled[given] = (spelled[given] ?? '').toUpperCase();
  if (way % 5 === 1) spelled[family] = (spelled[family] ?? '').replace("'", '’').replace('-', ' ');
  return spelled;
}

function dialect(rows: readonly (readonly string[])[], way: number): string {
  const delimiter = [';', ',', '\t'][way % 3] ?? ';';
  const end = ['\n', '\r\n', '\r'][Math.floor(way / 3) % 3] ?? '\n';
  const quote = (text: string): string => (way % 2 || text.includes(delimiter) ? `"${text}"` : text);
  const lines = rows.map((row) => row.map(quote).join(delimiter));
  return [...(way % 4 === 3 ? ['', ''] : []), ...lines, delimiter.repeat(3), ''].join(end);
}

/** Windows-1252 where every letter is in it; half of the others begin with a byte-order mark. */
function encode(text: string, way: number): Buffer {
  if (way % 2 === 0 && Buffer.from(text, 'latin1').toString('latin1') === text) return Buffer.from(text, 'latin1');
  return Buffer.from(way % 3 ? `\ufeff${text}` : text);
}
