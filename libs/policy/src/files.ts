import { roles, type Role } from './roles.ts';

/** Which files there are and who may bring them on the page (formats). */
export interface FileRow {
  readonly code: string;
  readonly dutch: string;
  /** What one row is, to count them: 1 leerling, 2 leerlingen. */
  readonly one: string;
  readonly more: string;
  /** Where in the systems of a school or college the export is made. */
  readonly from: string;
  /** Whether the leavers of another school year may be meant. */
  readonly asksYear: boolean;
  readonly broughtBy: readonly Role[];
  readonly because: string;
}

const school = ['careers-dean', 'school-administrator', 'region-administrator'] as const;
const college = ['intake-officer', 'study-coach', 'region-administrator'] as const;

export const files = [
  { code: 'leerlingen', dutch: 'Leerlingen die dit jaar vertrekken', one: 'leerling', more: 'leerlingen', asksYear: true, broughtBy: school,
    from: 'Maak in Magister of SOMtoday een lijst van de examenklassen, met de mentor erbij. Bewaar hem als CSV.',
    because: 'De school weet wie vertrekt. Een school brengt alleen het eigen bestand.' },
  { code: 'uitslagen', dutch: 'Uitslagen en bestemmingen', one: 'uitslag', more: 'uitslagen', asksYear: true, broughtBy: school,
    from: 'Maak in Magister of SOMtoday een lijst van leerlingnummers met de uitslag. Zet erbij waar iemand heen gaat als dat geen mbo is.',
    because: 'De uitslag bepaalt mee wie er helpt; een bekende bestemming sluit het signaal.' },
  { code: 'aanwezigheid', dutch: 'Aanwezigheid', one: 'leerling', more: 'leerlingen', asksYear: false, broughtBy: school,
    from: 'Maak in Magister of SOMtoday een lijst van leerlingnummers met de uren afwezig, met en zonder reden. Alleen van dit schooljaar en het vorige.',
    because: 'De leerling ziet het en deelt het zelf; mentor en decaan zien het hier niet. Ouder dan een jaar zegt niets over nu.' },
  { code: 'medewerkers', dutch: 'Medewerkers en hun rol', one: 'rol', more: 'rollen', asksYear: false, broughtBy: ['careers-dean', 'region-administrator'],
    from: 'Maak zelf een lijst van mentoren en andere collega’s met hun e-mailadres en rol.',
    because: 'De decaan weet wie mentor is. Wie een rol heeft, ziet persoonsgegevens: daarom niemand anders van de school.' },
  { code: 'aanmeldingen', dutch: 'Aanmeldingen', one: 'aanmelding', more: 'aanmeldingen', asksYear: false, broughtBy: college,
    from: 'Maak in EduArte of Osiris een lijst van de aanmeldingen, met de vooropleiding erbij. Bewaar hem als CSV.',
    because: 'De mbo-school weet wie zich aanmeldde. Een mbo-school brengt alleen het eigen bestand.' },
  { code: 'statussen', dutch: 'Statussen van aanmeldingen', one: 'status', more: 'statussen', asksYear: false, broughtBy: college,
    from: 'Maak in EduArte of Osiris een lijst van aanmeldnummers met de status en de datum. Oude statussen mogen erin blijven.',
    because: 'De mbo-school meldt; elke melding blijft staan.' },
  { code: 'opleidingen', dutch: 'Opleidingen die starten', one: 'opleiding', more: 'opleidingen', asksYear: false, broughtBy: college,
    from: 'Maak in EduArte of Osiris een lijst van de opleidingen met crebo, leerweg en startdatum.',
    because: 'De mbo-school kent het eigen aanbod.' },
  { code: 'organisaties', dutch: 'Scholen, bureaus en gemeenten', one: 'organisatie', more: 'organisaties', asksYear: false, broughtBy: ['region-administrator'],
    from: 'Maak zelf een lijst van de scholen, mbo-scholen, bureaus leerplicht en het Doorstroompunt van de regio.',
    because: 'De regio weet wie er meedoet en welk bureau bij welke gemeente hoort; over een andere regio gaat zij niet.' },
] as const satisfies readonly FileRow[];

export const filesOf = (role: string): FileRow[] => files.filter((row: FileRow) => row.broughtBy.some((code) => code === role));

/** How long a file can be undone, in hours of real time, unless something was built on it. */
export const UNDO_HOURS = 24;

/** Whether anybody who acts as this kind of actor brings this file; which of them is for the page to know. */
export const mayBring = (actor: string, kind: string): boolean =>
  roles.some((role) => role.actor === actor && filesOf(role.code).some(({ code }) => code === kind));

/** How far a file is, for the list of files; what waits for a person stands out. */
export const deliveryStates = [
  { code: 'uploaded', dutch: 'Wordt nagekeken', tone: 'other' },
  { code: 'checked', dutch: 'Wacht op jou', tone: 'next' },
  { code: 'wanted', dutch: 'Wordt geïmporteerd', tone: 'other' },
  { code: 'importing', dutch: 'Wordt geïmporteerd', tone: 'other' },
  { code: 'done', dutch: 'Geïmporteerd', tone: 'good' },
  { code: 'refused', dutch: 'Kan niet worden gelezen', tone: 'must' },
  { code: 'undo-wanted', dutch: 'Wordt teruggedraaid', tone: 'other' },
  { code: 'undone', dutch: 'Teruggedraaid', tone: 'other' },
  { code: 'discarded', dutch: 'Weggegooid', tone: 'other' },
] as const;
