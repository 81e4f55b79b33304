import { caseChoices, caseSteps, closedAs, mentorChoices, outcomes, reopenings } from './cases.ts';
import { coachEndings, coachNotes } from './coaching.ts';
import { desks } from './desks.ts';
import { destinations } from './destinations.ts';
import { examResults, exitProfiles } from './education.ts';
import { inViewEndings, inViewFound, inViewReasons } from './in-view.ts';
import { signals } from './signals.ts';
import { LAPSED_ELSEWHERE, statuses } from './statuses.ts';
import { summerEndings, summerOutcomes } from './summer.ts';
import { supportOfferKinds } from './support-offers.ts';

/** How a kind of event reads on a timeline. `{was}` and `{became}` are the stored values in the words of the vocabulary. */
export interface EventRow {
  readonly code: string;
  readonly sentence: string;
  /** When the event has no value: what was known is wiped, or no reason is told. */
  readonly without?: string;
  readonly says?: keyof typeof vocabularies;
  readonly because: string;
}

/** Why a signal closed by itself. */
export const signalEndings = [
  { code: 'started', dutch: 'de mbo-school zag de leerling' },
  { code: 'destination-known', dutch: 'bekend is waar de leerling heen gaat' },
  { code: 'placed', dutch: 'er is een plek' },
  { code: 'applied', dutch: 'er loopt een aanmelding' },
  { code: 'corrected', dutch: 'de gegevens zijn hersteld' },
] as const;

const vocabularies = {
  status: statuses,
  signal: signals,
  ending: signalEndings,
  outcome: outcomes,
  route: desks.map(({ route, dutch }) => ({ code: route, dutch })),
  destination: destinations,
  result: examResults,
  summer: summerOutcomes.map(({ code, dutch }) => ({ code, dutch: dutch.toLowerCase() })),
  summerEnding: summerEndings,
  support: supportOfferKinds,
  profile: exitProfiles,
  step: caseSteps,
  reopening: reopenings,
  found: inViewFound,
  viewed: inViewReasons,
  returned: inViewEndings,
  coaching: coachNotes,
  coachEnding: coachEndings,
  choice: [...mentorChoices, ...caseChoices],
} as const;

