/** Which desk gets a start alert (rules 6): the first row that holds on the day. */
export interface DeskRow {
  readonly code: string;
  readonly rank: number;
  readonly route: 'mentor-only' | 'region-queue' | 'leerplicht' | 'help-offer' | 'doorstroompunt';
  readonly dutch: string;
  readonly holdsWhen: string;
  readonly opensCase: boolean;
  readonly because: string;
}

export const desks = [
  { code: 'qualified', rank: 1, route: 'mentor-only', dutch: 'alleen mentor', holdsWhen: 'Havo of vwo gehaald, of een mbo-diploma vanaf niveau 2. Wie zakte, heeft het diploma in het bestand niet gehaald; wie voor vwo zakte, kan havo al hebben.', opensCase: false, because: 'Heeft een startkwalificatie; de mentor hoort het ter informatie.' },
  { code: 'no-desk', rank: 2, route: 'region-queue', dutch: 'wachtrij van de regio', holdsWhen: 'Woongemeente onbekend, of geen bureau leerplicht voor die gemeente.', opensCase: true, because: 'De regiobeheerder kiest; een melding valt nooit weg. Dit geldt op elke leeftijd.' },
  { code: 'compulsory', rank: 3, route: 'leerplicht', dutch: 'leerplicht', holdsWhen: 'Tot en met 31 juli van het schooljaar waarin de jongere 16 wordt.', opensCase: true, because: 'Leerplichtwet, artikel 3.' },
  { code: 'exempt-qualification', rank: 4, route: 'help-offer', dutch: 'hulpaanbod', holdsWhen: 'Onder 18, en praktijkonderwijs met getuigschrift of vso met profiel arbeid of dagbesteding.', opensCase: true, because: 'De kwalificatieplicht geldt niet (Leerplichtwet, artikel 4a lid 2): geen verzuim, wel hulp.' },
  { code: 'qualification-duty', rank: 5, route: 'leerplicht', dutch: 'leerplicht', holdsWhen: 'Alle anderen onder 18.', opensCase: true, because: 'Kwalificatieplicht (Leerplichtwet, artikel 4a).' },
  { code: 'former-rmc', rank: 6, route: 'doorstroompunt', dutch: 'Doorstroompunt', holdsWhen: '18 jaar of ouder en onder de bovengrens.', opensCase: true, because: 'Wet van school naar duurzaam werk: het Doorstroompunt van de regio waar de jongere woont.' },
  { code: 'over-age', rank: 7, route: 'mentor-only', dutch: 'alleen mentor', holdsWhen: 'Op of boven de bovengrens.', opensCase: false, because: 'Het Doorstroompunt heeft geen taak meer; de mentor hoort het ter informatie.' },
] as const satisfies readonly DeskRow[];

export type Route = (typeof desks)[number]['route'];

/** Until which birthday the Doorstroompunt helps, by the day that is asked about. */
export const upperAges = [
  { validFrom: '1900-01-01', years: 23, because: 'RMC tot 23 jaar (WEB, oud).' },
  { validFrom: '2026-01-01', years: 27, because: 'Wet van school naar duurzaam werk, vanaf 1 januari 2026.' },
] as const;
