import type { Organisation, SeenDelivery } from '#exchange';
import type { Visitor } from '#people';
import type { Clock } from '#platform';
import { deliveryStates, filesOf, paths } from '#policy';
import { shownMoment } from '../pages/moment.ts';
import { isRegion, yearsToChoose } from './upload-order.ts';

interface Found {
  readonly visitor: Visitor;
  readonly deliveries: readonly SeenDelivery[];
  readonly organisations: readonly Organisation[];
  readonly clock: Clock;
}

/** Where to choose a file, what each kind is and where it comes from, and what was brought before. */
export function filesPage({ visitor, deliveries, organisations, clock }: Found) {
  const kinds = filesOf(visitor.role);
  const ours = organisations.filter(({ region }) => region !== null && region === visitor.region);
  return {
    title: 'Bestanden',
    where: visitor.organisation,
    action: paths.files,
    kinds: kinds.map(({ code, dutch }) => ({ code, text: dutch })),
    explained: kinds.map(({ code, dutch, from }) => ({ dutch, from, example: paths.fileExample(code) })),
    organisations: isRegion(visitor) ? [{ code: '', text: 'Zoals de bestandsnaam of het bestand zegt' }, ...choices(ours)] : undefined,
    years: kinds.some(({ asksYear }) => asksYear) ? yearsToChoose(clock.today()) : undefined,
    deliveries: deliveries.map((row) => deliveryRow(row, visitor, clock)),
  };
}

const choices = (organisations: readonly Organisation[]): { code: string; text: string }[] =>
  organisations.map(({ id, code, name }) => ({ code: id, text: `${name} (${code})` })).sort((a, b) => a.text.localeCompare(b.text, 'nl'));

function deliveryRow(row: SeenDelivery, visitor: Visitor, clock: Clock): object {
  const state = deliveryStates.find(({ code }) => code === row.state);
  return {
    href: paths.file(row.id),
    fileName: row.fileName,
    about: [filesOf(visitor.role).find(({ code }) => code === row.kind)?.dutch, isRegion(visitor) ? row.organisation : undefined].filter(Boolean).join(', '),
    badge: { tone: state?.tone, text: state?.dutch },
    counts: countsText(row),
    by: row.person ?? 'iemand van de regio',
    ...shownMoment(clock, row.broughtAt),
  };
}

function countsText({ report, state }: SeenDelivery): string {
  if (report?.rows === undefined || state === 'undone') return '';
  const { created = 0, updated = 0, refused = 0 } = report;
  return [`${created} nieuw`, `${updated} gewijzigd`, refused ? `${refused} fout` : ''].filter(Boolean).join(', ');
}
