/** Why a leaver is on the list of an Overstaptafel: the first that holds. */
export interface TableReasonRow {
  readonly code: string;
  readonly dutch: string;
  readonly tone: 'must' | 'next' | 'other';
  readonly because: string;
}

export const tableReasons = [
  { code: 'agreement', dutch: 'Afspraak nog open', tone: 'must', because: 'Wat de vorige keer is afgesproken en niet klaar is, komt eerst.' },
  { code: 'signal', dutch: 'Melding', tone: 'must', because: 'Een open melding: de dagelijkse controle zag dat er iets mis is.' },
  { code: 'no-application', dutch: 'Nog geen aanmelding', tone: 'next', because: 'Wie niets koos, heeft in de zomer het minst.' },
  { code: 'no-place', dutch: 'Nog geen plek', tone: 'other', because: 'Er loopt een aanmelding, maar er is nog geen plek.' },
  { code: 'by-hand', dutch: 'Zelf toegevoegd', tone: 'other', because: 'Wie de leerling kent, weet soms meer dan de lijst.' },
] as const satisfies readonly TableReasonRow[];

export type TableReason = (typeof tableReasons)[number]['code'];

/** The usual three tables of a year: what each asks, and whom it puts on the list by itself. */
export interface TableSeasonRow {
  readonly code: string;
  readonly dutch: string;
  /** Month and day from which a table is this one, until the next row. */
  readonly from: string;
  readonly asks: string;
  readonly takes: readonly TableReason[];
  readonly because: string;
}

const everybodyAtRisk = ['agreement', 'signal', 'no-application', 'no-place'] as const;

export const tableSeasons = [
  { code: 'march', dutch: 'Overstaptafel van maart', from: '01-01', asks: 'Wie meldde zich nog niet aan?', takes: ['agreement', 'signal', 'no-application'], because: 'Voor 1 april heeft bijna niemand een plek. Dan zegt ‘nog geen plek’ niets.' },
  { code: 'june', dutch: 'Overstaptafel van juni', from: '05-01', asks: 'Wie heeft nog geen plek?', takes: everybodyAtRisk, because: 'Na 1 juni wordt het krap: de zomer begint en scholen gaan dicht.' },
  { code: 'september', dutch: 'Overstaptafel van september', from: '08-01', asks: 'Wie is niet gestart?', takes: everybodyAtRisk, because: 'Tot 1 oktober kan een leerling nog instappen.' },
] as const satisfies readonly TableSeasonRow[];

/** The table that belongs to a day. */
export function tableSeasonOf(day: string): TableSeasonRow {
  return tableSeasons.findLast(({ from }) => from <= day.slice(5)) ?? tableSeasons[0];
}

/** The school year whose leavers a table on this day is about: those who leave in its calendar year. */
export function tableYearOf(day: string): string {
  const year = Number(day.slice(0, 4));
  return `${year - 1}-${year}`;
}
