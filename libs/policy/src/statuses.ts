/** What a college reports about one application (rules 2). Ranked statuses are live; the others end the application. */
export interface StatusRow {
  readonly code: string;
  readonly rank: number | null;
  readonly dutch: string;
  /** Other words that files use for the same status. */
  readonly alsoWritten: readonly string[];
  readonly vva: string;
  readonly phase: 'choosing' | 'applied' | 'intake' | 'admitted' | 'started' | null;
  /** Who moves next while this is the best that a leaver has; nobody when all is well. */
  readonly turn: 'student' | 'college' | null;
  /** Why nobody plans a joint talk about it any more; null when college and mentor may. */
  readonly noTalk: string | null;
  readonly because: string;
}

export const statuses = [
  { code: 'planned', rank: 0, dutch: 'voornemen', alsoWritten: [], vva: '–', phase: 'choosing', turn: 'student', noTalk: null, because: 'Een voornemen is nog geen aanmelding.' },
  { code: 'submitted', rank: 10, dutch: 'aangemeld', alsoWritten: ['ingediend'], vva: '1 aangemeld', phase: 'applied', turn: 'college', noTalk: null, because: 'De mbo-school heeft de aanmelding ontvangen.' },
  { code: 'intake-invited', rank: 20, dutch: 'uitgenodigd voor intake', alsoWritten: ['uitgenodigd'], vva: '1', phase: 'intake', turn: 'student', noTalk: null, because: 'De mbo-school heeft gevraagd om te komen.' },
  { code: 'intake-planned', rank: 30, dutch: 'intake gepland', alsoWritten: ['gesprek gepland'], vva: '1', phase: 'intake', turn: 'college', noTalk: null, because: 'Er staat een gesprek.' },
  { code: 'intake-held', rank: 40, dutch: 'intake geweest', alsoWritten: ['intake gehouden', 'intake afgerond'], vva: '1', phase: 'intake', turn: 'college', noTalk: null, because: 'Het gesprek is gehouden; de mbo-school is aan zet.' },
  { code: 'waitlisted', rank: 50, dutch: 'reservelijst', alsoWritten: ['wachtlijst'], vva: '1', phase: 'intake', turn: 'college', noTalk: null, because: 'Er is nog geen plaats.' },
  { code: 'provisionally-placed', rank: 60, dutch: 'voorlopig geplaatst', alsoWritten: [], vva: '1', phase: 'admitted', turn: null, noTalk: null, because: 'Geplaatst onder voorwaarde, bijvoorbeeld een diploma.' },
  { code: 'admitted', rank: 65, dutch: 'toegelaten', alsoWritten: [], vva: '1', phase: 'admitted', turn: null, noTalk: null, because: 'De mbo-school heeft ja gezegd.' },
  { code: 'place-offered', rank: 70, dutch: 'plaats aangeboden', alsoWritten: ['ook aangeboden'], vva: '2', phase: 'admitted', turn: 'student', noTalk: null, because: 'Vervangt de onderwijsovereenkomst, die sinds 1 augustus 2023 niet meer nodig is.' },
  { code: 'place-accepted', rank: 80, dutch: 'plaats geaccepteerd', alsoWritten: [], vva: '2', phase: 'admitted', turn: null, noTalk: null, because: 'De leerling heeft ja gezegd.' },
  { code: 'enrolled', rank: 90, dutch: 'ingeschreven', alsoWritten: [], vva: '5', phase: 'admitted', turn: null, noTalk: null, because: 'Papier. Ingeschreven is niet gestart.' },
  { code: 'started', rank: 100, dutch: 'gestart', alsoWritten: [], vva: '–', phase: 'started', turn: null, noTalk: null, because: 'Alleen dit zegt dat iemand er echt was.' },
  { code: 'not-admitted', rank: null, dutch: 'niet toegelaten', alsoWritten: ['afgewezen'], vva: '3', phase: null, turn: null, noTalk: null, because: 'De mbo-school heeft nee gezegd.' },
  { code: 'withdrawn', rank: null, dutch: 'ingetrokken', alsoWritten: ['teruggetrokken'], vva: '4', phase: null, turn: null, noTalk: 'Deze aanmelding is ingetrokken.', because: 'De leerling wil niet meer.' },
  { code: 'redirected', rank: null, dutch: 'doorverwezen', alsoWritten: [], vva: '3', phase: null, turn: null, noTalk: null, because: 'De mbo-school wijst een andere opleiding.' },
  { code: 'no-show', rank: null, dutch: 'niet verschenen', alsoWritten: ['no show'], vva: '–', phase: null, turn: null, noTalk: null, because: 'Bij de start niet gekomen. Juist dan helpt een gesprek.' },
  { code: 'deregistered', rank: null, dutch: 'uitgeschreven', alsoWritten: [], vva: '–', phase: null, turn: null, noTalk: null, because: 'Wel begonnen of ingeschreven, en weer weg.' },
  { code: 'lapsed', rank: null, dutch: 'vervallen', alsoWritten: [], vva: '4', phase: null, turn: null, noTalk: 'Deze aanmelding is vervallen.', because: 'De aanmelding telt niet meer.' },
] as const satisfies readonly StatusRow[];

export type Status = (typeof statuses)[number]['code'];

/** Why a joint talk about an application with this status cannot be planned; undefined when it can. */
export const noTalkAbout = (status: string): string | undefined => statuses.find(({ code }) => code === status)?.noTalk ?? undefined;

/** An application that ended by itself: its leaver started elsewhere. Its college learns that a place comes free, never where the student is. */
export const LAPSED_ELSEWHERE = { college: 'plek komt vrij: elders gestart', others: 'vervallen: elders gestart', back: 'loopt weer: de start elders staat niet meer vast' } as const;

/** From this rank on somebody has a place (rules 2). */
export const PLACED_FROM_RANK = 60;
