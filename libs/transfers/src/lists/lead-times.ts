import type { Actor, Tx } from '#platform';

export interface LeadTime {
  /** A row of turnSteps. */
  readonly step: string;
  /** The middle one, in the days of the norm of this step. */
  readonly days: number;
  readonly leavers: number;
}

/** How long finished steps took at the own school; steps of too few leavers are left out. */
export const leadTimes = (tx: Tx, actor: Actor, today: string): Promise<LeadTime[]> =>
  tx.read<LeadTime & Record<string, unknown>>(actor, { text: TIMES, values: [today] });

const TIMES = 'select step, days::float8 as days, leavers from app.lead_times($1)';
