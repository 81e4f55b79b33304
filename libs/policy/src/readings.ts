import { bySchool } from './sections/by-school.ts';
import { byStudent } from './sections/by-student.ts';

/** What is noted when somebody reads about a young person (rules 9 and 10). */
export interface ReadingRow {
  readonly code: string;
  readonly dutch: string;
  /** What the id in the address is; those that take many ids, or none, have no such address. */
  readonly of: 'leaver' | 'case' | 'application' | null;
  /** The parts that stand on it, as codes of `readingParts`. */
  readonly shows: readonly ReadingPart[];
  /** Which parts were read says something about the student: only the student sees that. */
  readonly isPrivate?: boolean;
  readonly because: string;
}

export const readingParts = [
  { code: 'contact', dutch: 'naam en contact' },
  { code: 'school', dutch: 'school en uitslag' },
  { code: 'applications', dutch: 'aanmeldingen' },
  { code: 'signal', dutch: 'melding' },
  { code: 'timeline', dutch: 'wat er gebeurde' },
  { code: 'case', dutch: 'de zaak en pogingen' },
  { code: 'guardians', dutch: 'ouders' },
  { code: 'row', dutch: 'een rij uit een bestand' },
  ...[...byStudent, ...bySchool].map(({ code, dutch }) => ({ code, dutch })),
  { code: 'attachment', dutch: 'een bestand bij het paspoort' },
] as const;

export type ReadingPart = (typeof readingParts)[number]['code'];

