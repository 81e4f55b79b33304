import { dayShort, daysBetween, workingDaysBetween } from '#platform';
import { nextTurn, signals, turns, type StepRow } from '#policy';

interface Standing {
  readonly group: 'act' | 'wait' | 'fine';
  readonly signal: string | null;
  readonly route: string | null;
  readonly turn: string | null;
  readonly turnSince: string | null;
  readonly phase: string;
  readonly step: string | null;
  readonly caseState: 'new' | 'picked-up' | 'contact' | null;
}

const DESKS: Record<string, string> = {
  leerplicht: 'Leerplicht',
  'help-offer': 'Doorstroompunt',
  doorstroompunt: 'Doorstroompunt',
  'region-queue': 'De regio',
};

/** Who moves next, what is asked and since when: "Jij: bel vandaag", "Mbo-school, sinds 12 maart (9 dagen, meestal 13)". */
export function turnText(standing: Standing, today: string, isMine: boolean): string {
  const { group, signal, turn, turnSince, step } = standing;
  if (group === 'fine') return '';
  const next = nextTurn(standing);
  const since = turnSince ? `, ${sinceText(turnSince, today, next)}` : '';
  if (group === 'act' && !step) return `${isMine ? 'Jij' : 'Mentor'}: ${signals.find(({ code }) => code === signal)?.mentorDoes ?? 'kijk wat er nodig is'}`;
  const who = turn === 'desk' ? DESKS[standing.route ?? ''] : turn === 'mentor' && isMine ? 'Jij' : turns.find(({ code }) => code === turn)?.dutch;
  return `${who ?? 'Leerling'}${step && next ? `: ${next.dutch}` : ''}${since}`;
}

function sinceText(day: string, today: string, next: StepRow | undefined): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'sinds vandaag';
  const norm = next?.norm;
  const took = norm?.working ? workingDaysBetween(day, today) : days;
  const unit = norm?.working ? (took === 1 ? 'werkdag' : 'werkdagen') : took === 1 ? 'dag' : 'dagen';
  return `sinds ${dayShort(day, today)} (${took} ${unit}${norm ? `, meestal ${norm.days}` : ''})`;
}

/** How long ago somebody was last heard of. */
export function agoText(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'vandaag';
  return days === 1 ? 'gisteren' : `${days} dagen geleden`;
}