export const events = [
  { code: 'application-received', sentence: 'Aanmelding ontvangen.', because: 'De mbo-school bracht de aanmelding.' },
  { code: 'status-reported', sentence: '{became}.', says: 'status', because: 'De mbo-school meldt; elke melding blijft staan.' },
  { code: 'status-retracted', sentence: 'Teruggenomen: {became}.', without: 'Een status teruggenomen.', says: 'status', because: 'Een vergissing verdwijnt niet; zij wordt teruggenomen.' },
  { code: 'tied', sentence: 'Aanmelding gekoppeld aan deze leerling.', because: 'Vanaf nu telt de aanmelding mee.' },
  { code: 'untied', sentence: 'Aanmelding losgemaakt van deze leerling.', because: 'De koppeling klopte niet.' },
  { code: 'tie-refused', sentence: 'De aanmelding hoort bij niemand van de leerlingen.', because: 'De regio keek en vond niemand.' },
  { code: 'young-person-entered', sentence: 'Ingevoerd, zonder school in Overstap.', because: 'De gemeente of een bureau stuurt wie geen school heeft.' },
  { code: 'application-noted', sentence: 'Zelf genoteerd: {became}.', says: 'status', because: 'Een keuze of aanmelding die de mbo-school nog niet meldde.' },
  { code: 'noted-withdrawn', sentence: 'Wat zelf was genoteerd, is weggehaald.', because: 'Het telt niet meer mee.' },
  { code: 'noted-restored', sentence: 'Wat zelf was genoteerd, is teruggezet.', because: 'Weghalen was een vergissing.' },
  { code: 'noted-confirmed', sentence: 'De mbo-school bevestigde wat zelf was genoteerd.', because: 'Vanaf nu telt wat de mbo-school meldt.' },
  { code: 'choices-moved', sentence: 'De volgorde van de keuzes is veranderd.', because: 'Wie iemands volgorde verandert, laat dat zien; de volgorde zelf gaat geen mbo-school aan.' },
  { code: 'destination-known', sentence: 'Bestemming bekend: {became}.', without: 'Toch geen andere route: bestemming gewist.', says: 'destination', because: 'Een bekende bestemming sluit het signaal.' },
  { code: 'exit-profile-known', sentence: 'Uitstroomprofiel: {became}.', without: 'Uitstroomprofiel gewist.', says: 'profile', because: 'Het profiel bepaalt mee wie er helpt (regels 6, rij 4).' },
  { code: 'result-known', sentence: 'Uitslag bekend: {became}.', without: 'Uitslag gewist.', says: 'result', because: 'De uitslag bepaalt mee wie er helpt.' },
  { code: 'contact-attempted', sentence: '{became}.', says: 'choice', because: 'Elke poging telt, ook zonder gehoor.' },
  { code: 'signal-opened', sentence: 'Melding: {became}.', says: 'signal', because: 'De dagelijkse controle zag dit.' },
  { code: 'signal-moved', sentence: 'Melding gaat van {was} naar {became}.', says: 'signal', because: 'Eén verhaal, geen tweede alarm.' },
  { code: 'signal-closed', sentence: 'Melding weg: {became}.', without: 'Melding weg.', says: 'ending', because: 'Een signaal sluit vanzelf en zegt waarom.' },
  { code: 'case-opened', sentence: 'Zaak geopend: {became}.', without: 'Zaak geopend.', says: 'route', because: 'Een startmelding gaat naar een bureau.' },
  { code: 'case-assigned', sentence: 'Zaak aan een bureau gegeven: {became}.', without: 'Zaak aan een bureau gegeven.', says: 'route', because: 'Eerst had de zaak geen bureau.' },
  { code: 'case-taken-back', sentence: 'Zaak terug bij de regio.', because: 'De regio koos een ander bureau voordat iemand de zaak oppakte.' },
  { code: 'case-offered', sentence: 'Zaak aangeboden aan het Doorstroompunt.', because: 'Bij 18 jaar; niets gaat stilzwijgend over.' },
  { code: 'case-picked-up', sentence: 'Zaak opgepakt.', because: 'Iemand van het bureau heeft de zaak.' },
  { code: 'case-taken-over', sentence: 'Zaak overgenomen van een collega.', because: 'Eén naam per zaak, en te zien wie het was.' },
  { code: 'case-released', sentence: 'Zaak losgelaten: een ander kan hem oppakken.', because: 'Wie weg is of te vol zit, houdt niets vast.' },
  { code: 'case-step', sentence: '{became}.', says: 'step', because: 'De woorden van het jaarlijkse verslag.' },
  { code: 'case-step-undone', sentence: 'Teruggenomen: {became}.', says: 'step', because: 'Een verkeerde dag verdwijnt niet; zij wordt teruggenomen.' },
  { code: 'support-offered', sentence: 'Aangeboden: {became}.', says: 'support', because: 'Alleen bureaus lezen het; wie welke hulp krijgt, gaat de school niet aan.' },
  { code: 'support-accepted', sentence: 'Aangenomen: {became}.', says: 'support', because: 'De jongere doet mee.' },
  { code: 'support-declined', sentence: 'Niet aangenomen: {became}.', says: 'support', because: 'Het was er, en het paste niet.' },
  { code: 'support-completed', sentence: 'Afgerond: {became}.', says: 'support', because: 'Tot het eind meegedaan.' },
  { code: 'support-undone', sentence: 'Teruggenomen: {became}.', says: 'support', because: 'Een vergissing verdwijnt niet; zij wordt teruggenomen.' },
  { code: 'case-planned', sentence: 'Plan bijgewerkt.', because: 'Wat erin staat, leest alleen het bureau zelf.' },
  { code: 'case-hand-over-asked', sentence: 'Gevraagd of een ander bureau de zaak overneemt.', because: 'Tot het antwoord blijft de zaak waar hij is.' },
  { code: 'case-hand-over-withdrawn', sentence: 'Vraag om over te nemen ingetrokken.', because: 'Toch zelf verder.' },
  { code: 'case-hand-over-refused', sentence: 'Niet overgenomen: de zaak blijft bij het bureau.', because: 'Een zaak valt nooit tussen twee bureaus.' },
  { code: 'case-offer-declined', sentence: 'Aanbod bij 18 jaar niet aangenomen: de zaak blijft bij leerplicht.', because: 'Niets gaat stilzwijgend over, ook niet terug.' },
  { code: 'case-handed-over', sentence: 'Zaak overgedragen.', because: 'Hoorde niet bij dit bureau.' },
  { code: 'case-closed', sentence: 'Zaak gesloten: {became}.', without: 'Zaak gesloten.', says: 'outcome', because: 'De mentor krijgt één regel terug.' },
  { code: 'signal-again', sentence: 'Melding weer open: {became}.', says: 'signal', because: 'Wat de melding sloot, is dezelfde dag teruggenomen; het is geen nieuw alarm.' },
  { code: 'case-again', sentence: 'Zaak weer open: sluiten was een vergissing.', because: 'Een verkeerde tik is teruggenomen; alles staat zoals het stond.' },
  { code: 'case-reopened', sentence: 'Zaak weer open. {became}.', without: 'Zaak weer open.', says: 'reopening', because: 'De uitkomst klopte niet, of de jongere is terug.' },
  { code: 'agreement-made', sentence: 'Afspraak gemaakt aan de Overstaptafel.', because: 'Wat is afgesproken, staat bij de leerling; de tekst gaat na de bewaartijd weg.' },
  { code: 'agreement-done', sentence: 'Afspraak van de Overstaptafel is klaar.', because: 'Iedereen ziet dat het is gedaan.' },
  { code: 'agreement-open', sentence: 'Afspraak van de Overstaptafel staat weer open.', because: 'Te vroeg afgevinkt.' },
  { code: 'agreement-removed', sentence: 'Afspraak van de Overstaptafel weggehaald.', because: 'Een vergissing verdwijnt niet van de tijdlijn.' },
  { code: 'school-report-sent', sentence: 'De school stuurde haar deel naar de mbo-school.', because: 'De wet staat het toe; de leerling ziet wie het deed en wanneer.' },
  { code: 'school-report-taken-back', sentence: 'De school nam haar deel terug bij de mbo-school.', because: 'Een vergissing verdwijnt niet; zij wordt teruggenomen.' },
  { code: 'student-reminded', sentence: 'De mentor stuurde een herinnering.', because: 'De leerling en de school zien wat er gevraagd is en wanneer.' },
  { code: 'in-view', sentence: 'In beeld: {became}.', says: 'viewed', because: 'Elk kwartaal kijkt iemand, tot de jongere terug is of de leeftijdsgrens komt.' },
  { code: 'in-view-checked', sentence: 'Gecontroleerd: {became}.', says: 'found', because: 'Wat iemand bij de controle vond.' },
  { code: 'in-view-ended', sentence: 'Niet meer in beeld: {became}.', says: 'returned', because: 'Terug op school of aan het werk, of te oud.' },
  { code: 'in-view-again', sentence: 'Toch weer in beeld.', because: 'Wie het sloot, herstelde dat.' },
  { code: 'in-view-offered', sentence: 'In beeld: aangeboden aan het Doorstroompunt.', because: 'Bij 18 jaar; niets gaat stilzwijgend over.' },
  { code: 'in-view-taken', sentence: 'In beeld: overgenomen door het Doorstroompunt.', because: 'Het Doorstroompunt nam het aan.' },
  { code: 'in-view-moved', sentence: 'In beeld bij een ander bureau: de jongere is verhuisd.', because: 'De woongemeente bepaalt wie kijkt.' },
  { code: 'summer-passed', sentence: 'Op de lijst van het zomerteam.', because: 'In de zomer is de school dicht; het team belt.' },
  { code: 'summer-called', sentence: 'Zomerteam: {became}.', says: 'summer', because: 'Elke poging telt, ook zonder gehoor.' },
  { code: 'summer-call-undone', sentence: 'Zomerteam, teruggenomen: {became}.', says: 'summer', because: 'Een verkeerde tik verdwijnt niet; zij wordt teruggenomen.' },
  { code: 'summer-ended', sentence: 'Terug bij de mentor na de zomeractie: {became}.', says: 'summerEnding', because: 'De mentor leest wat er in de zomer is gebeurd.' },
  { code: 'coach-asked', sentence: 'Overstapcoach gevraagd.', because: 'De leerling beslist; onder 16 ook een ouder.' },
  { code: 'coach-refused', sentence: 'Geen overstapcoach: {became}.', says: 'coachEnding', because: 'Nee is ook een antwoord; de coach zag niets.' },
  { code: 'coach-added', sentence: 'Een overstapcoach kijkt mee.', because: 'De leerling zei ja; iedereen rond de leerling weet het.' },
  { code: 'coach-noted', sentence: 'Overstapcoach: {became}.', says: 'coaching', because: 'Wie de coach vroeg, ziet hoe het gaat.' },
  { code: 'coach-ended', sentence: 'De overstapcoach kijkt niet meer mee.', because: 'Vanaf dat moment ziet de coach niets meer. Waarom, leest alleen wie de coach vroeg.' },
  { code: 'student-invited', sentence: 'Uitgenodigd voor Overstap, met een mail.', because: 'De leerling kan er zelf in.' },
  { code: 'sign-in-code-given', sentence: 'Code gegeven om in te loggen.', because: 'Wie een code kent, kan erin: de leerling ziet wie hem gaf.' },
  { code: 'sign-in-letter-made', sentence: 'Inlogbrief gemaakt.', because: 'Wie de brief heeft, kan erin: de leerling ziet wie hem maakte.' },
  { code: 'guardian-allowed', sentence: 'Een ouder of verzorger mag meelezen.', because: 'Onder 16 bevestigt de mentor; daarna beslist de leerling.' },
  { code: 'guardian-letter-made', sentence: 'Brief met een code gemaakt voor een ouder of verzorger.', because: 'Wie de brief heeft, leest mee: de leerling ziet wie hem maakte.' },
  { code: 'guardian-stopped', sentence: 'Een ouder of verzorger leest niet meer mee.', because: 'Door de leerling gestopt, of er mag geen contact zijn.' },
] as const satisfies readonly EventRow[];

