/** The tables of the yearly outcome report of a Doorstroompunt region (RMC-effectrapportage; rules 8, domain 2.8), in their order. */
interface ReportRow {
  readonly code: string;
  readonly dutch: string;
  readonly because: string;
}

interface ReportTable {
  readonly code: string;
  readonly dutch: string;
  /** Of what all but the loose rows are the sum: a row of the first table. */
  readonly sumOf: string | null;
  readonly loose: readonly string[];
  readonly rows: readonly ReportRow[];
}

const signalled = 'signalled';

export const reportTables = [
  { code: 'steps', dutch: 'Stappen', sumOf: null, loose: [], rows: [
    { code: signalled, dutch: 'Gemeld', because: 'De zaak ging in dit schooljaar open.' },
    { code: 'approached', dutch: 'Benaderd', because: 'De eerste poging viel in dit schooljaar.' },
    { code: 'intake', dutch: 'Intake gehouden', because: 'Het eerste echte gesprek viel in dit schooljaar.' },
    { code: 'trajectory', dutch: 'Begeleiding gestart', because: 'Voor de minister: traject gestart.' },
    { code: 'trajectory-ended', dutch: 'Begeleiding klaar', because: 'Voor de minister: traject beëindigd.' },
    { code: 'closed', dutch: 'Zaak afgesloten', because: 'Ook zonder begeleiding: de uitkomst is bekend.' },
  ] },
  { code: 'source', dutch: 'Bron van de melding', sumOf: signalled, loose: [], rows: [
    { code: 'college', dutch: 'Mbo-school: niet verschenen of uitgeschreven', because: 'De mbo-school gaf het zelf door.' },
    { code: 'overstap', dutch: 'Overstap: geen plek of geen bericht van start', because: 'De dagelijkse controle zag het; niemand meldde iets.' },
    { code: 'other-source', dutch: 'Anders', because: 'Elke andere bron, zoals een levering van DUO. Die komt niet in Overstap binnen: neem dat aantal uit eigen bron over.' },
  ] },
  { code: 'origin', dutch: 'Nieuw, doorlopend of opnieuw', sumOf: signalled, loose: ['continuing'], rows: [
    { code: 'new', dutch: 'Nieuw', because: 'Nooit eerder een zaak.' },
    { code: 'repeat', dutch: 'Opnieuw (recidiverend)', because: 'Eerder een zaak die al was afgesloten.' },
    { code: 'continuing', dutch: 'Doorlopend (continuerend)', because: 'Open op 1 augustus, uit een eerder schooljaar. Telt niet bij gemeld.' },
  ] },
  { code: 'speed', dutch: 'Tijd van melding tot intake', sumOf: 'intake', loose: [], rows: [
    { code: 'under-2-weeks', dutch: 'Korter dan 2 weken', because: 'Minder dan 14 dagen.' },
    { code: '2-to-4-weeks', dutch: '2 tot en met 4 weken', because: '14 tot en met 28 dagen.' },
    { code: 'over-4-weeks', dutch: 'Langer dan 4 weken', because: 'Meer dan 28 dagen.' },
  ] },
  { code: 'destination', dutch: 'Bestemming bij afsluiten', sumOf: 'closed', loose: [], rows: [
    { code: 'full-time', dutch: 'Voltijdopleiding', because: 'School of bol.' },
    { code: 'bbl', dutch: 'Leren en werken (bbl)', because: 'Met zicht op een startkwalificatie.' },
    { code: 'work', dutch: 'Werk zonder zicht op een startkwalificatie', because: 'Blijft in beeld.' },
    { code: 'care', dutch: 'Zorg, opvang of detentie', because: 'Blijft in beeld.' },
    { code: 'no-day-activity', dutch: 'Afgesloten zonder dagbesteding', because: 'Blijft in beeld.' },
    { code: 'moved', dutch: 'Verhuisd of niet te vinden', because: 'Blijft in beeld tot één controle.' },
    { code: 'other', dutch: 'Anders', because: 'Past nergens anders.' },
    { code: 'signal-gone', dutch: 'Melding vervallen', because: 'De school herstelde de melding.' },
  ] },
] as const satisfies readonly ReportTable[];

/** Columns: age on the day of the signal. Seventeen stands apart in the form of the minister. */
export const reportAges = [
  { code: 'all', dutch: 'Alle' },
  { code: '18-up', dutch: '18 jaar en ouder' },
  { code: '17', dutch: '17 jaar' },
  { code: 'under-17', dutch: 'Jonger dan 17' },
] as const;

/** Columns of the table per municipality, rows of the steps. */
export const reportPerMunicipality = [signalled, 'approached', 'intake', 'trajectory', 'closed'] as const;

export const reportFiles = [
  { code: 'masked', because: 'Pagina en bestand zijn gelijk: aantallen onder 5 staan er niet, ook niet via een totaal. Regiobeheerder en regiocoördinator zien alleen dit (regels 10 en 12): zij hoeven nooit te weten om wie het gaat.' },
  { code: 'exact', because: 'Het formulier van de minister vraagt echte aantallen. Alleen een RMC-consulent haalt dit bestand: die kent elke zaak al bij naam.' },
] as const;
