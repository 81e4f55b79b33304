import type { CoachedRow, CoachedStory } from '#alerts';
import { type CoachNote, coachNotes, paths, signals, statuses } from '#policy';
import type { FormError } from '../pages/forms.ts';

const noteOf = (how: CoachNote | null): string | undefined => coachNotes.find(({ code }) => code === how)?.dutch;
const signalOf = (signal: string | null): string | undefined => signals.find(({ code }) => code === signal)?.dutch;
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Who was spoken longest ago, or never, stands first. */
export const coachedListPage = (rows: readonly CoachedRow[], where: string) => ({
  title: 'Mijn jongeren',
  where,
  rows: rows.map((row) => ({ ...row, href: paths.coachedOf(row.id), signal: signalOf(row.signal), last: noteOf(row.lastHow) })),
});

interface Again {
  readonly typed?: { readonly gaat?: string; readonly notitie?: string };
  readonly errors?: readonly FormError[];
}

const WHAT = { mentor: 'Mentor', desk: 'Heeft de zaak', asker: 'Vroeg jou' } as const;

/** One young person: how to reach them, where the transfer stands, what the plan is, who else helps. */
export function coachedPage({ facts, applications, notes, contacts }: CoachedStory, { typed = {}, errors = [] }: Again) {
  return {
    title: facts.name,
    section: 'Mijn jongeren',
    back: paths.coached,
    facts,
    signal: signalOf(facts.signal),
    contacts: contacts.map((row) => ({ ...row, what: WHAT[row.what] })),
    applications: applications.map((row) => ({
      ...row,
      course: row.level ? `${row.programme ?? 'Opleiding onbekend'}, niveau ${row.level}` : (row.programme ?? 'Opleiding onbekend'),
      status: sentence(statuses.find(({ code }) => code === row.status)?.dutch ?? row.status),
    })),
    options: coachNotes.map(({ code, dutch }) => ({ code, text: dutch })),
    timeline: notes.map(({ how, note, day }) => ({ day, text: `${noteOf(how) ?? how}.`, note: note || undefined })),
    action: paths.coachedOf(facts.id),
    giveBack: paths.coachedGiveBack(facts.id),
    typed,
    errors,
  };
}
