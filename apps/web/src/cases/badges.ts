import type { CaseFacts, CaseRow } from '#alerts';
import { dayShort } from '#platform';
import { closedAs, signals } from '#policy';

export interface Badge {
  readonly tone: 'must' | 'next' | 'other' | 'good';
  readonly text: string;
}

type Known = Pick<CaseRow & CaseFacts, 'closedOn' | 'contactedOn' | 'lastAttemptOn' | 'isPickedUp' | 'isLate' | 'openedOn' | 'days'>;

/** What to know at a glance, most pressing first; nothing when only the signal itself tells. */
function badgeOf({ closedOn, contactedOn, lastAttemptOn, isPickedUp, isLate, openedOn, days }: Known, today: string): Badge | undefined {
  if (closedOn) return { tone: 'good', text: `Afgesloten op ${dayShort(closedOn, today)}` };
  if (isLate) return { tone: 'must', text: `${days} werkdagen ${isPickedUp ? 'geen contact' : 'niet opgepakt'}` };
  if (contactedOn) return { tone: 'other', text: `Contact op ${dayShort(contactedOn, today)}` };
  if (lastAttemptOn) return { tone: 'other', text: `Geprobeerd op ${dayShort(lastAttemptOn, today)}` };
  if (openedOn === today) return { tone: 'next', text: 'Nieuw vandaag' };
  return undefined;
}

export const signalOf = (code: string): string => signals.find((row) => row.code === code)?.dutch ?? '';

/** On a list a closed case says how it ended, and a case in which nothing was done what it is about. */
export function listBadge(row: CaseRow, today: string): Badge {
  const outcome = closedAs(row);
  if (row.closedOn && outcome) return { tone: 'good', text: outcome.charAt(0).toUpperCase() + outcome.slice(1) };
  if (row.isAsked) return { tone: 'next', text: 'Overnemen gevraagd' };
  if (row.isIntakeLate && !row.waitsForAnswer) return { tone: 'must', text: `Te laat: ${row.days} werkdagen zonder intake` };
  if (row.group === 'offered') return { tone: 'next', text: 'Is 18 geworden' };
  if (row.waitsForAnswer) return { tone: row.isLate ? 'must' : 'other', text: 'Wacht op antwoord van een ander' };
  const badge = badgeOf(row, today) ?? { tone: row.owner ? 'other' : 'next', text: signalOf(row.signal) };
  return row.group === 'information' ? { ...badge, tone: 'other' } : badge;
}

export const caseBadge = (facts: CaseFacts, today: string): Badge => badgeOf(facts, today) ?? { tone: 'other', text: 'Nog geen contact' };
