/** How often somebody may try something, so that guessing and flooding end by themselves (ASVS 6.3.1). */
export interface LimitRow {
  readonly code: string;
  readonly dutch: string;
  /** Of an account: whoever tries. Of a client: a browser that signed in here before counts by itself, all others of one network together. */
  readonly per: 'account' | 'client';
  readonly most: number;
  readonly minutes: number;
  readonly because: string;
}

export const limits = [
  { code: 'link-mailed', dutch: 'Een mail met een link voor één account', per: 'account', most: 5, minutes: 15, because: 'Niemand kan iemands postvak vullen. Het antwoord blijft hetzelfde; de links die er al zijn, werken.' },
  { code: 'link-asked', dutch: 'Een link vragen', per: 'client', most: 60, minutes: 15, because: 'Een hele school deelt één adres: ruim genoeg voor twee klassen tegelijk.' },
  { code: 'provider-asked', dutch: 'Inloggen bij een aanmelddienst beginnen', per: 'client', most: 120, minutes: 15, because: 'Ruim voor een hele school om half negen, en de tabel van wie onderweg is loopt niet vol.' },
  { code: 'link-failed', dutch: 'Een link gebruiken die niet werkt', per: 'client', most: 30, minutes: 15, because: 'Wie raadt, stopt. Een link die klopt, telt niet mee en werkt altijd.' },
  { code: 'code-failed', dutch: 'Een code van school of uit een brief die niet klopt', per: 'client', most: 30, minutes: 15, because: 'Er zijn 378 miljard codes: in dit tempo raadt niemand er een. Een code die klopt, werkt altijd.' },
  { code: 'meeting-planned', dutch: 'Een gezamenlijk gesprek plannen, verzetten of afzeggen', per: 'account', most: 30, minutes: 60, because: 'Elke keer gaan er mails uit, ook naar mensen van buiten: genoeg voor een drukke dag, te weinig om iemand lastig te vallen.' },
  { code: 'students-reminded', dutch: 'Herinneringen sturen aan leerlingen', per: 'account', most: 20, minutes: 60, because: 'Genoeg voor elke klas van een mentor; een programma maakt geen postvakken vol.' },
  { code: 'choice-noted', dutch: 'Een keuze noteren, verzetten of weghalen', per: 'account', most: 120, minutes: 60, because: 'Een mentor doet op een middag een hele klas; elke stap schrijft een regel, en een programma schrijft er geen duizend.' },
  { code: 'parent-invited', dutch: 'Een ouder uitnodigen om mee te lezen, vanaf 16 jaar', per: 'account', most: 6, minutes: 60, because: 'Elke keer gaat er een mail naar een adres dat de leerling typt: genoeg voor twee ouders en een paar tikfouten, te weinig om iemand lastig te vallen.' },
  { code: 'coach-asked', dutch: 'Een overstapcoach vragen', per: 'account', most: 30, minutes: 60, because: 'Elke keer krijgt een leerling een mail, en onder 16 een ouder: genoeg voor een drukke dag.' },
  { code: 'calendar-counted', dutch: 'Uitrekenen wat andere periodes doen', per: 'account', most: 30, minutes: 15, because: 'Het rekent met elke leerling van de regio: genoeg om te proberen, te weinig om de server bezig te houden.' },
  { code: 'program-called', dutch: 'Een vraag van een programma met een sleutel', per: 'account', most: 600, minutes: 10, because: 'Eén per seconde is genoeg voor elk overzicht; wat vaker vraagt, loopt vast in een lus.' },
  { code: 'token-failed', dutch: 'Een sleutel gebruiken die niet werkt', per: 'client', most: 30, minutes: 15, because: 'Wie raadt, stopt. Een sleutel die klopt, telt niet mee.' },
  { code: 'meeting-answered', dutch: 'Antwoorden op een uitnodiging voor een gesprek', per: 'account', most: 20, minutes: 15, because: 'Wie zich een paar keer bedenkt, kan dat; een programma loopt vast.' },
  { code: 'file-added', dutch: 'Een bestand bij een paspoort zetten', per: 'account', most: 30, minutes: 15, because: 'Ruim voor wie een paar keer het verkeerde bestand kiest; niemand houdt de server bezig met grote bestanden.' },
] as const satisfies readonly LimitRow[];

export type Limit = (typeof limits)[number]['code'];

export const limitOf = (code: Limit): LimitRow => limits.find((row) => row.code === code) ?? limits[0];
