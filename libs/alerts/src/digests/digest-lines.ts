import { signals, type MailReasonRow } from '#policy';
import type { DigestRow } from './digest-rows.ts';

const MOST_CASES = 20;

/** The lines of one section: per kind how many and where, then silent programmes, one line each. */
export function linesOf(rows: readonly DigestRow[], countsPer: MailReasonRow['countsPer']): string[] {
  const loud = rows.filter(({ kind, programme }) => kind !== 'silence' && !programme);
  const kinds = signals.map(({ code, dutch }) => [dutch, loud.filter(({ kind }) => kind === code)] as const);
  const silent = rows.filter(({ kind, college }) => kind === 'silence' || college);
  return [
    ...kinds.filter(([, some]) => some.length).map(([dutch, some]) => `${dutch}: ${counted(some.map((row) => placeOf(row, countsPer)))}${casesOf(some)}`),
    ...[...grouped(silent.filter((row) => row.kind === 'silence' || row.programme), programmeOf)].map(([name, some]) => silenceLine(name, some)),
  ];
}

function placeOf(row: Pick<DigestRow, 'class' | 'municipality'>, countsPer: MailReasonRow['countsPer']): string {
  if (countsPer === 'class') return row.class ? `uit klas ${row.class}` : 'zonder klas';
  return row.municipality ? `uit ${row.municipality}` : 'zonder bekende woonplaats';
}

/** "Leerlingen: 2 uit klas 4B". */
export const classLine = (dutch: string, rows: readonly { readonly class: string | null }[]): string => `${dutch}: ${counted(rows.map(({ class: group }) => placeOf({ class: group, municipality: null }, 'class')))}`;

/** "Jongeren: 2 uit Zwolle". */
export const placeLine = (dutch: string, rows: readonly { readonly municipality: string | null }[]): string => `${dutch}: ${counted(rows.map(({ municipality }) => placeOf({ class: null, municipality }, 'municipality')))}`;

const programmeOf = ({ programme, college }: DigestRow): string => `${programme ?? 'een opleiding zonder naam'} (${college})`;

/** "2 uit klas 4B en 1 uit klas 4A", most first. */
function counted(places: readonly string[]): string {
  const counts = [...grouped(places, (place) => place)].map(([place, some]) => [place, some.length] as const);
  const sorted = counts.sort(([a, some], [b, more]) => more - some || a.localeCompare(b, 'nl'));
  return listed(sorted.map(([place, count]) => `${count} ${place}`));
}

function casesOf(rows: readonly DigestRow[]): string {
  const numbers = rows.flatMap(({ caseNumber }) => caseNumber ?? []).sort((a, b) => Number(a) - Number(b));
  if (!numbers.length) return '';
  const shown = numbers.slice(0, MOST_CASES);
  const more = numbers.length > shown.length ? [`${numbers.length - shown.length} andere`] : [];
  return ` (${numbers.length === 1 ? 'zaak' : 'zaken'} ${listed([...shown, ...more])})`;
}

function silenceLine(name: string, rows: readonly DigestRow[]): string {
  const placed = rows.reduce((sum, { kind, waiting }) => sum + (kind === 'silence' ? waiting : 1), 0);
  return `School heeft niets doorgegeven: ${name}, ${placed} ${placed === 1 ? 'jongere' : 'jongeren'}${casesOf(rows)}`;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} en ${parts.at(-1)}`;

function grouped<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}
