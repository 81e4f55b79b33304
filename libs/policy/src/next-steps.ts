import type { Status } from './statuses.ts';

/** What a student reads beside an application: whose turn it is and what to do now. Written to the student. */
export interface NextStep {
  readonly code: Status;
  readonly turn: 'jij' | 'de mbo-school' | 'niemand' | 'jij en je mentor';
  readonly dutch: string;
  /** The same from the first day of the programme on, where that says something else. */
  readonly begun?: string;
  readonly because: string;
}

const ASK = 'Praat met je mentor. Samen zoek je een andere plek.';

const BEGUN = 'De lessen zijn begonnen. Was je er nog niet? Ga vandaag, of bel de mbo-school.';

const nextSteps = [
  { code: 'planned', turn: 'jij', dutch: 'Meld je aan bij de mbo-school. Wacht er niet mee.', because: 'Een voornemen is nog geen aanmelding.' },
  { code: 'submitted', turn: 'de mbo-school', dutch: 'Wacht op bericht van de mbo-school. Kijk elke dag in je mail.', because: 'De mbo-school nodigt uit.' },
  { code: 'intake-invited', turn: 'jij', dutch: 'Kies een tijd voor het gesprek en ga erheen.', because: 'Wie niet reageert, valt af.' },
  { code: 'intake-planned', turn: 'jij', dutch: 'Ga naar het gesprek. Kun je niet? Bel de mbo-school vóór die dag.', because: 'Niet komen lijkt op niet willen.' },
  { code: 'intake-held', turn: 'de mbo-school', dutch: 'Wacht op bericht. Duurt het lang? Vraag het aan je mentor.', because: 'De mbo-school beslist.' },
  { code: 'waitlisted', turn: 'de mbo-school', dutch: 'Er is nog geen plek. Bedenk met je mentor een tweede keuze.', because: 'Een reservelijst is geen plek.' },
  { code: 'provisionally-placed', turn: 'jij', dutch: 'Je hebt een plek als je slaagt. Lees wat de mbo-school nog vraagt.', because: 'De voorwaarde is vaak het diploma.' },
  { code: 'admitted', turn: 'jij', dutch: 'Je mag komen. Lees je mail: soms moet je nog iets tekenen.', because: 'Toegelaten is nog niet ingeschreven.' },
  { code: 'place-offered', turn: 'jij', dutch: 'Zeg tegen de mbo-school of je de plek wilt.', because: 'Zonder antwoord gaat de plek naar een ander.' },
  { code: 'place-accepted', turn: 'niemand', dutch: 'Je hebt een plek. Schrijf op wanneer je begint.', begun: BEGUN, because: 'De leerling heeft ja gezegd.' },
  { code: 'enrolled', turn: 'niemand', dutch: 'Je staat ingeschreven. Ga de eerste dag naar school.', begun: BEGUN, because: 'Ingeschreven is niet gestart.' },
  { code: 'started', turn: 'niemand', dutch: 'Je bent begonnen. Succes!', because: 'De mbo-school zag de leerling.' },
  { code: 'not-admitted', turn: 'jij en je mentor', dutch: ASK, because: 'De mbo-school zei nee; er is hulp.' },
  { code: 'withdrawn', turn: 'jij en je mentor', dutch: 'Deze aanmelding is gestopt. Weet je al wat je wel wilt? Vertel het je mentor.', because: 'Wie zich terugtrekt, heeft een plan nodig.' },
  { code: 'redirected', turn: 'jij en je mentor', dutch: 'De mbo-school denkt dat iets anders beter past. Praat erover met je mentor.', because: 'Een ander advies vraagt een nieuwe keuze.' },
  { code: 'no-show', turn: 'jij', dutch: 'De mbo-school zag je niet. Bel je mentor of de mbo-school vandaag.', because: 'Beginnen kan vaak nog.' },
  { code: 'deregistered', turn: 'jij en je mentor', dutch: 'Je bent uitgeschreven. Bel je mentor: er is hulp om verder te gaan.', because: 'Wie stopt, is nog niet klaar.' },
  { code: 'lapsed', turn: 'jij en je mentor', dutch: 'Deze aanmelding telt niet meer. Vraag je mentor wat je nu doet.', because: 'Zonder aanmelding geen plek.' },
] as const satisfies readonly NextStep[];

/** Of whoever started at one place, every other application is over: nobody has to do anything about it. */
const ELSEWHERE = { code: 'lapsed', turn: 'niemand', dutch: 'Hier hoef je niets meer mee. Je bent ergens anders begonnen.', because: 'Wie gestart is, heeft een plek.' } as const satisfies NextStep;

/** What to do about an application, given all of them of the same student and whether its first day was there. */
export function nextStepOf(status: string, all: readonly string[], hasBegun: boolean): NextStep | undefined {
  if (status !== 'started' && all.includes('started')) return ELSEWHERE;
  const step: NextStep | undefined = nextSteps.find(({ code }) => code === status);
  return step && hasBegun && step.begun ? { ...step, dutch: step.begun } : step;
}
