/** Why somebody gets a line in a digest, and what it asks (rules 6 and 7). In this order; the first that applies names the mail. */
export interface MailReasonRow {
  readonly code: string;
  readonly dutch: string;
  /** At most 50 characters; # is how many. */
  readonly subject: { readonly one: string; readonly more: string };
  readonly asks: string;
  /** Working days in which to do it; null when nothing is asked. */
  readonly workingDays: number | null;
  readonly countsPer: 'class' | 'municipality' | 'programme';
  /** The page of libs/policy/paths that the link opens. */
  readonly page: 'leavers' | 'cases' | 'queue' | 'starts';
  readonly because: string;
}

export const mailReasons = [
  { code: 'desk', dutch: 'Nieuw voor jouw bureau', subject: { one: '1 nieuwe melding: niet gestart', more: '# nieuwe meldingen: niet gestart' }, asks: 'Pak de zaak op en neem contact op', workingDays: 2, countsPer: 'municipality', page: 'cases', because: 'Leerplicht of Doorstroompunt is aan zet.' },
  { code: 'released', dutch: 'Weer vrij bij jouw bureau', subject: { one: '1 zaak is weer vrij', more: '# zaken zijn weer vrij' }, asks: 'Spreek af wie de zaak oppakt', workingDays: 2, countsPer: 'municipality', page: 'cases', because: 'Wie een zaak loslaat, laat hem niet vallen: de collega’s horen het de volgende ochtend.' },
  { code: 'help-offer', dutch: 'Bied hulp aan', subject: { one: 'Bied hulp aan 1 jongere', more: 'Bied hulp aan # jongeren' }, asks: 'Neem contact op en vraag of je kunt helpen', workingDays: 2, countsPer: 'class', page: 'cases', because: 'Zonder leerplicht geen verzuim, wel een aanbod van school en Doorstroompunt samen.' },
  { code: 'mentor', dutch: 'Jouw leerlingen', subject: { one: '1 leerling heeft je nodig', more: '# leerlingen hebben je nodig' }, asks: 'Bel en noteer wat je hoort', workingDays: 2, countsPer: 'class', page: 'leavers', because: 'De mentor kent de leerling en hoort het altijd.' },
  { code: 'instead-of-mentor', dutch: 'Leerlingen zonder bereikbare mentor', subject: { one: '1 leerling zonder bereikbare mentor', more: '# leerlingen zonder bereikbare mentor' }, asks: 'Bel zelf of spreek af wie belt', workingDays: 2, countsPer: 'class', page: 'leavers', because: 'De mentor is weg, heeft geen adres of de mail kwam niet aan; dan hoort de decaan het.' },
  { code: 'region', dutch: 'Zonder bureau of zonder ontvanger', subject: { one: '1 melding vraagt om een keuze', more: '# meldingen vragen om een keuze' }, asks: 'Kies wie dit oppakt', workingDays: 2, countsPer: 'municipality', page: 'queue', because: 'Een melding valt nooit weg: wat niemand krijgt, ziet de regio.' },
  { code: 'college', dutch: 'Wie is er gestart?', subject: { one: 'Wie is er gestart bij 1 opleiding?', more: 'Wie is er gestart bij # opleidingen?' }, asks: 'Geef door wie er is gestart en wie niet kwam', workingDays: 2, countsPer: 'programme', page: 'starts', because: 'Zonder bericht wordt elke geplaatste jongere een melding. Het vervangt de levering aan DUO niet.' },
  { code: 'information', dutch: 'Ter informatie', subject: { one: '1 melding in je regio, ter informatie', more: '# meldingen in je regio, ter informatie' }, asks: 'Je hoeft niets te doen: leerplicht is aan zet', workingDays: null, countsPer: 'municipality', page: 'cases', because: 'Het Doorstroompunt ziet elke startmelding van zijn regio.' },
] as const satisfies readonly MailReasonRow[];

export type MailReason = (typeof mailReasons)[number]['code'];

/** Mails by which a student is asked to go on (ux L2 and L7). Never about somebody who started or has another route. */
export const studentReminders = {
  waits: { afterDays: 7, most: 3, because: 'Een week stil: één mail. Drie keer is genoeg; daarna praat de mentor erover.' },
  apply: { daysBefore: [21, 7, 2], because: 'Wie zich vóór 1 april aanmeldt, heeft meer recht op een plek.' },
  from: '07:00',
} as const;
