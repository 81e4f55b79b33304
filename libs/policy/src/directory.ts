/** Who stands in the contact directory (issue 5): work data only, of people whose task it is to be called. */
interface DirectoryRow {
  readonly role: string;
  readonly dutch: string;
  /** Where in the page of a school. */
  readonly slot: 'school' | 'leerplicht' | 'doorstroompunt' | 'college';
  /** What to do when nobody is listed. */
  readonly whenNobody: string;
  readonly because: string;
}

export const directory = [
  { role: 'careers-dean', dutch: 'decaan', slot: 'school', whenNobody: 'Vraag de schoolbeheerder om een decaan uit te nodigen.', because: 'Kent de overstap van de hele school, en vangt op als een mentor weg is.' },
  { role: 'attendance-officer', dutch: 'leerplichtambtenaar', slot: 'leerplicht', whenNobody: 'Vraag de regiobeheerder wie leerplicht doet voor deze gemeente.', because: 'Leerplicht en kwalificatieplicht gaan naar de woongemeente: elke gemeente waar leerlingen wonen heeft een eigen regel.' },
  { role: 'doorstroompunt-officer', dutch: 'RMC-consulent', slot: 'doorstroompunt', whenNobody: 'Vraag de regiobeheerder wie je belt bij het Doorstroompunt.', because: 'Helpt vanaf 18 jaar, en denkt eerder al mee.' },
  { role: 'intake-officer', dutch: 'intaker', slot: 'college', whenNobody: 'Bel de school zelf, of vraag de regiobeheerder wie de intake doet.', because: 'Weet hoe het staat met een aanmelding. Een opleiding met een eigen contactpersoon staat op de bladzijde van de mbo-school.' },
] as const satisfies readonly DirectoryRow[];

export type ContactSlot = (typeof directory)[number]['slot'];

export const contactSlots: readonly { readonly code: ContactSlot; readonly dutch: string }[] = [
  { code: 'school', dutch: 'Op de school' },
  { code: 'leerplicht', dutch: 'Leerplicht, per gemeente waar leerlingen wonen' },
  { code: 'doorstroompunt', dutch: 'Doorstroompunt' },
  { code: 'college', dutch: 'Intake van mbo-scholen in de regio' },
];

/** A municipality stands on the page of somebody else's school from so many leavers on (rules 12: cells under 5 are hidden). */
export const PLACES_FROM = 5;
