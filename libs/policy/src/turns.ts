/** The next step of a leaver: what it is, who takes it, and how long it usually takes. */
export interface StepRow {
  readonly code: string;
  /** Who must move. */
  readonly who: 'mentor' | 'summer-team' | 'student' | 'parent' | 'college' | 'desk';
  readonly dutch: string;
  /** How long it usually takes, and in which days; null when there is no usual time. */
  readonly norm: { readonly days: number; readonly working: boolean } | null;
  /** Whether its lead time is measured (rules 12). */
  readonly measured: boolean;
  readonly because: string;
}

const days = (count: number) => ({ days: count, working: false }) as const;
const workingDays = (count: number) => ({ days: count, working: true }) as const;

export const turnSteps = [
  { code: 'call', who: 'mentor', dutch: 'bellen en noteren', norm: workingDays(2), measured: false, because: 'Er is een melding; de mentor kent de leerling.' },
  { code: 'summer-call', who: 'summer-team', dutch: 'bellen en noteren', norm: workingDays(5), measured: false, because: 'In de vakantie belt het zomerteam; wie zoekt, hoort elke week iemand.' },
  { code: 'begin', who: 'student', dutch: 'het paspoort beginnen', norm: days(7), measured: false, because: 'Na een week stil gaat er een herinnering.' },
  { code: 'student-part', who: 'student', dutch: 'het eigen deel afmaken', norm: days(18), measured: true, because: 'Regels 12: zo lang duurt het deel van de leerling meestal.' },
  { code: 'mentor-part', who: 'mentor', dutch: 'het mentordeel schrijven', norm: days(7), measured: true, because: 'Regels 12: het deel van de mentor.' },
  { code: 'read-mentor-part', who: 'student', dutch: 'lezen wat de mentor schreef', norm: days(7), measured: true, because: 'Regels 9: de leerling leest het eerst en zegt of het klopt.' },
  { code: 'discuss', who: 'mentor', dutch: 'bespreken wat niet klopt', norm: days(7), measured: false, because: 'De leerling zei nee; eerst praten, dan delen.' },
  { code: 'share', who: 'student', dutch: 'kiezen wie meeleest en delen', norm: days(7), measured: false, because: 'Delen is een keuze van de leerling.' },
  { code: 'parent', who: 'parent', dutch: 'ja of nee zeggen op delen', norm: days(7), measured: true, because: 'Regels 12: akkoord van een ouder, onder 16 jaar.' },
  { code: 'not-shared', who: 'mentor', dutch: 'praten over delen dat niet doorging', norm: days(7), measured: false, because: 'De mentor hoort dat delen niet doorging, niet waarom (ux 5.3).' },
  { code: 'share-again', who: 'student', dutch: 'opnieuw kiezen wie meeleest (16 geworden)', norm: null, measured: false, because: 'Regels 9: op de 16e verjaardag wordt het de leerling opnieuw gevraagd.' },
  { code: 'college-reads', who: 'college', dutch: 'het paspoort openen', norm: workingDays(5), measured: false, because: 'Na vijf werkdagen hoort de mbo-school dat iemand wacht.' },
  { code: 'choose', who: 'student', dutch: 'kiezen en aanmelden', norm: null, measured: false, because: 'De datum is 1 april, geen aantal dagen.' },
  { code: 'answer', who: 'student', dutch: 'de mbo-school antwoorden', norm: days(7), measured: false, because: 'Wie niet reageert, valt af.' },
  { code: 'college-answer', who: 'college', dutch: 'laten weten hoe het verdergaat', norm: days(13), measured: true, because: 'Regels 12: het antwoord van de mbo-school.' },
  { code: 'college-starts', who: 'college', dutch: 'doorgeven wie is gestart', norm: null, measured: false, because: 'Zonder bericht weet niemand wie er is.' },
  { code: 'desk-pick-up', who: 'desk', dutch: 'de zaak oppakken', norm: workingDays(2), measured: true, because: 'Regels 8: binnen 2 werkdagen opgepakt.' },
  { code: 'desk-contact', who: 'desk', dutch: 'contact krijgen', norm: workingDays(10), measured: true, because: 'Regels 8: na 10 werkdagen zonder contact is het te laat.' },
  { code: 'desk-goes-on', who: 'desk', dutch: 'de zaak afmaken', norm: null, measured: false, because: 'Er is contact; hoe lang hulp duurt, zegt geen norm.' },
] as const satisfies readonly StepRow[];

export type TurnStep = (typeof turnSteps)[number]['code'];

interface Standing {
  readonly group: 'act' | 'wait' | 'fine';
  readonly signal: string | null;
  readonly turn: string | null;
  readonly phase: string;
  /** A step of the passport, when that is what comes next. */
  readonly step: string | null;
  /** How far the case at a desk is. */
  readonly caseState: 'new' | 'picked-up' | 'contact' | null;
}

/** The next step of a leaver as a work list knows them; undefined when nobody has to do anything. */
export function nextTurn(standing: Standing): StepRow | undefined {
  const code = standing.group === 'fine' ? undefined : codeOf(standing);
  return turnSteps.find((row) => row.code === code);
}

function codeOf({ signal, turn, phase, step, caseState }: Standing): TurnStep | undefined {
  if (step) return step as TurnStep;
  if (turn === 'mentor') return 'call';
  if (turn === 'summer-team') return 'summer-call';
  if (turn === 'desk') return caseState === 'contact' ? 'desk-goes-on' : caseState === 'picked-up' ? 'desk-contact' : 'desk-pick-up';
  if (turn === 'college') return signal ? 'college-starts' : 'college-answer';
  return phase === 'choosing' || phase === 'applied' ? 'choose' : 'answer';
}

/** Lead times of fewer leavers than this stay hidden (rules 12). */
export const LEAST_MEASURED = 5;
