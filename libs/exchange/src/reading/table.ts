import { type Mapping, type NamedColumn, type Recognised, recognise, refuseWrongHeader } from './columns.ts';
import { encodingOf } from './encoding.ts';
import { MAX_COLUMNS } from './limits.ts';
import { RefusedFile } from './refused-file.ts';
import { type Row, RowSplitter } from './row-splitter.ts';
import { asRefusal, type Source } from './source.ts';

export interface Table<Column extends NamedColumn> extends Recognised<Column> {
  readonly delimiter: string;
  /** Rows in which something is filled in, some hundreds at a time. */
  readonly rows: AsyncIterable<Row[]>;
}

const DELIMITERS = [';', ',', '\t'];

interface Leniency {
  /** For a look at a file that cannot go in yet. */
  readonly allowDoubles?: boolean;
}

/** Reads the header, and the rows when they are asked for; throws RefusedFile for what is no table of these columns. */
export async function openTable<Column extends NamedColumn>(source: Source, wanted: readonly Column[], mapping: Mapping = new Map(), leniency: Leniency = {}): Promise<Table<Column>> {
  const texts = await textsOf(source);
  try {
    return await tableOf(texts, wanted, mapping, leniency);
  } catch (error) {
    await texts.return(undefined);
    throw error;
  }
}

async function tableOf<Column extends NamedColumn>(texts: AsyncGenerator<string>, wanted: readonly Column[], mapping: Mapping, { allowDoubles = false }: Leniency): Promise<Table<Column>> {
  const { head, isLast } = await readHead(texts);
  const { header, delimiter } = bestHeader(head, isLast, wanted, mapping);
  const recognised = recognise(header.fields.map((name) => name.trim()), wanted, mapping);
  if (header.fields.length > MAX_COLUMNS) throw new RefusedFile(`Dit bestand heeft meer dan ${MAX_COLUMNS} kolommen. Exporteer alleen de kolommen die nodig zijn.`);
  if (!allowDoubles) refuseWrongHeader(recognised, wanted);
  return { ...recognised, delimiter, rows: rowsAfter(header.line, head, texts, delimiter, isLast) };
}

/** Decoded pieces of the file, after a look at the whole of it. */
async function textsOf(source: Source): Promise<AsyncGenerator<string>> {
  try {
    return decoded(source, await encodingOf(source));
  } catch (error) {
    throw asRefusal(error);
  }
}

async function* decoded(source: Source, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.open()) yield decoder.decode(chunk as Buffer, { stream: true });
  yield decoder.decode();
}

/** As much text as holds the header for sure: the first pieces, until something is written and a line has ended. */
async function readHead(texts: AsyncIterator<string>): Promise<{ head: string; isLast: boolean }> {
  let head = '';
  for (;;) {
    const { value, done } = await texts.next();
    if (done) return { head, isLast: true };
    head += value;
    if (DELIMITERS.every((delimiter) => firstRows(head, delimiter, false).length > 1)) return { head, isLast: false };
  }
}

const isFilled = ({ fields }: Row): boolean => fields.some((field) => field.trim() !== '');

const firstRows = (text: string, delimiter: string, isLast: boolean): Row[] =>
  new RowSplitter(delimiter).push(text, isLast).filter(isFilled);

const SEPARATOR_LINE = /^"?sep=(.)"?$/i;

/** The delimiter under which most headers are known; the line `sep=;` that Excel writes is no header. */
function bestHeader<Column extends NamedColumn>(head: string, isLast: boolean, wanted: readonly Column[], mapping: Mapping): { header: Row; delimiter: string } {
  const candidates = DELIMITERS.flatMap((delimiter) => {
    const [first, second] = firstRows(head, delimiter, isLast);
    const isSeparator = SEPARATOR_LINE.test(first?.fields.join(delimiter).trim() ?? '');
    const header = isSeparator ? second : first;
    if (!header) return [];
    const known = recognise(header.fields.map((name) => name.trim()), wanted, mapping).columns.filter(Boolean).length;
    return [{ header, delimiter, score: known * MAX_COLUMNS + Math.min(header.fields.length, MAX_COLUMNS - 1) }];
  });
  const [best] = candidates.sort((a, b) => b.score - a.score);
  if (!best) throw new RefusedFile('Dit bestand is leeg. Exporteer het opnieuw.');
  return best;
}

async function* rowsAfter(headerLine: number, head: string, texts: AsyncGenerator<string>, delimiter: string, isLast: boolean): AsyncGenerator<Row[]> {
  const splitter = new RowSplitter(delimiter);
  const filled = (rows: Row[]): Row[] => rows.filter((row) => row.line > headerLine && isFilled(row));
  yield filled(splitter.push(head, isLast));
  if (isLast) return;
  for await (const text of texts) yield filled(splitter.push(text));
  yield filled(splitter.push('', true));
}
