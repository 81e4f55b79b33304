import type { FollowedCoach } from '#alerts';
import { ageOn, addDays } from '#platform';
import { coachEndings, coachNotes, coachTerms, DECIDES_ALONE_AT } from '#policy';
import type { FormError } from '../pages/forms.ts';
import type { AskForm } from './ask-form.ts';

export interface AskView {
  readonly who: { readonly name: string; readonly givenName: string; readonly birthDate: string };
  readonly today: string;
  readonly coaches: readonly FollowedCoach[];
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly organisation: string }[];
  /** The case is open and of who asks, or the leaver is theirs. */
  readonly mayAsk: boolean;
  /** A desk asks for its case, whose plan the coach then reads. */
  readonly ofCase: boolean;
  readonly section: string;
  readonly back: string;
  readonly action: string;
  readonly typed?: Partial<AskForm>;
  readonly errors?: readonly FormError[];
}

/** Who looks along, what they wrote, and somebody to ask. */
export function askPage({ who, today, coaches, candidates, mayAsk, typed = {}, errors = [], ...rest }: AskView) {
  const asked = coaches.filter(({ endedOn }) => !endedOn);
  const left = candidates.filter(({ name, organisation }) => !asked.some((row) => row.coach === name && row.organisation === organisation));
  return {
    ...rest,
    title: 'Overstapcoach',
    who: who.name,
    givenName: who.givenName,
    young: ageOn(who.birthDate, today) < DECIDES_ALONE_AT,
    coaches: coaches.map((row) => coachLine(row)),
    mayAsk,
    options: mayAsk && left.length ? left.map(({ id, name, organisation }) => ({ code: id, text: name, hint: organisation })) : undefined,
    hasCandidates: candidates.length > 0,
    typed: { coach: typed.coach, tot: typed.tot ?? addDays(today, coachTerms.usualDays) },
    errors,
    today,
  };
}

const coachLine = (row: FollowedCoach) => ({
  ...row,
  state: stateOf(row),
  isOpen: !row.endedOn,
  notes: row.notes.map(({ how, note, day }) => ({ day, text: `${coachNotes.find(({ code }) => code === how)?.dutch ?? how}.`, note: note || undefined })),
});

/** Where it stands, for who asked. */
function stateOf({ beganOn, endedOn, endedBecause, needsGuardian, studentSaid, guardianSaid }: FollowedCoach): string {
  if (endedOn) return `Gestopt: ${coachEndings.find(({ code }) => code === endedBecause)?.dutch ?? 'afgesloten'}`;
  if (beganOn) return 'Kijkt mee';
  if (studentSaid) return 'Wacht op het ja van een ouder';
  return needsGuardian && !guardianSaid ? 'Wacht op het ja van de leerling en een ouder' : 'Wacht op het ja van de leerling';
}
