import type { AssignedCase, Desk, QueuedCase, WaitingHandOver } from '#alerts';
import { paths, signals, transferKindOf } from '#policy';
import type { FormError } from '../pages/forms.ts';

/** Cases without a desk: who, since when, and why nobody has it yet. */
export const queuePage = (waiting: readonly QueuedCase[], assigned: readonly AssignedCase[], between: readonly WaitingHandOver[], ties: number) => ({
  title: 'Zonder bureau',
  waiting: waiting.map((row) => ({ ...row, href: paths.queued(row.id), why: whyNoDesk(row) })),
  assigned: assigned.map((row) => ({ ...row, state: stateOf(row), takeBack: row.pickedUpOn || row.closedOn ? undefined : paths.queuedTakeBack(row.id) })),
  between,
  ties,
  tiesHref: paths.ties,
});

interface QueuedView {
  readonly errors: readonly FormError[];
  readonly bureau?: string;
  /** Why this region does not take it, as typed. */
  readonly reden?: string;
}

/** One of them, with the question which desk takes it. */
export const queuedPage = (found: QueuedCase, desks: readonly Desk[], { errors, bureau, reden }: QueuedView) => ({
  title: found.name,
  section: 'Zonder bureau',
  found,
  sender: transferKindOf(found.schoolKind, found.schoolType).sender,
  why: whyNoDesk(found),
  hint: found.municipality === null ? 'Vraag eerst de school waar de jongere woont. Het bureau krijgt morgenochtend een mail.' : 'Het bureau krijgt morgenochtend een mail.',
  signal: signals.find(({ code }) => code === found.signal)?.dutch,
  queue: paths.queue,
  action: paths.queued(found.id),
  refuse: found.isAsked ? paths.queuedRefuse(found.id) : undefined,
  reden,
  desks: [{ code: '', text: 'Kies een bureau' }, ...desks.map(({ id, name, isOfRegion }) => ({ code: id, text: isOfRegion ? name : `${name} (andere regio)` }))],
  bureau,
  errors,
});

function whyNoDesk({ handedOverBy, municipality, isAsked }: QueuedCase): string {
  if (isAsked) return `${handedOverBy} vraagt of jullie regio de zaak overneemt`;
  if (handedOverBy) return `${handedOverBy} gaf de zaak aan de regio`;
  return municipality === null ? 'Woongemeente onbekend' : `Geen bureau voor ${municipality}`;
}

function stateOf({ closedOn, pickedUpOn }: AssignedCase): string {
  if (closedOn) return 'gesloten';
  return pickedUpOn ? 'opgepakt' : 'nog niet opgepakt';
}
