import type { Status } from './statuses.ts';

/** What a student or mentor may note themselves (rules 2). */
export interface NotedKindRow {
  readonly code: 'planned' | 'submitted';
  /** As which status it counts. */
  readonly status: Status;
  /** Beside the form of a student, and of who notes it for them. */
  readonly own: string;
  readonly other: string;
  readonly because: string;
}

export const notedKinds = [
  { code: 'planned', status: 'planned', own: 'Dit wil ik. Ik heb me nog niet aangemeld.', other: 'Een voornemen: nog niet aangemeld.', because: 'Een voornemen is nog geen aanmelding: de signalen tellen het niet mee.' },
  { code: 'submitted', status: 'submitted', own: 'Ik heb me al aangemeld bij de mbo-school.', other: 'Al aangemeld bij de mbo-school.', because: 'Telt vanaf de datum van aanmelden, tot de mbo-school het zelf meldt.' },
] as const satisfies readonly NotedKindRow[];

export type NotedKind = (typeof notedKinds)[number]['code'];

/** How many calendar days after its date a noted application counts without a report of the college itself (rules 2). */
export const NOTED_COUNTS_DAYS = 28;

/** How many may stand open at once for one leaver, taken-away ones left out. */
export const NOTED_MOST = { open: 20, because: 'Niemand kiest uit twintig opleidingen; een programma vult geen lijst die een mentor moet lezen.' } as const;

/** On a card and in the history instead of free words, which may say more of somebody than whoever reads on should know. */
export const NOT_LISTED = 'Opleiding niet in de lijst';

/** How a noted application stands, in words. */
export const notedStates = [
  { code: 'planned', dutch: 'Voornemen', because: 'Nog geen aanmelding.' },
  { code: 'waiting', dutch: 'Nog niet bevestigd door de mbo-school', because: 'Iemand noteerde het; de mbo-school meldde het nog niet.' },
  { code: 'too-long', dutch: 'Telt niet meer mee: de mbo-school bevestigde dit niet', because: 'Na 28 dagen stilte is de kans groot dat er iets misging. De mentor kijkt dan weer mee.' },
  { code: 'withdrawn', dutch: 'Weggehaald', because: 'Alleen wie het noteerde wist ervan: het telt alsof het er niet was. Terugzetten kan.' },
] as const;

export type NotedState = (typeof notedStates)[number]['code'];