export const readings = [
  { code: 'leaver-opened', dutch: 'Leerling geopend', of: 'leaver', shows: ['contact', 'school', 'applications', 'signal', 'timeline'], because: 'Regels 9: wie leest, laat een regel achter.' },
  { code: 'mentor-part-opened', dutch: 'Deel van de mentor geopend', of: 'leaver', shows: ['contact', 'mentor-part'], because: 'Ook wie schrijft, leest wat er staat en wat de leerling ervan vindt.' },
  { code: 'passport-read-along', dutch: 'Meegelezen in het paspoort', of: 'leaver', shows: ['contact'], isPrivate: true, because: 'De leerling opende het, en ziet wie het las.' },
  { code: 'support-opened', dutch: 'Deel over ondersteuning geopend', of: 'leaver', shows: ['contact', 'support'], because: 'Wie erover schrijft, leest wat er staat.' },
  { code: 'support-needs-read', dutch: 'Gelezen voor ondersteuning', of: 'leaver', shows: ['contact'], because: 'Regels 10: alleen van wie ondersteuning krijgt; de leerling ziet welke onderdelen.' },
  { code: 'passport-opened', dutch: 'Paspoort geopend', of: 'application', shows: ['contact', 'school', 'applications'], isPrivate: true, because: 'Regels 9: de leerling ziet wie las, en welke onderdelen.' },
  { code: 'handover-opened', dutch: 'Warme overdracht geopend', of: 'application', shows: ['contact', 'applications'], because: 'Wie een gesprek voorbereidt, ziet van wie het is en waar het over gaat.' },
  { code: 'meeting-opened', dutch: 'Gezamenlijk gesprek geopend', of: 'application', shows: ['contact', 'guardians'], because: 'Wie een gesprek plant, ziet van wie het is en wie erbij hoort.' },
  { code: 'handover-asked', dutch: 'Warme overdracht geopend', of: 'leaver', shows: ['contact', 'applications'], because: 'De mentor ziet bij welke aanmelding een gesprek is gevraagd.' },
  { code: 'case-opened', dutch: 'Zaak geopend', of: 'case', shows: ['contact', 'school', 'applications', 'signal', 'timeline', 'case'], because: 'Een bureau ziet naam, contact, school, opleiding en pogingen.' },
  { code: 'coached-opened', dutch: 'Geopend door de overstapcoach', of: 'leaver', shows: ['contact', 'school', 'applications', 'signal', 'case'], because: 'De leerling ziet wanneer de coach keek.' },
  { code: 'coach-asked-opened', dutch: 'Overstapcoach bekeken', of: 'leaver', shows: ['contact', 'case'], because: 'Wie een coach vraagt of volgt, leest wat de coach schreef.' },
  { code: 'in-view-opened', dutch: 'Jongere in beeld geopend', of: 'leaver', shows: ['contact', 'school', 'timeline', 'case'], because: 'Ook na een zaak staat er wie las.' },
  { code: 'queued-opened', dutch: 'Zaak zonder bureau geopend', of: 'case', shows: ['contact', 'school', 'signal'], because: 'De regio ziet genoeg om een bureau te kiezen.' },
  { code: 'tie-opened', dutch: 'Vergeleken met een aanmelding', of: 'application', shows: ['contact', 'school'], because: 'Wie koppelt, ziet ook de leerlingen die het niet zijn.' },
  { code: 'letting-in-opened', dutch: 'Inloggen geregeld', of: 'leaver', shows: ['contact'], because: 'Wie een code of brief maakt, ziet van wie die is.' },
  { code: 'guardians-opened', dutch: 'Ouders geopend', of: 'leaver', shows: ['contact', 'guardians'], because: 'Wie meeleest en wie geen contact mag hebben, is gevoelig.' },
  { code: 'corrections-opened', dutch: 'Vragen om verbetering geopend', of: 'leaver', shows: ['contact'], because: 'Wat een leerling wil laten verbeteren, kan gevoelig zijn.' },
  { code: 'passport-taken', dutch: 'Paspoort gedownload', of: 'application', shows: ['contact', 'school', 'applications'], isPrivate: true, because: 'Wat gedownload is, blijft bij de lezer staan.' },
  { code: 'file-fetched', dutch: 'Bestand bij het paspoort gedownload', of: 'application', shows: ['attachment'], isPrivate: true, because: 'Wat gedownload is, blijft bij de lezer staan.' },
  { code: 'table-place-opened', dutch: 'Besproken aan de Overstaptafel', of: 'leaver', shows: ['contact', 'applications', 'signal'], because: 'Wie een leerling bespreekt, leest waar die staat en wat is afgesproken.' },
  { code: 'summer-opened', dutch: 'Geopend voor de zomeractie', of: 'leaver', shows: ['contact', 'applications', 'signal', 'guardians'], because: 'Wie belt, ziet van wie het nummer is en wat er is.' },
  { code: 'table-opened', dutch: 'Lijst van de Overstaptafel geopend', of: null, shows: ['contact', 'applications', 'signal'], because: 'Op de lijst staat van elke leerling wat er is afgesproken: elke leerling krijgt een regel.' },
  { code: 'agreements-opened', dutch: 'Eigen afspraken geopend', of: null, shows: ['contact'], because: 'Bij elke afspraak staat over wie het gaat.' },
  { code: 'news-opened', dutch: 'Nieuwe meldingen over leerlingen geopend', of: null, shows: ['contact', 'timeline'], because: 'Van elke leerling staat er wat er gebeurde.' },
  { code: 'table-printed', dutch: 'Lijst van de Overstaptafel geopend om af te drukken', of: null, shows: ['contact', 'applications', 'signal'], because: 'Wat gedrukt is, gaat mee van tafel: elke leerling krijgt een regel.' },
  { code: 'table-minutes', dutch: 'Verslag van de Overstaptafel gedownload', of: null, shows: ['contact', 'signal'], because: 'Wat gedownload is, blijft bij de lezer staan: elke leerling krijgt een regel.' },
  { code: 'refused-rows', dutch: 'Rijen met fouten gedownload', of: null, shows: ['row'], because: 'De rijen gaan als bestand naar buiten; van wie ze zijn is juist niet bekend.' },
  { code: 'leavers-fetched', dutch: 'Lijst van leerlingen opgehaald', of: null, shows: ['school', 'applications', 'signal'], because: 'Een programma haalt veel tegelijk op: elke leerling krijgt een regel.' },
  { code: 'cases-fetched', dutch: 'Lijst van zaken opgehaald', of: null, shows: ['school', 'applications', 'signal', 'case'], because: 'Een programma haalt veel tegelijk op: elke leerling krijgt een regel.' },
  { code: 'log-exported', dutch: 'Logboek gedownload', of: null, shows: [], because: 'Ook wie het logboek meeneemt, staat erin.' },
] as const satisfies readonly ReadingRow[];

export type Reading = (typeof readings)[number]['code'];

export const readingWays = [
  { code: 'page', dutch: 'op een pagina' },
  { code: 'export', dutch: 'als bestand' },
  { code: 'api', dutch: 'door een programma' },
] as const;

/** Rules 11: logs of reading, in years. */
export const READING_YEARS = 5;

/** More different leavers than this in one hour by one person is a question to who looks after the people. A list counts for none. */
export const UNUSUAL_READING = { leavers: 200, because: 'Een decaan opent er op een drukke dag tientallen; honderden in een uur is een vraag waard.' } as const;
