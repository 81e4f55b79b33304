import type { CaseList } from '#alerts';
import type { DeliveryRemarks, SeenDelivery } from '#exchange';
import { deliveryStates, paths } from '#policy';
import type { LeaverList } from '#transfers';

/** Where the next page is, when there is one. */
const nextOf = (path: string, sheet: number, full: boolean): string | null => (full ? `${path}?blad=${sheet + 1}` : null);

/** The rows of the work list, as the page shows them: signal, whose turn it is, since when. */
export const leaversAnswer = ({ rows, silent, choices }: LeaverList, sheet: number, size: number): object => ({
  total: choices.total,
  items: rows,
  silent,
  next: nextOf(paths.leavers, sheet, rows.length === size),
});

export const casesAnswer = ({ rows, silent, counts }: CaseList, sheet: number, size: number): object => ({
  counts,
  items: rows,
  silent,
  next: nextOf(paths.cases, sheet, rows.length === size),
});

/** A file with how far it is and what was counted. */
export function deliveryAnswer({ id, kind, state, fileName, year, organisation, broughtAt, endedAt, problem, report }: SeenDelivery): object {
  const { rows, created, updated, unchanged, waiting, refused, warnings } = report ?? {};
  const stateText = deliveryStates.find(({ code }) => code === state)?.dutch;
  return { id, href: paths.file(id), kind, state, stateText, fileName, year, organisation, broughtAt, endedAt, problem, counts: { rows, created, updated, unchanged, waiting, refused, warnings } };
}

/** With the first rows that were refused, by line and column. */
export const oneDeliveryAnswer = (delivery: SeenDelivery & DeliveryRemarks): object => ({
  ...deliveryAnswer(delivery),
  refused: delivery.refused,
  warnings: delivery.warnings,
});
