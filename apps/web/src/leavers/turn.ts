import { daysBetween } from '#platform';
import { signals, turns } from '#policy';

interface Standing {
  readonly group: 'act' | 'wait' | 'fine';
  readonly signal: string | null;
  readonly route: string | null;
  readonly turn: string | null;
  readonly turnSince: string | null;
}

const DESKS: Record<string, string> = {
  leerplicht: 'Leerplicht',
  'help-offer': 'Doorstroompunt',
  doorstroompunt: 'Doorstroompunt',
  'region-queue': 'De regio',
};

/** Who moves next and since when, in words: "Jij: bel vandaag", "Mbo-school, sinds 12 dagen". */
export function turnText(standing: Standing, today: string, isMine: boolean): string {
  const { group, signal, turn, turnSince } = standing;
  if (group === 'fine') return '';
  if (group === 'act') return `${isMine ? 'Jij' : 'Mentor'}: ${signals.find(({ code }) => code === signal)?.mentorDoes ?? 'kijk wat er nodig is'}`;
  const who = turn === 'desk' ? DESKS[standing.route ?? ''] : turns.find(({ code }) => code === turn)?.dutch;
  const since = turnSince ? `, ${sinceText(turnSince, today)}` : '';
  return `${who ?? 'Leerling'}${since}`;
}

function sinceText(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'sinds vandaag';
  return days === 1 ? 'sinds gisteren' : `sinds ${days} dagen`;
}

/** How long ago somebody was last heard of. */
export function agoText(day: string, today: string): string {
  const days = daysBetween(day, today);
  if (days <= 0) return 'vandaag';
  return days === 1 ? 'gisteren' : `${days} dagen geleden`;
}
