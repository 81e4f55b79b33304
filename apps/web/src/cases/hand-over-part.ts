import type { CaseFacts } from '#alerts';
import { paths } from '#policy';

/** Another desk waits for an answer of this one. */
export const isAsked = ({ handOver }: CaseFacts): boolean => handOver?.toUs === true && handOver.answer === null;

/** What a desk asked of another, and what came of it; nothing once the case went on from there. */
export function handOverPart(facts: CaseFacts) {
  const { handOver, closedOn, isOurs, id } = facts;
  if (!handOver || closedOn || handOver.answer === 'accepted' || handOver.answer === 'withdrawn') return undefined;
  const waits = handOver.answer === null;
  if (!waits && !isOurs) return undefined;
  return { ...handOver, waits, withdraw: waits && isOurs ? paths.caseHandOverWithdraw(id) : undefined };
}
