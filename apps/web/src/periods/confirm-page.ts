import { FEWEST_SHOWN, paths, usualCalendar } from '#policy';
import type { CalendarEffect, CalendarOfRegion, Proposal } from '#transfers';
import { linesFor } from './period-form.ts';
import { fieldName, valueText } from './period-text.ts';

/** What is about to change, and what it does today, before anything is kept. */
export function confirmPage({ values, changes }: CalendarOfRegion, proposal: Proposal, effect: CalendarEffect, schoolYear: string) {
  const usual = usualCalendar(schoolYear);
  const stood = new Map([...proposal.keys()].map((field) => [field, changes.find((change) => change.field === field)?.value ?? null]));
  return {
    title: proposal.size === 1 ? 'Klopt deze wijziging?' : `Kloppen deze ${proposal.size} wijzigingen?`,
    section: 'Beheer',
    schoolYear,
    back: `${paths.periods}?schooljaar=${schoolYear}`,
    save: paths.periodsSave,
    rows: [...proposal].map(([field, value]) => ({
      key: fieldName(field),
      text: valueText(field, value ?? usual.get(field)),
      more: `Nu: ${valueText(field, values.get(field))}${value === null ? '. Dit is weer zoals gewoon' : ''}.`,
    })),
    effect: effectText(effect),
    late: lateText(effect),
    cases: casesText(effect),
    change: linesFor(proposal),
    stood: linesFor(stood),
  };
}

const few = `minder dan ${FEWEST_SHOWN}`;
const count = (number: number | null): string => (number === null ? few : String(number));

/** The total only when no part of it is hidden: it would give that part away. */
function effectText({ more, fewer, other }: CalendarEffect): string {
  const parts = [more, fewer, other];
  if (parts.every((part) => part === 0)) return 'Vandaag verandert hierdoor geen enkele melding.';
  const detail = `${count(more)} erbij, ${count(fewer)} weg, ${count(other)} wordt iets anders`;
  const isWhole = parts.every((part) => part !== null);
  const total = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
  return isWhole
    ? `Door deze wijziging krijgen ${total} leerlingen van jouw regio vandaag een andere melding: ${detail}.`
    : `Door deze wijziging krijgen leerlingen van jouw regio vandaag een andere melding: ${detail}.`;
}

function lateText({ late, notLate }: CalendarEffect): string | undefined {
  if (late === 0 && notLate === 0) return undefined;
  return `Zaken die daardoor te laat zijn: ${count(late)}. Zaken die niet meer te laat zijn: ${count(notLate)}.`;
}

/** What somebody works on is never closed by a date that moves; it says where, so that they can be told. */
function casesText({ closing, kept, keptAt }: CalendarEffect): string[] {
  const closes = closing === 0 ? [] : [`Open zaken die hierdoor sluiten, omdat nog niemand ze heeft: ${count(closing)}.`];
  const stays = kept === 0 ? [] : [`Zaken die iemand al heeft, blijven open: ${count(kept)}${keptAt ? ` (${keptAt})` : ''}. Het bureau sluit ze zelf.`];
  return [...closes, ...stays];
}
