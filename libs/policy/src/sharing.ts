import { releases, type Section } from './sections/index.ts';

/** What a student may wish for a section and a college. Nothing is chosen beforehand. */
export const wishes = [
  { code: 'yes', dutch: 'Delen', because: 'De school leest het vanaf het moment dat bij het onderdeel hoort.' },
  { code: 'at-once', dutch: 'Meteen delen', because: 'Alleen bij bijzondere gegevens: eerder dan na toelating, omdat de leerling dat zelf wil.' },
  { code: 'no', dutch: 'Niet delen', because: 'Delen is een keuze. De mbo-school ziet niet dat er iets ontbreekt.' },
] as const;

export type Wish = (typeof wishes)[number]['code'];

/** Special data waits for admission unless the student wants it sooner; other sections have their moment and no choice about it. */
export const wishesFor = ({ sensitivity }: Pick<Section, 'sensitivity'>): (typeof wishes)[number][] => wishes.filter(({ code }) => code !== 'at-once' || sensitivity === 'special');

/** When a college reads a section that was shared with this wish, in words to the student. */
export function readsWhen({ release }: Pick<Section, 'release'>, isEarly: boolean): string {
  const row = releases.find(({ code }) => (isEarly ? code === 'on-application' : code === release)) ?? releases[2];
  return row.reads;
}

/** What the student agrees to, for one section and one application. Stands beside the button and is kept with the record. */
export const agreedText = (section: Pick<Section, 'dutch' | 'release' | 'basis' | 'writer'>, college: string, course: string, isEarly: boolean): string =>
  section.basis === 'statutory'
    ? `‘${section.dutch}’ gaat mee naar ${college}, voor ${course}. Dit is van je school.${section.writer === 'school-file' ? '' : ' Jij las het eerst.'} ${readsWhen(section, isEarly)}`
    : `Ik deel ‘${section.dutch}’ met ${college}, voor ${course}. ${readsWhen(section, isEarly)} Ik kan hier altijd mee stoppen.`;

/** What a school sends by itself: no consent, so nothing that the student can stop. Stands on the mentor's page and is kept with the record. */
export const reportText = (section: Pick<Section, 'dutch' | 'release'>, college: string, course: string): string =>
  `‘${section.dutch}’ gaat van de school naar ${college}, voor ${course}. De wet staat dit toe zonder toestemming. ${reportReads(section)}`;

/** The same moment, in words to somebody at the sending school. */
export const reportReads = (section: Pick<Section, 'release'>): string => readsWhen(section, false).replace('De school', 'De mbo-school');

/** How long a student has to read what the mentor wrote before the school may send it without an answer. */
export const READ_FIRST = { days: 14, because: 'Wet sterk beroepsonderwijs en regels 9: de leerling leest het eerst, en houdt het niet tegen. Twee weken is ruim, ook met een toetsweek.' } as const;

/** Months after the start of the programme until which a college may read what was shared with it. */
export const SHARE_MONTHS = { months: 6, because: 'De eerste maanden werkt de opleiding er nog mee. Daarna kennen ze de leerling zelf.' } as const;

/** How it ended, or not. */
export const shareStates = [
  { code: 'waiting', dutch: 'wacht op je ouder', because: 'Onder 16 jaar beslist een ouder of verzorger mee.' },
  { code: 'given', dutch: 'gedeeld', because: 'De school mag het lezen zodra het moment er is.' },
  { code: 'refused', dutch: 'je ouder zei nee', because: 'Regels 9: zegt een ouder nee, dan stopt het delen.' },
  { code: 'lapsed', dutch: 'vervallen', because: 'De leerling werd 16 of er kwam geen antwoord: opnieuw vragen.' },
  { code: 'withdrawn', dutch: 'gestopt', because: 'Stoppen werkt meteen.' },
  { code: 'replaced', dutch: 'opnieuw gedeeld', because: 'Een nieuwe versie kwam ervoor in de plaats.' },
  { code: 'expired', dutch: 'voorbij', because: 'Delen duurt niet langer dan nodig.' },
] as const;

export type ShareState = (typeof shareStates)[number]['code'];

/** What a college did with what it was given, in order; student and mentor see each with its date (rules 9). */
export const dossierSteps = [
  { code: 'received', dutch: 'Ontvangen', because: 'Er is iets gedeeld dat nu te lezen is.' },
  { code: 'opened', dutch: 'Geopend', because: 'Iemand van de mbo-school las het voor het eerst.' },
  { code: 'used', dutch: 'Gebruikt bij de intake', because: 'Het gesprek ging erover.' },
  { code: 'handed-over', dutch: 'Warm overgedragen', because: 'School en mbo-school spraken elkaar.' },
  { code: 'feedback', dutch: 'Terugkoppeling gegeven', because: 'De mentor hoort wat hielp en wat miste.' },
] as const;

export type DossierStep = (typeof dossierSteps)[number]['code'];

/** Asking a parent of somebody under 16 (rules 9, ux 5.5): days that the link works, and when a reminder goes. */
export const guardianAsking = { days: 14, remindAfterDays: [3, 7], because: 'Wie na twee weken niets hoort, vraagt het opnieuw: de leerling ziet dat.' } as const;

/** Days in which a mentor is asked to talk with a student whose parent said no. */
export const REFUSED_TALK = { days: 28, because: 'Daarna is het gesprek er geweest of helpt het niet meer; de leerling kan altijd zelf opnieuw delen.' } as const;

/** How many parents a student under 16 may have waiting for the mentor's yes. */
export const GUARDIAN_PROPOSALS = { open: 4, because: 'Twee ouders, en ruimte voor een tikfout; een mentor leest geen lange lijst.' } as const;

/** What a parent says yes or no to, for one school. Stands beside the choice and is kept with the record. */
export const parentText = (givenName: string, college: string, parts: readonly string[]): string =>
  `${givenName} deelt met ${college}: ${parts.join(', ')}. De school leest dit alleen voor de overstap. U of ${givenName} kan het delen altijd stoppen.`;
