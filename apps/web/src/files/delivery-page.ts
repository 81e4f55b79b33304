import { type DeliveryRemarks, kindOf, type SeenDelivery } from '#exchange';
import type { Visitor } from '#people';
import { type Clock, plural } from '#platform';
import { deliveryStates, files, UNDO_HOURS, paths } from '#policy';
import { shownMoment } from '../pages/moment.ts';
import { isRegion } from './upload-order.ts';

interface Found {
  readonly visitor: Visitor;
  readonly delivery: SeenDelivery & DeliveryRemarks;
  readonly waitingTies?: number;
  readonly clock: Clock;
}

const HOUR_MS = 3_600_000;

/** Before this moment a file was brought in too long ago to be undone. */
export const undoneSince = (clock: Clock): Date => new Date(clock.now().getTime() - UNDO_HOURS * HOUR_MS);

export const canBeUndone = ({ state, endedAt }: SeenDelivery, clock: Clock): boolean =>
  state === 'done' && endedAt !== null && endedAt > undoneSince(clock);

/** One file as its page shows it: what was recognised, what would or did happen, and what can be done now. */
export function deliveryPage({ visitor, delivery, waitingTies, clock }: Found) {
  const { id, state, report, refused, warnings, endedAt, undoneAt } = delivery;
  const kind = files.find(({ code }) => code === delivery.kind);
  return {
    title: delivery.fileName,
    section: 'Bestanden',
    back: paths.files,
    here: paths.file(id),
    state,
    isBusy: ['uploaded', 'wanted', 'importing', 'undo-wanted'].includes(state),
    badge: { tone: deliveryStates.find(({ code }) => code === state)?.tone, text: deliveryStates.find(({ code }) => code === state)?.dutch },
    about: [kind?.dutch, isRegion(visitor) ? delivery.organisation : undefined, delivery.year].filter(Boolean).join(', '),
    brought: { by: delivery.person ?? 'iemand van de regio', ...shownMoment(clock, delivery.broughtAt) },
    ended: endedAt && shownMoment(clock, endedAt),
    undone: undoneAt && shownMoment(clock, undoneAt),
    problem: delivery.problem,
    counts: countsOf(delivery),
    missing: report?.missing ? { count: report.missing, names: report.missingNames ?? [] } : undefined,
    remarks: { refused, warnings, moreRefused: more(report?.refused, refused), moreWarnings: more(report?.warnings, warnings) },
    columns: columnsOf(delivery),
    samples: report?.firstRows?.length ? { headers: report.columns?.map(({ header }) => header), rows: report.firstRows } : undefined,
    good: kind && goodRows(delivery, kind),
    addresses: { columns: paths.fileColumns(id), import: paths.fileImport(id), discard: paths.fileDiscard(id), undo: paths.fileUndo(id), refused: paths.fileRefused(id) },
    undo: canBeUndone(delivery, clock) && endedAt ? shownMoment(clock, new Date(endedAt.getTime() + UNDO_HOURS * HOUR_MS)) : undefined,
    ties: tiesOf(delivery, waitingTies),
  };
}

const more = (total: number | undefined, shown: readonly unknown[]): number => Math.max(0, (total ?? 0) - shown.length);

function countsOf({ report, state }: SeenDelivery): { count: number; text: string }[] | undefined {
  if (report?.rows === undefined) return undefined;
  const { created = 0, updated = 0, unchanged = 0, waiting = 0, refused = 0, missing = 0 } = report;
  const isDone = state !== 'checked' && state !== 'refused';
  return [
    { count: created, text: 'nieuw' },
    { count: updated, text: 'gewijzigd' },
    { count: unchanged, text: 'hetzelfde' },
    { count: refused, text: isDone ? 'geweigerd' : 'fout' },
    ...(waiting ? [{ count: waiting, text: 'wachten op hun aanmelding' }] : []),
    ...(missing ? [{ count: missing, text: 'niet meer in het bestand' }] : []),
  ];
}

/** "312 leerlingen": what the button brings in. */
function goodRows({ report }: SeenDelivery, { one, more: many }: { one: string; more: string }): string | undefined {
  const count = (report?.rows ?? 0) - (report?.refused ?? 0);
  return count > 0 ? plural(count, one, many) : undefined;
}

/** Each header with what we take it for, to correct; open when something is not recognised. */
function columnsOf({ kind, report, state }: SeenDelivery): object | undefined {
  if (!report?.columns?.length) return undefined;
  const names = kindOf(kind)?.columns ?? [];
  const found = report.columns.map(({ column }) => column);
  return {
    rows: report.columns.map(({ header, column }, at) => ({ id: `kolom-${at}`, header: header || 'zonder naam', column, sample: report.firstRows?.find((row) => row[at])?.[at] ?? '' })),
    options: [{ code: '', text: 'niet gebruiken' }, ...names.map(({ name, needed }) => ({ code: name, text: needed ? `${name} (nodig)` : name }))],
    unknown: report.columns.flatMap(({ header, column }) => (column === null && header ? [header] : [])),
    absent: names.filter(({ name, needed }) => needed && !found.includes(name)).map(({ name }) => name),
    canBeCorrected: state === 'checked' || state === 'refused',
  };
}

function tiesOf({ kind, state, report }: SeenDelivery, waiting?: number): object | undefined {
  if (state !== 'done' || waiting === undefined || !report?.ties) return undefined;
  return ['aanmeldingen', 'leerlingen'].includes(kind) ? { tied: report.ties.tied, waiting, href: paths.ties } : undefined;
}

/** What a person says each header is, where that differs from what we took it for; `chosen` in the order of the headers. */
export function chosenColumns({ kind, report }: SeenDelivery, chosen: readonly string[]): Record<string, string | null> {
  const names = new Set(kindOf(kind)?.columns.map(({ name }) => name));
  const changed = (report?.columns ?? []).flatMap(({ header, column }, at): [string, string | null][] => {
    const choice = names.has(chosen[at] ?? '') ? (chosen[at] ?? null) : null;
    return header === '' || choice === column ? [] : [[header, choice]];
  });
  return Object.fromEntries(changed);
}
