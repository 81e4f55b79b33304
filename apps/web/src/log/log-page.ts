import type { ReadingLine, ReadingList, UnusualReading, Visitor } from '#people';
import type { Clock } from '#platform';
import { paths, readingParts, readings, type ReadingRow, readingWays, roleOf } from '#policy';
import { shownMoment } from '../pages/moment.ts';
import { askedAt, rangeOf, type LogQuery } from './log-query.ts';

export const SHEET = 50;

export interface LogView {
  readonly query: LogQuery;
  readonly visitor: Visitor;
  readonly clock: Clock;
}

interface LogPage {
  readonly title: string;
  readonly [field: string]: unknown;
}

const wordOf = (words: readonly { readonly code: string; readonly dutch: string }[], code: string): string => words.find((word) => word.code === code)?.dutch ?? code;

/** What a line of the log says, in words: the same on the page and in the file. Which parts of a passport were read stays between reader and student. */
export function inWords(line: ReadingLine, clock: Clock): Record<'day' | 'time' | 'person' | 'role' | 'organisation' | 'what' | 'parts' | 'way' | 'number' | 'school', string> {
  const { day, time } = shownMoment(clock, line.at);
  const row: ReadingRow | undefined = readings.find(({ code }) => code === line.what);
  const parts = (row?.isPrivate ? [] : line.sections).map((code) => wordOf(readingParts, code)).join(', ');
  const number = line.number ?? (line.rows > 1 ? `${line.rows} rijen` : '');
  const [what, way, role] = [wordOf(readings, line.what), wordOf(readingWays, line.way), roleOf(line.role)?.dutch ?? line.role];
  return { day, time, person: line.person, role, organisation: line.organisation, what, parts, way, number, school: line.school ?? '' };
}

/** The log as its template shows it; one line more than a sheet holds says that there is a next one. */
export function logPage({ lines, typed }: ReadingList, unusual: readonly UnusualReading[], view: LogView): LogPage {
  const { query, visitor, clock } = view;
  const aboutUs = query.kant === 'leerlingen';
  return {
    title: 'Logboek',
    where: visitor.organisation,
    aboutUs,
    sides: [
      { text: 'Gelezen door onze mensen', href: askedAt(paths.readingLog, query, { kant: undefined }), current: !aboutUs },
      { text: 'Gelezen over onze leerlingen', href: askedAt(paths.readingLog, query, { kant: 'leerlingen' }), current: aboutUs },
    ],
    find: paths.readingLogFind,
    kant: query.kant,
    ...rangeOf(query, clock.today()),
    typed: typed ?? '',
    wie: query.wie ?? 'collega',
    people: [{ code: 'collega', text: 'Wie las' }, { code: 'leerling', text: 'Over wie: leerlingnummer of naam' }],
    lines: lines.slice(0, SHEET).map((line) => ({ ...inWords(line, clock), isOurs: line.organisation === visitor.organisation })),
    file: lines.length ? askedAt(paths.readingLogFile, query) : undefined,
    isNarrowed: Boolean(query.zoek ?? query.van ?? query.tot),
    all: askedAt(paths.readingLog, { kant: query.kant }),
    pages: pagesOf(query, lines.length > SHEET),
    unusual: unusual.map((row) => ({ ...row, ...shownMoment(clock, row.hour) })),
  };
}

function pagesOf(query: LogQuery, hasMore: boolean): object {
  const current = Number(query.blad ?? 1);
  const to = (page: number): string => askedAt(paths.readingLog, query, { blad: page > 1 ? String(page) : undefined });
  const text = current > 1 || hasMore ? `Blad ${current}` : undefined;
  return { text, previous: current > 1 ? to(current - 1) : undefined, next: hasMore ? to(current + 1) : undefined };
}
