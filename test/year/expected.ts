import { addDays } from '#platform';
import { linesOf, type Persona } from './persona.ts';

export const NOTHING = '-';

/** What a persona shows at the end of each of these days: a line holds until the next one. */
export function shownEachDay({ shows }: Persona, days: readonly string[]): string[] {
  const lines = linesOf(shows);
  return days.map((day) => lines.findLast((line) => line.day <= day)?.words.join(' ') ?? NOTHING);
}

/** One thing that a digest tells: `fatima: mentor no-show abdi`. */
export type Told = string;

/** A line is `DAY READER: REASON KIND WHO…`, or `DAY..DAY` for each of the weekly days in between; who of a silent programme is its crebo. */
export function toldEachDay(table: string, weekly: readonly string[]): Map<string, Told[]> {
  const told = new Map<string, Told[]>();
  for (const { day: days, words } of linesOf(table)) {
    const [reader, reason, kind, ...about] = words;
    for (const day of daysOf(days, weekly)) told.set(day, [...(told.get(day) ?? []), ...about.map((who) => `${reader} ${reason} ${kind} ${who}`)]);
  }
  return told;
}

/** A line is `DAY KIND WHO…`; the days apart, as lines of one person each. */
export const remindedEachDay = (table: string): string[] => linesOf(table).flatMap(({ day, words: [kind, ...who] }) => who.map((one) => `${day} ${kind} ${one}`));

function daysOf(text: string, weekly: readonly string[]): string[] {
  const [from = '', until] = text.split('..');
  return until ? weekly.filter((day) => day >= from && day <= until) : [from];
}

export function daysFrom(first: string, last: string): string[] {
  const days = [first];
  while (days.at(-1)! < last) days.push(addDays(days.at(-1)!, 1));
  return days;
}

/** Days that differ in the same way, as one line that a person can read. */
export function differences(seen: readonly { readonly day: string; readonly what: string; readonly expected: string; readonly got: string }[]): string[] {
  const runs = new Map<string, string[]>();
  for (const { day, what, expected, got } of seen) {
    if (expected === got) continue;
    const text = `${what}: expected ${expected || 'nothing'}, got ${got || 'nothing'}`;
    runs.set(text, [...(runs.get(text) ?? []), day]);
  }
  return [...runs].map(([text, days]) => `${days[0]}${days.length > 1 ? `…${days.at(-1)} (${days.length} days)` : ''} ${text}`).sort();
}
