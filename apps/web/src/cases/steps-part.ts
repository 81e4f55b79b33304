import type { CaseFacts } from '#alerts';
import { addWorkingDays } from '#platform';
import { caseSteps, paths, type CaseStep } from '#policy';

const dayOf = (facts: CaseFacts): Readonly<Record<CaseStep, string | null>> => ({
  approached: facts.approachedOn,
  intake: facts.intakeOn,
  trajectory: facts.trajectoryOn,
  'trajectory-ended': facts.trajectoryEndedOn,
});

const CLOCK_OF: Partial<Record<CaseStep, 'contactDays' | 'intakeDays'>> = { approached: 'contactDays', intake: 'intakeDays' };

/** The steps of the yearly report with their days, and until when the next ones may take. */
export function stepsPart(facts: CaseFacts, today: string) {
  const days = dayOf(facts);
  const steps = caseSteps.map(({ code, dutch }) => {
    const clock = CLOCK_OF[code];
    const by = facts.closedOn || days[code] || !clock ? undefined : addWorkingDays(facts.since, facts[clock]);
    return { dutch, on: days[code], by, isLate: by !== undefined && by < today };
  });
  const mayPlan = facts.isOurs && !facts.closedOn;
  return { steps, plan: facts.plan, nextOn: facts.closedOn ? null : facts.nextOn, change: mayPlan ? paths.casePlan(facts.id) : undefined };
}