export type EventKind = (typeof events)[number]['code'];

interface Happened {
  readonly kind: string;
  readonly was?: string | null;
  readonly became?: string | null;
  /** Who said it: a person, a file, or the service itself. */
  readonly source?: string;
}

/** What happened, in one Dutch sentence; a kind that no row knows is a mistake of ours. */
export function sentenceOf({ kind, was, became, source }: Happened): string {
  if (source === 'sweep' && kind.startsWith('status-')) return asSentence(kind === 'status-reported' ? LAPSED_ELSEWHERE.others : LAPSED_ELSEWHERE.back);
  const row: EventRow | undefined = events.find(({ code }) => code === kind);
  if (!row) throw new Error(`No event row ${kind}`);
  if (!became && row.without) return row.without;
  if (kind === 'case-closed' && was === 'started') return `Zaak gesloten: gestart gemeld, ${wordOf('outcome', became ?? '')}.`;
  if (kind === 'case-closed' && was) return `Zaak gesloten: ${closedAs({ choice: was, outcome: became ?? null })}.`;
  const inDutch = (value?: string | null): string => wordOf(row.says, value ?? '');
  const sentence = row.sentence.replace('{was}', inDutch(was)).replace('{became}', inDutch(became));
  return asSentence(sentence, '');
}

const asSentence = (text: string, end = '.'): string => text.charAt(0).toUpperCase() + text.slice(1) + end;

function wordOf(says: EventRow['says'], value: string): string {
  const words: readonly { readonly code: string; readonly dutch: string }[] = says ? vocabularies[says] : [];
  const dutch = words.find(({ code }) => code === value)?.dutch ?? value;
  if (says === 'found') return dutch.toLowerCase();
  return says === 'signal' ? `‘${dutch.toLowerCase()}’` : dutch;
}
