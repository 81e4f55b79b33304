import type { Persona } from '../persona.ts';
import { inCases } from './cases.ts';
import { inHandOvers, inReminders } from './hand-overs.ts';
import { moreInRoutes } from './more-routes.ts';
import { moreInSignals } from './more-signals.ts';
import { inRoutes } from './routes.ts';
import { inSignals } from './signals.ts';

export const personas: readonly Persona[] = [...inSignals, ...moreInSignals, ...inRoutes, ...moreInRoutes, ...inCases, ...inHandOvers, ...inReminders];
