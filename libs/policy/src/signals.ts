/** At most one open signal per leaver: the first row that holds (rules 5). */
export interface SignalRow {
  readonly code: string;
  readonly rank: number;
  readonly dutch: string;
  /** The rule in one sentence; its condition in SQL carries the same code in libs/transfers. */
  readonly holdsWhen: string;
  /** A start alert goes to a desk too, opens a case and is mailed the day it is found. */
  readonly startAlert: boolean;
  readonly mailed: 'daily' | 'monday';
  /** How loud it is on a list: red must now, amber is next, grey is for somebody else. */
  readonly tone: 'must' | 'next' | 'other';
  readonly turn: 'mentor' | 'college' | 'student' | 'desk';
  readonly mentorDoes: string;
  readonly because: string;
}

export const signals = [
  {
    code: 'no-show', rank: 1, dutch: 'Niet verschenen', holdsWhen: 'De laatste status van een aanmelding is niet verschenen.',
    startAlert: true, mailed: 'daily', tone: 'must', turn: 'mentor', mentorDoes: 'bel vandaag',
    because: 'Wie de eerste weken niet komt, is het snelst terug als iemand meteen belt.',
  },
  {
    code: 'dropped-out', rank: 2, dutch: 'Gestopt', holdsWhen: 'De laatste status van een aanmelding is uitgeschreven.',
    startAlert: true, mailed: 'daily', tone: 'must', turn: 'mentor', mentorDoes: 'vraag wat er is gebeurd',
    because: 'Vroeg gestopt is ook niet overgestapt; de vo-school houdt zorgplicht.',
  },
  {
    code: 'start-unconfirmed', rank: 3, dutch: 'Start niet bevestigd', holdsWhen: 'Geplaatst, en 14 dagen na de vroegste startdatum nog geen bericht dat de leerling is gestart.',
    startAlert: true, mailed: 'daily', tone: 'next', turn: 'college', mentorDoes: 'vraag of het is gelukt',
    because: 'Ingeschreven is niet gestart: stilte telt als alarm.',
  },
  {
    code: 'no-place-at-start', rank: 4, dutch: 'Geen plek bij de start', holdsWhen: 'Vanaf 1 september en nergens geplaatst.',
    startAlert: true, mailed: 'daily', tone: 'must', turn: 'mentor', mentorDoes: 'zoek samen een plek',
    because: 'Het schooljaar is begonnen en niemand verwacht deze leerling.',
  },
  {
    code: 'last-option-gone', rank: 5, dutch: 'Laatste kans weg', holdsWhen: 'Wel aangemeld, en geen aanmelding loopt nog.',
    startAlert: false, mailed: 'daily', tone: 'must', turn: 'mentor', mentorDoes: 'zoek samen een nieuwe keuze',
    because: 'Afgewezen of ingetrokken zonder iets anders: zo verdwijnen leerlingen in de zomer.',
  },
  {
    code: 'no-place-yet', rank: 6, dutch: 'Nog geen plek', holdsWhen: 'Vanaf 1 juni en nergens geplaatst.',
    startAlert: false, mailed: 'monday', tone: 'next', turn: 'mentor', mentorDoes: 'vraag hoe het gaat',
    because: 'Na juni is het lastig om nog iets te regelen.',
  },
  {
    code: 'not-applied', rank: 7, dutch: 'Nog niet aangemeld', holdsWhen: 'Vanaf 1 april en geen aanmelding.',
    startAlert: false, mailed: 'monday', tone: 'must', turn: 'mentor', mentorDoes: 'plan een gesprek',
    because: 'Wie voor 1 april is aangemeld, heeft recht op toelating.',
  },
] as const satisfies readonly SignalRow[];

export type Signal = (typeof signals)[number]['code'];
