import type { CaseFacts } from '#alerts';
import { addWorkingDays } from '#platform';
import { caseClocks, caseSteps, paths, type CaseStep } from '#policy';

const dayOf = (facts: CaseFacts): Readonly<Record<CaseStep, string | null>> => ({
  approached: facts.approachedOn,
  intake: facts.intakeOn,
  trajectory: facts.trajectoryOn,
  'trajectory-ended': facts.trajectoryEndedOn,
});

const CLOCK_OF: Partial<Record<CaseStep, string>> = { approached: 'contact', intake: 'intake' };

/** The steps of the yearly report with their days, and until when the next ones may take. */
export function stepsPart(facts: CaseFacts, today: string) {
  const days = dayOf(facts);
  const steps = caseSteps.map(({ code, dutch }) => {
    const by = facts.closedOn || days[code] ? undefined : dueOf(facts, CLOCK_OF[code]);
    return { dutch, on: days[code], by, isLate: by !== undefined && by < today };
  });
  const mayPlan = facts.isOurs && !facts.closedOn;
  return { steps, plan: facts.plan, nextOn: facts.closedOn ? null : facts.nextOn, change: mayPlan ? paths.casePlan(facts.id) : undefined };
}

/** The last day in time, as the clocks of the region are. */
function dueOf({ since }: CaseFacts, clock: string | undefined): string | undefined {
  const row = caseClocks.find(({ code }) => code === clock);
  return row && addWorkingDays(since, row.workingDays);
}
