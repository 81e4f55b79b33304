import type { CaseSupportLine } from '#alerts';
import { supportStates } from '#policy';
import { kindOf } from '../offers/offer-form.ts';

/** One line with the steps that are left for it. */
export const lineOf = (line: CaseSupportLine) => ({
  ...line,
  kindText: kindOf(line.kind),
  stateText: supportStates.find(({ code }) => code === line.state)?.dutch ?? '',
  isOffered: line.state === 'offered',
  isAccepted: line.state === 'accepted',
});
