import { destinations } from './destinations.ts';

/** How a case can end (rules 8: the words of the yearly outcome report). */
export interface OutcomeRow {
  readonly code: string;
  readonly dutch: string;
  /** What is then known about where the leaver went; null when the college has yet to report it. */
  readonly destination: string | null;
  readonly because: string;
}

export const outcomes = [
  { code: 'full-time', dutch: 'volgt een voltijdopleiding', destination: null, because: 'School of bol.' },
  { code: 'bbl', dutch: 'volgt een bbl-opleiding', destination: null, because: 'Leren en werken.' },
  { code: 'work', dutch: 'werkt', destination: 'work', because: 'Werk zonder zicht op een startkwalificatie.' },
  { code: 'care', dutch: 'krijgt hulp of zorg', destination: 'care', because: 'Zorg, opvang of detentie.' },
  { code: 'no-day-activity', dutch: 'zonder dagbesteding afgesloten', destination: null, because: 'Alles geprobeerd; de jongere blijft in beeld.' },
  { code: 'moved', dutch: 'verhuisd of niet te vinden', destination: null, because: 'Buiten bereik van deze regio; waar iemand heen ging, weten we niet.' },
  { code: 'other', dutch: 'anders', destination: null, because: 'Past nergens anders; de notitie zegt waarom.' },
  { code: 'signal-gone', dutch: 'melding vervallen', destination: null, because: 'De school heeft de melding hersteld.' },
] as const satisfies readonly OutcomeRow[];

export type Outcome = (typeof outcomes)[number]['code'];

/** What a case worker can choose on the case page: three clicks, in the words of rules 8. */
export interface CaseChoiceRow {
  readonly code: string;
  readonly dutch: string;
  readonly effect: 'attempt' | 'close' | 'hand-over';
  readonly outcome: Outcome | null;
  /** Asks which kind of course before it closes. */
  readonly asksCourse: boolean;
  /** Stands under the choice, where a neighbour is easily meant instead. */
  readonly hint?: string;
  readonly because: string;
}

export const caseChoices = [
  { code: 'no-contact', dutch: 'Geen contact gekregen', effect: 'attempt', outcome: null, asksCourse: false, because: 'De zaak blijft open.' },
  { code: 'contact', dutch: 'Contact gehad, het loopt nog', effect: 'attempt', outcome: null, asksCourse: false, because: 'De klok van 10 werkdagen zonder contact stopt.' },
  { code: 'starts-after-all', dutch: 'Start alsnog', effect: 'close', outcome: null, asksCourse: true, because: 'Op de school die een plek gaf.' },
  { code: 'other-school', dutch: 'Gaat naar een andere school', effect: 'close', outcome: null, asksCourse: true, because: 'Ergens anders ingeschreven.' },
  { code: 'works', dutch: 'Gaat werken', effect: 'close', outcome: 'work', asksCourse: false, because: 'Werk zonder zicht op een startkwalificatie.' },
  { code: 'gets-help', dutch: 'Krijgt hulp of zorg', effect: 'close', outcome: 'care', asksCourse: false, because: 'Eerst zorg, dan school.' },
  { code: 'has-moved', dutch: 'Verhuisd', effect: 'close', outcome: 'moved', asksCourse: false, hint: 'De zaak sluit. Moet een andere regio verder? Kies dan ‘Hoort niet bij ons’.', because: 'Of niet te vinden.' },
  { code: 'not-ours', dutch: 'Hoort niet bij ons', effect: 'hand-over', outcome: null, asksCourse: false, hint: 'Je vraagt het aan een ander bureau of een andere regio.', because: 'Een ander bureau of een andere regio moet ja zeggen; wie het niet weet, geeft het aan de eigen regio. Nooit naar niemand.' },
  { code: 'something-else', dutch: 'Anders', effect: 'close', outcome: 'other', asksCourse: false, because: 'Leg uit in de notitie.' },
] as const satisfies readonly CaseChoiceRow[];

export type CaseChoice = (typeof caseChoices)[number]['code'];

const COURSES = { 'full-time': 'voltijd of bol', bbl: 'bbl' } as const;
const startsSmall = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The words of a choice as it stands in the form, with the course that it asked for. */
export function choiceText(choice: CaseChoice, course: string | null): string {
  const row = caseChoices.find(({ code }) => code === choice);
  const asked = row?.asksCourse ? COURSES[course as keyof typeof COURSES] : undefined;
  return [row?.dutch, asked].filter(Boolean).join(', ');
}

/** How a case ended: in the words of who chose it; without a choice by what became known, with where somebody went when that says more. */
export function closedAs({ choice, outcome, destination }: { readonly choice?: string | null; readonly outcome: string | null; readonly destination?: string | null }): string | undefined {
  const row = caseChoices.find(({ code }) => code === choice);
  if (row) return startsSmall(choiceText(row.code, outcome));
  const dutch = outcomes.find(({ code }) => code === outcome)?.dutch;
  const where = destinations.find(({ code, outcome: ends }) => code === destination && ends === outcome && outcome !== 'work' && outcome !== 'care')?.dutch;
  return dutch && where ? `${dutch} (${where})` : dutch;
}

