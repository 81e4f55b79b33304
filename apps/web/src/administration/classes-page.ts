import { paths, roleWord, senderWords, standInKinds } from '#policy';
import type { Classes, MentorClasses, StandIn } from '#transfers';
import type { FormError } from '../pages/forms.ts';

/** Who has which classes, and who stands in for whom now. */
export const classesPage = ({ mentors, withoutMentor }: Classes, { organisation, organisationKind, today }: { organisation: string; organisationKind: string; today: string }) => ({
  title: `Klassen en ${senderWords(organisationKind).manyInside}`,
  sender: senderWords(organisationKind),
  none: `Er zijn nog geen ${senderWords(organisationKind).manyInside}.`,
  section: 'Beheer',
  organisation,
  withoutMentor,
  administration: paths.administration,
  files: paths.files,
  invite: paths.peopleInvite,
  mentors: mentors.map((mentor) => ({ ...mentor, href: paths.mentorClasses(mentor.id), now: livingOf(mentor, today).map((row) => standInText(row)) })),
});

interface MentorView {
  readonly organisationKind: string;
  readonly today: string;
  readonly summerEnd: string;
  /** What was typed, by field. */
  readonly typed: Readonly<Partial<Record<'opvolger' | 'klas' | 'vervanger' | 'van' | 'tot' | 'zomer', string>>>;
  readonly errors: readonly FormError[];
}

/** One mentor: what can be handed over, to whom, and what was. */
export function mentorPage(mentor: MentorClasses, colleagues: Classes['colleagues'], { organisationKind, today, summerEnd, typed, errors }: MentorView) {
  const sender = senderWords(organisationKind);
  const others = colleagues.filter(({ id }) => id !== mentor.id);
  const choose = (found: typeof others) => [{ code: '', text: 'Kies een collega' }, ...found.map(({ id, name, role }) => ({ code: id, text: `${name}, ${roleWord(role, organisationKind)}` }))];
  return {
    title: mentor.name,
    section: `Klassen en ${sender.manyInside}`,
    sender,
    mentor,
    classes: paths.classes,
    typed,
    errors,
    whichClass: [{ code: '', text: 'Alle leerlingen' }, ...mentor.classes.flatMap((row) => (row.class === null ? [] : [{ code: row.class, text: `Alleen klas ${row.class}` }]))],
    mentors: choose(others.filter(({ role }) => role === 'mentor')),
    colleagues: choose(others),
    summerTeam: choose(others.toSorted((one, other) => Number(other.role === 'summer-team') - Number(one.role === 'summer-team'))),
    summerEnd,
    now: livingOf(mentor, today).map((row) => ({ ...row, text: standInText(row), stop: paths.standInStop(row.id) })),
    before: mentor.standIns.filter((row) => !isLiving(row, today)).map((row) => ({ ...row, text: standInText(row), kind: row.kind })),
    actions: { forGood: paths.classesForGood(mentor.id), leave: paths.classesLeave(mentor.id), summer: paths.classesSummer(mentor.id) },
  };
}

const isLiving = ({ untilOn }: StandIn, today: string): boolean => untilOn !== null && untilOn >= today;
const livingOf = ({ standIns }: MentorClasses, today: string): StandIn[] => standIns.filter((row) => isLiving(row, today));

/** `Anna Bos vervangt tijdens verlof`. */
function standInText({ kind, by, class: ofClass }: StandIn): string {
  return `${by} ${standInKinds.find(({ code }) => code === kind)?.dutch ?? kind}${ofClass ? `: klas ${ofClass}` : ''}`;
}
