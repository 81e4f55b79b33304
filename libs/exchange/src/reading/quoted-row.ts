/** The text ends before the quote does: more is needed. */
export const UNFINISHED = Symbol('unfinished');

interface QuotedRow {
  readonly fields: string[];
  readonly end: number;
  readonly lineEnds: number;
  readonly brokenAt?: number;
}

/** Reads one row with quotes from a position; a quote counts at the beginning of a field, and closes it only before a delimiter or line end. */
export function quotedRow(text: string, from: number, delimiter: string, isLast: boolean): QuotedRow | typeof UNFINISHED {
  const fields: string[] = [];
  let at = from;
  let lineEnds = 0;
  for (;;) {
    const start = skipSpaces(text, at, delimiter);
    const field = text[start] === '"' ? inQuotes(text, start + 1, delimiter, isLast) : bare(text, at, delimiter);
    if (field === UNFINISHED) return isLast ? { fields, end: from, lineEnds, brokenAt: fields.length } : UNFINISHED;
    if (field === BROKEN) return { fields, end: from, lineEnds, brokenAt: fields.length };
    fields.push(field.value);
    lineEnds += field.lineEnds;
    if (text[field.end] !== delimiter) {
      const endsInText = field.end < text.length - 1 || text[field.end] === '\n';
      return endsInText || isLast ? { fields, end: field.end, lineEnds } : UNFINISHED;
    }
    at = field.end + 1;
  }
}

interface Field {
  readonly value: string;
  readonly end: number;
  readonly lineEnds: number;
}

const BROKEN = Symbol('broken');

function bare(text: string, from: number, delimiter: string): Field {
  let end = from;
  while (end < text.length && !isEnd(text[end], delimiter)) end++;
  return { value: text.slice(from, end), end, lineEnds: 0 };
}

function inQuotes(text: string, from: number, delimiter: string, isLast: boolean): Field | typeof UNFINISHED | typeof BROKEN {
  let quote = text.indexOf('"', from);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  if (quote < 0 || (quote === text.length - 1 && !isLast)) return UNFINISHED;
  const end = skipSpaces(text, quote + 1, delimiter);
  if (end === text.length && !isLast) return UNFINISHED;
  if (end < text.length && !isEnd(text[end], delimiter)) return BROKEN;
  const value = text.slice(from, quote).replaceAll('""', '"');
  return { value, end, lineEnds: value.match(/\r\n?|\n/g)?.length ?? 0 };
}

function skipSpaces(text: string, from: number, delimiter: string): number {
  let at = from;
  while (text[at] === ' ' || (text[at] === '\t' && delimiter !== '\t')) at++;
  return at;
}

const isEnd = (character: string | undefined, delimiter: string): boolean =>
  character === delimiter || character === '\n' || character === '\r';
