import type { AccessAct } from './access.ts';

/** What a key for a program opens. Never more than its owner may do, and only at addresses that answer programs. */
export interface ScopeRow {
  readonly code: string;
  readonly dutch: string;
  readonly acts: readonly AccessAct[];
  readonly because: string;
}

export const scopes = [
  { code: 'signals:read', dutch: 'Signalen lezen', acts: ['leaver:list', 'case:list'], because: 'Een eigen overzicht toont wie nu iets nodig heeft en wie aan zet is. Elke leerling komt in het logboek.' },
  { code: 'files:bring', dutch: 'Bestanden brengen', acts: ['file:bring'], because: 'Een school levert elke nacht vanzelf. Importeren en terugdraaien blijft werk van een mens.' },
] as const satisfies readonly ScopeRow[];

export type Scope = (typeof scopes)[number]['code'];

/** How long a key may live, in days; a year at most, so that a forgotten one ends by itself. */
export const keyDays = [30, 90, 180, 365] as const;
export const USUAL_KEY_DAYS = 90;
export const MOST_KEYS = 20;
