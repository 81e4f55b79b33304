/** Where a leaver goes when it is not mbo (rules 4). A settled destination raises no signal. */
export interface DestinationRow {
  readonly code: string;
  readonly dutch: string;
  readonly alsoWritten: readonly string[];
  readonly settled: boolean;
  /** What the case is closed with when this becomes known; null: closed without a reason in any list. */
  readonly outcome: string | null;
  readonly because: string;
}

const school = { settled: true, outcome: 'full-time' } as const;

export const destinations = [
  { code: 'mbo', dutch: 'mbo', alsoWritten: [], settled: false, outcome: null, because: 'Dan volgen we de aanmeldingen.' },
  { code: 'stays-in-vo', dutch: 'blijft in vo', alsoWritten: ['blijft', 'doubleert'], ...school, because: 'Zit nog op school.' },
  { code: 'havo', dutch: 'havo', alsoWritten: [], ...school, because: 'Gaat door in het vo.' },
  { code: 'vavo', dutch: 'vavo', alsoWritten: [], ...school, because: 'Gaat door in het volwassenenonderwijs.' },
  { code: 'other-vo', dutch: 'ander vo', alsoWritten: ['andere vo-school'], ...school, because: 'Gaat naar een andere vo-school.' },
  { code: 'hbo', dutch: 'hbo', alsoWritten: [], ...school, because: 'Gaat naar het hbo.' },
  { code: 'private-education', dutch: 'particulier onderwijs', alsoWritten: [], ...school, because: 'Volgt onderwijs dat niet bekostigd is.' },
  { code: 'work', dutch: 'werk', alsoWritten: [], settled: true, outcome: 'work', because: 'Heeft werk.' },
  { code: 'day-activity', dutch: 'dagbesteding', alsoWritten: [], settled: true, outcome: 'other', because: 'Heeft een plek in de dagbesteding.' },
  { code: 'care', dutch: 'zorg', alsoWritten: ['zorg of hulpverlening'], settled: true, outcome: 'care', because: 'Krijgt eerst hulp.' },
  { code: 'exempted', dutch: 'vrijstelling', alsoWritten: ['vrijstelling leerplicht'], settled: true, outcome: 'other', because: 'Vrijgesteld van de leerplicht.' },
  { code: 'abroad', dutch: 'buitenland', alsoWritten: [], settled: true, outcome: 'moved', because: 'Woont of leert in het buitenland.' },
  { code: 'deceased', dutch: 'overleden', alsoWritten: [], settled: true, outcome: null, because: 'Alles stopt meteen, ook post die klaarstaat.' },
  { code: 'unknown', dutch: 'onbekend', alsoWritten: [], settled: false, outcome: null, because: 'Niemand weet het: dan kijken we juist wel.' },
] as const satisfies readonly DestinationRow[];

export type Destination = (typeof destinations)[number]['code'];