/** What who has a case reads in the digest when somebody else told something about it; what it was stands in the story. */
export const CASE_NEWS = {
  dutch: 'Nieuws over zaken van jou',
  line: 'Zaken',
  subject: { one: 'Er is nieuws over 1 zaak van jou', more: 'Er is nieuws over # zaken van jou' },
  asks: 'Lees wat een ander meldde, en beslis of je verdergaat',
  /** What a school tells while somebody has the case; the answer of another desk stands on its page already. */
  kinds: ['destination-known', 'summer-called', 'summer-call-undone'],
  because: 'Wat een school of zomerteam meldt, sluit geen zaak die iemand heeft. Die leest het en beslist.',
} as const;

/** Terms of an open case. Working days are Monday to Friday. */
export const caseClocks = [
  { code: 'pick-up', workingDays: 2, dutch: 'opgepakt', because: 'Elke dag telt: na twee weken is een jongere de school kwijt.' },
  { code: 'contact', workingDays: 10, dutch: 'contact gehad', because: 'Regionale afspraak: binnen twee weken gesproken.' },
  { code: 'intake', workingDays: 20, dutch: 'intake gehouden', because: 'Regionale afspraak: binnen vier weken een gesprek.' },
] as const;

/** What the coordinator of a desk hears of, once per case (rules 8); what is only asked is not late. */
export const clockWarnings = [
  { code: 'asked', dutch: 'Gevraagd om over te nemen', because: 'Een ander bureau of een andere regio wacht op ja of nee; zonder bericht merkt niemand de vraag.' },
  { code: 'region-asked', dutch: 'Aan jullie regio gevraagd om over te nemen', because: 'De regiobeheerder kiest een bureau, of zegt nee.' },
  { code: 'pick-up', dutch: 'Niet op tijd opgepakt', because: 'Niemand heeft de zaak.' },
  { code: 'contact', dutch: 'Te lang geen contact', because: 'De jongere is na twee weken niet gesproken.' },
  { code: 'intake', dutch: 'Te lang geen intake', because: 'Na vier weken is er geen echt gesprek geweest.' },
  { code: 'region-hand-over', dutch: 'Geen antwoord van jullie regio op een vraag om over te nemen', because: 'De regiobeheerder kiest een bureau, of zegt nee.' },
  { code: 'region-queue', dutch: 'Te lang zonder bureau', because: 'Een zaak in de wachtrij is van niemand. De regiobeheerder kiest een bureau.' },
  { code: 'hand-over', dutch: 'Geen antwoord op een vraag om over te nemen', because: 'Beide bureaus horen het; zo valt niemand ertussen.' },
] as const;

export const ASKED_CLOCKS: readonly string[] = ['asked', 'region-asked'];

/** What the yearly outcome report asks of each young person, in this order (rules 8). */
export const caseSteps = [
  { code: 'approached', dutch: 'Benaderd', because: 'De eerste poging, ook zonder gehoor. Dat houden we zelf bij.' },
  { code: 'intake', dutch: 'Intake gehouden', because: 'Het eerste echte gesprek: wat is er, en wat wil de jongere?' },
  { code: 'trajectory', dutch: 'Begeleiding gestart', because: 'In het verslag: traject gestart. De route is afgesproken.' },
  { code: 'trajectory-ended', dutch: 'Begeleiding klaar', because: 'In het verslag: traject beëindigd. De uitkomst zegt waarmee.' },
] as const;

export type CaseStep = (typeof caseSteps)[number]['code'];

/** Why a closed case opens again. */
export const reopenings = [
  { code: 'mistake', dutch: 'Verkeerd gekozen', because: 'Een verkeerde klik moet terug te draaien zijn.' },
  { code: 'back', dutch: 'De jongere is terug', because: 'Het liep anders dan gedacht; dan gaat dezelfde zaak verder.' },
] as const;

export const caseTerms = {
  reopenDays: 183,
  nextTryWorkingDays: 3,
  presenceMinutes: 10,
  because: 'Een half jaar terug is nog hetzelfde verhaal, daarna een nieuwe zaak. Drie werkdagen rust, dan opnieuw bellen. Na tien minuten is een geopende bladzijde oud.',
} as const;

/** What a college reads beside an application of who did not start with them, once the desk is done: that, and never with what. */
export const collegeReads = {
  dutch: 'Het bureau heeft afgerond',
  because: 'De mbo-school meldde het en mag weten dat iemand ermee klaar is. Werk, zorg of een andere school gaat haar niet aan: de uitkomst leest zij niet (regels 10).',
} as const;

/** What a mentor notes about a leaver with an open signal. */
export const mentorChoices = [
  { code: 'no-contact', dutch: 'Geen contact gekregen', destination: null, because: 'De leerling blijft bij Nu iets doen.' },
  { code: 'spoken', dutch: 'Gesproken, het loopt', destination: null, because: 'De leerling gaat naar Wacht op iemand anders.' },
  { code: 'other-route', dutch: 'Gaat iets anders doen', destination: 'asked', because: 'Een bekende bestemming sluit het signaal.' },
  { code: 'deceased', dutch: 'Is overleden', destination: 'deceased', because: 'Dat is niet ‘iets anders gaan doen’. Alles stopt meteen, en geen lijst zegt waarom (regels 7).' },
] as const;
