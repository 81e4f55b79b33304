import { MAX_LINE } from './limits.ts';
import { quotedRow, UNFINISHED } from './quoted-row.ts';
import { RefusedFile } from './refused-file.ts';

export interface Row {
  /** The physical line on which the row begins; the first of the file is 1. */
  readonly line: number;
  readonly fields: readonly string[];
  /** The field, by number, in which a quote does not end as it should. */
  readonly brokenAt?: number;
}

const NOT_FOUND = Number.MAX_SAFE_INTEGER;

/** Cuts text that comes in pieces into rows. Lines end with LF, CRLF or CR; a quoted field may hold line ends. */
export class RowSplitter {
  private text = '';
  private at = 0;
  private line = 1;
  private next = { lf: 0, cr: 0, quote: 0 };

  constructor(private readonly delimiter: string) {}

  push(text: string, isLast = false): Row[] {
    this.text = this.text.slice(this.at) + text;
    this.at = 0;
    this.next = { lf: -1, cr: -1, quote: -1 };
    const rows: Row[] = [];
    for (let row = this.take(isLast); row; row = this.take(isLast)) rows.push(row);
    if (this.text.length - this.at > MAX_LINE) throw new RefusedFile('Dit bestand heeft een regel van meer dan een miljoen tekens. Een CSV heeft één regel per persoon.');
    return rows;
  }

  private take(isLast: boolean): Row | undefined {
    if (this.at >= this.text.length) return undefined;
    const end = this.lineEnd();
    if (end >= this.text.length - 1 && !isLast && this.text[end] !== '\n') return undefined;
    if (this.find('quote', '"') > end) return this.plain(end);
    return this.quoted(end, isLast);
  }

  private plain(end: number): Row {
    const row = { line: this.line, fields: this.text.slice(this.at, end).split(this.delimiter) };
    this.pass(end, 1);
    return row;
  }

  private quoted(end: number, isLast: boolean): Row | undefined {
    const found = quotedRow(this.text, this.at, this.delimiter, isLast);
    if (found === UNFINISHED && this.text.length - this.at < MAX_LINE) return undefined;
    if (found === UNFINISHED || found.brokenAt !== undefined) return this.broken(end, found === UNFINISHED ? 0 : found.brokenAt);
    const row = { line: this.line, fields: found.fields };
    this.pass(found.end, 1 + found.lineEnds);
    return row;
  }

  /** Only the first line of a row with a broken quote is lost; the next one is read again. */
  private broken(end: number, brokenAt = 0): Row {
    const row = { line: this.line, fields: this.text.slice(this.at, end).split(this.delimiter), brokenAt };
    this.pass(end, 1);
    return row;
  }

  private pass(end: number, lines: number): void {
    this.line += lines;
    this.at = end + (this.text[end] === '\r' && this.text[end + 1] === '\n' ? 2 : 1);
  }

  private lineEnd(): number {
    return Math.min(this.find('lf', '\n'), this.find('cr', '\r'), this.text.length);
  }

  /** Where the next one stands; looked for once and remembered until it is passed. */
  private find(what: 'lf' | 'cr' | 'quote', character: string): number {
    if (this.next[what] < this.at) {
      const found = this.text.indexOf(character, this.at);
      this.next[what] = found < 0 ? NOT_FOUND : found;
    }
    return this.next[what];
  }
}
