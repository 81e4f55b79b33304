import type { Going, Gone } from '#dossiers';
import type { Visitor } from '#people';
import { daysBetween } from '#platform';
import { HIDDEN_UNDER, paths, PREVIEW_DAYS, retention, termInWords, wordFor } from '#policy';

/** What goes of a leaver, in the two steps that people hear about. */
const STEPS = [
  { code: 'passport', head: 'Paspoorten' },
  { code: 'leaver', head: 'Leerlingen die een aantal worden' },
];

/** Counting comes last in the daily work: what stopped before it is not counted either. A night without a worker is none. */
const MOST_DAYS_AGO = 2;

export function keepingPage(ahead: readonly Going[], gone: readonly Gone[], { role, organisation }: Pick<Visitor, 'role' | 'organisation'>, today: string) {
  const mayKnowFew = wordFor('keeping:see', role) !== 'of-my-region';
  const shown = (count: number): string => (count > 0 && count < HIDDEN_UNDER && !mayKnowFew ? '–' : String(count));
  const schools = [...new Set(ahead.filter(({ count }) => count > 0).map(({ school }) => school))].map((school) => ({
    school, counts: STEPS.map(({ code, head }) => ({ head, count: shown(ahead.find((row) => row.school === school && row.what === code)?.count ?? 0) })),
  }));
  return {
    title: 'Bewaren', where: organisation, days: PREVIEW_DAYS, here: paths.keeping, heads: STEPS.map(({ head }) => head), schools, countedOn: ahead[0]?.countedOn,
    isStuck: ahead[0] !== undefined && daysBetween(ahead[0].countedOn, today) > MOST_DAYS_AGO,
    hasHidden: schools.some(({ counts }) => counts.some(({ count }) => count === '–')), hiddenUnder: HIDDEN_UNDER,
    terms: retention.map((row) => ({ what: row.dutch, term: termInWords(row), because: row.because })),
    gone: gone.map(({ what, gone: count, lastDay }) => ({ what: retention.find(({ code }) => code === what)?.dutch ?? what, often: count < HIDDEN_UNDER ? `minder dan ${HIDDEN_UNDER} keer` : `${count} keer`, lastDay })),
  };
}
