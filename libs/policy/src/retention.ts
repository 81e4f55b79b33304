/** How long something is kept (rules 11), and what ends it. */
export interface RetentionRow {
  readonly code: string;
  readonly dutch: string;
  /** Null: it stays. */
  readonly term: { readonly years: number } | { readonly days: number } | null;
  readonly after: string;
  readonly because: string;
}

/** A row of `kept_run` for each code: what the worker removes by itself. */
export const retention = [
  { code: 'passport', dutch: 'Het paspoort met alles wat is gedeeld, de bestanden, de intake, aanwezigheid, en het inloggen van leerling en ouder', term: { years: 1 }, after: 'nadat de overstap klaar is', because: 'Daarna kent de opleiding de leerling zelf. De leerling krijgt 30 dagen van tevoren een mail.' },
  { code: 'case-notes', dutch: 'Notities bij pogingen en zaken, en van een Overstaptafel, zomerteam of overstapcoach', term: { years: 2 }, after: 'nadat de overstap klaar is', because: 'Zo lang kan iemand terugkomen bij hetzelfde bureau.' },
  { code: 'in-view', dutch: 'Mailadres en notities van wie in beeld is', term: { years: 1 }, after: 'nadat iemand niet meer in beeld is', because: 'Zonder adres kan niemand elk kwartaal vragen hoe het gaat. De rest van het paspoort gaat gewoon weg. Daarna nog een jaar, omdat iemand terug kan komen.' },
  { code: 'leaver', dutch: 'Wie de leerling was: naam, geboortedatum, adres, mailadres, leerlingnummer, klas, mentor, ouder, en wat er op de tijdlijn over stond', term: { years: 2 }, after: 'nadat de overstap klaar is', because: 'Net zo lang als de notities. Daarna weet niemand meer wie het was. Nooit zolang iemand een open zaak of een coach heeft, in beeld is, of een signaal heeft dat korter dan 2 jaar open is.' },
  { code: 'untied', dutch: 'Een aanmelding die bij niemand hoorde: naam, geboortedatum, postcode, vorige school', term: { years: 2 }, after: 'na het schooljaar en de laatste melding', because: 'Zo lang kan de regio haar nog koppelen.' },
  { code: 'waiting', dutch: 'Een melding over een aanmelding die nooit kwam', term: { years: 1 }, after: 'na de dag van de melding', because: 'Een mbo-school levert binnen het jaar.' },
  { code: 'mail-text', dutch: 'Wat er in een mail stond, ook in een mail die niet aankwam', term: { days: 90 }, after: 'na de mail', because: 'Zo lang zoekt iemand uit waarom een mail niet aankwam.' },
  { code: 'mail', dutch: 'Dat er een mail was, naar welk adres, en wat de mailserver zei', term: { years: 2 }, after: 'na de mail', because: 'Net zo lang als de zaak waar de mail over ging. Nooit zolang die zaak of melding open is.' },
  { code: 'account', dutch: 'Naam, mailadres, telefoon, toestellen en inloggen van een medewerker', term: { years: 1 }, after: 'nadat de laatste rol eindigde', because: 'Een jaar lang is er nog te vragen wie iets deed. Daarna staat er ‘Oud-medewerker’. Nooit zolang een school het adres nog noemt als mentor van een leerling.' },
  { code: 'substitute', dutch: 'Wie wie verving, en wie in een zomerteam zat', term: { years: 1 }, after: 'na de laatste dag', because: 'Daarna weet de tijdlijn het nog; de lijst is niet meer nodig.' },
  { code: 'invitation', dutch: 'Uitnodigingen, codes, brieven en sleutels die niet meer werken', term: { days: 90 }, after: 'na het einde', because: 'Zo lang zoekt iemand uit waarom het niet lukte.' },
  { code: 'delivery', dutch: 'Welk bestand iemand bracht, met naam en aantallen', term: { years: 2 }, after: 'na het inlezen', because: 'Net zo lang als wat eruit kwam. Wat in het bestand stond, gaat al na 7 dagen weg.' },
  { code: 'search', dutch: 'Welke naam iemand zocht', term: { days: 7 }, after: 'na het zoeken', because: 'Zo lang werkt terug in de browser.' },
  { code: 'sign-in', dutch: 'Sessies, links en pogingen om in te loggen', term: { days: 1 }, after: 'na het einde', because: 'Zo lang kan nog een formulier binnenkomen dat toen werd getypt.' },
  { code: 'reading-log', dutch: 'Wie wat las', term: { years: 5 }, after: 'na het lezen', because: 'Wie misbruik vermoedt, moet het na kunnen kijken.' },
  { code: 'organisation', dutch: 'Wat een organisatie over zichzelf zet: contactpersonen, aanbod, vragen, kalender, indeling van een bestand', term: null, after: '', because: 'Zolang de organisatie meedoet; zij haalt het zelf weg.' },
  { code: 'counts', dutch: 'Dat er een overstap was, met statussen en data', term: null, after: '', because: 'Aantallen blijven: zonder verleden ziet niemand of het beter gaat.' },
] as const satisfies readonly RetentionRow[];

export type RetentionCode = (typeof retention)[number]['code'];

/** Days between the mail and the removal. Never less, also when the worker stood still. */
export const WARN_DAYS = 30;

/** How far ahead the page about keeping looks. */
export const PREVIEW_DAYS = 30;

const termOf = (code: RetentionCode): RetentionRow['term'] => retention.find((row) => row.code === code)?.term ?? null;

export function yearsOf(code: RetentionCode): number {
  const term = termOf(code);
  return term && 'years' in term ? term.years : Infinity;
}

/** The term as PostgreSQL reads an interval; a row that stays has none. */
export function intervalOf(code: RetentionCode): string {
  const term = termOf(code);
  if (!term) throw new Error(`No term for ${code}`);
  return 'years' in term ? `${term.years} years` : `${term.days} days`;
}

/** "2 jaar na …", as people read it; a term in days says so, and what stays stays. */
export function termInWords({ term, after }: RetentionRow): string {
  if (!term) return 'Blijft';
  return 'years' in term ? `${term.years} jaar ${after}` : `${term.days} ${term.days === 1 ? 'dag' : 'dagen'} ${after}`;
}

/** What stays of the timeline of somebody nobody knows any more: what happened and when, never a note and never who did it. */
export const countedEvents = [
  'application-received', 'status-reported', 'status-retracted', 'destination-known', 'result-known', 'contact-attempted', 'signal-opened', 'signal-moved', 'signal-closed', 'signal-again',
  'case-opened', 'case-assigned', 'case-offered', 'case-picked-up', 'case-step', 'case-step-undone', 'case-handed-over', 'case-closed', 'case-again', 'case-reopened',
  'support-offered', 'support-accepted', 'support-declined', 'support-completed', 'support-undone', 'in-view', 'in-view-checked', 'in-view-ended', 'summer-called', 'summer-ended',
] as const;
