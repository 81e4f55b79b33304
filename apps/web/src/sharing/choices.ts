import type { Receiver, SharingNow } from '#dossiers';
import { readsWhen, wishesFor, type Section } from '#policy';
import type { FormError } from '../pages/forms.ts';

type Typed = Readonly<Record<string, unknown>>;

/** The name of the programme and its level, as a student knows it. */
export const courseOf = ({ programme, level }: Receiver): string =>
  programme === null ? 'een opleiding die nog niet bekend is' : level === null ? programme : `${programme}, niveau ${level}`;

const fieldOf = (application: string): string => `delen-${application}`;

/** Who may read this section: a question per application. What was typed goes before what was chosen; nothing is chosen beforehand. */
export function choicesFor(section: Section, { receivers, choices, isUnder16 }: SharingNow, typed: Typed = {}) {
  return {
    isUnder16,
    when: readsWhen(section, false),
    asks: receivers.map((receiver) => ({
      id: fieldOf(receiver.application),
      legend: receiver.college,
      hint: courseOf(receiver),
      options: wishesFor(section).map(({ code, dutch }) => ({ code, text: code === 'yes' && section.sensitivity === 'special' ? 'Delen als ik ben toegelaten' : dutch })),
      value: typed[fieldOf(receiver.application)] ?? choices.find((row) => row.section === section.code && row.application === receiver.application)?.wish ?? '',
    })),
  };
}

/** The wish for each application: as typed, or else as it was chosen earlier; what is no wish for this section is left out. */
export function wishesIn(section: Section, { receivers, choices }: SharingNow, typed: Typed): Record<string, string> {
  const known = wishesFor(section).map(({ code }): string => code);
  const chosen = choices.filter((row) => row.section === section.code).map(({ application, wish }) => [application, wish]);
  const now = receivers.map(({ application }) => [application, String(typed[fieldOf(application)])]);
  return Object.fromEntries([...chosen, ...now].filter(([, wish]) => known.includes(wish ?? '')));
}

/** A section that is called done says for each school whether it may be read. */
export const choicesLacking = ({ receivers }: SharingNow, wanted: Readonly<Record<string, string>>): FormError[] =>
  receivers.filter(({ application }) => !wanted[application]).map(({ application, college }) => ({ field: fieldOf(application), text: `Kies of ${college} dit mag lezen` }));
