import { SUMMER_ENDS } from './people.ts';

/** What somebody of a summer team taps after a call. */
export interface SummerOutcomeRow {
  readonly code: string;
  readonly dutch: string;
  /** Working days until the next try, filled in beforehand; null: no next try. */
  readonly again: number | null;
  /** What is then known about where the leaver goes. */
  readonly destination: string | null;
  readonly spoken: boolean;
  readonly because: string;
}

export const summerOutcomes = [
  { code: 'no-answer', dutch: 'Geen gehoor', again: 3, destination: null, spoken: false, because: 'Na drie werkdagen nog eens, op een ander uur.' },
  { code: 'has-place', dutch: 'Gesproken: heeft een plek', again: 10, destination: null, spoken: true, because: 'De mbo-school meldt het nog; na twee weken kijken we of dat is gebeurd.' },
  { code: 'still-looking', dutch: 'Gesproken: zoekt nog', again: 5, destination: null, spoken: true, because: 'Wie zoekt, hoort elke week iemand.' },
  { code: 'goes-working', dutch: 'Gesproken: gaat werken', again: null, destination: 'work', spoken: true, because: 'Een bekende bestemming sluit de melding. Loopt er een zaak, dan vragen we eerst of die mag sluiten. Ongedaan maken kan dezelfde dag.' },
  { code: 'wants-help', dutch: 'Gesproken: wil hulp', again: 1, destination: null, spoken: true, because: 'Staat de volgende werkdag bovenaan, tot iemand weer belt.' },
  { code: 'wrong-number', dutch: 'Verkeerd nummer', again: 1, destination: null, spoken: false, because: 'Zoek een ander nummer, bijvoorbeeld bij de ouders of op school.' },
] as const satisfies readonly SummerOutcomeRow[];

export type SummerOutcome = (typeof summerOutcomes)[number]['code'];

/** Why a leaver is no longer on a list. */
export const summerEndings = [
  { code: 'started', dutch: 'is gestart', because: 'Daar was het om te doen.' },
  { code: 'destination-known', dutch: 'gaat iets anders doen', because: 'Bekend is waar de leerling heen gaat.' },
  { code: 'placed', dutch: 'heeft een plek', because: 'Er is een plek en geen melding.' },
  { code: 'no-team', dutch: 'er is geen zomerteam meer', because: 'Zonder team is de mentor weer aan zet.' },
  { code: 'summer-over', dutch: 'de zomeractie is voorbij', because: 'Vanaf 1 oktober belt het zomerteam niet meer mee.' },
  { code: 'closed', dutch: 'gesloten', because: 'Na een overlijden staat er nergens een reden.' },
] as const;

/** The one thing that a mail asks of a student, by where they stand: the first that holds. */
export const summerTasks = [
  { code: 'no-application', asks: 'Meld je aan bij één opleiding. Dat kan in de zomer ook.', because: 'Zonder aanmelding is er geen plek.' },
  { code: 'not-started', asks: 'Bel je nieuwe school en vraag wanneer je kunt beginnen.', because: 'Tot 1 oktober kan iemand nog instappen.' },
  { code: 'no-place', asks: 'Bel de school waar je je aanmeldde. Vraag hoe het staat.', because: 'Een school die niets zegt, wacht soms op de leerling.' },
] as const;

export type SummerTask = (typeof summerTasks)[number]['code'];

/** How a summer goes (rules 10). */
export const summerRules = {
  lasts: { until: SUMMER_ENDS, because: 'Regels 10: het zomerteam ziet de lijst tot en met 30 september.' },
  whose: { because: 'Het team van de school; heeft de school er geen, dan dat van de woongemeente. Nooit twee teams voor één leerling.' },
  turn: { because: 'Tot de eerste schooldag na de zomer is het team aan zet. Daarna weer de mentor: die hoort van elke startmelding (regels 6 en 7). Het team belt mee tot en met 30 september.' },
  calling: { minutes: 30, because: 'Zo lang staat er ‘wordt nu gebeld door’. Wie ophangt zonder iets te tikken, houdt niemand op.' },
  told: { again: 10, because: 'Heeft iemand van een bureau de zaak, dan sluit die niet door een telefoontje van een ander. Het bureau leest het en beslist; na twee weken kijkt het zomerteam of dat is gebeurd.' },
  mails: { everyDays: 7, from: '10:00', because: 'Hoogstens één mail per week, op een werkdag. De zomervakantie houdt deze mails niet tegen: dan gaat het mis.' },
} as const;
