import { CASES_A_PAGE, type CaseList, type CaseRow, type CaseView } from '#alerts';
import type { Visitor } from '#people';
import { outcomes, paths, signals } from '#policy';

interface Asked {
  readonly view: CaseView;
  readonly municipality: string;
  readonly sheet: number;
  readonly today: string;
  readonly visitor: Visitor;
  readonly href: (view: CaseView, sheet?: number) => string;
}

type Group = CaseRow['group'];

const GROUPS: readonly { readonly code: Group; readonly title: string; readonly cap: string }[] = [
  { code: 'late', title: 'Te laat', cap: 'act' },
  { code: 'offered', title: 'Aangeboden: de jongere is 18 geworden', cap: 'wait' },
  { code: 'new', title: 'Nieuw', cap: 'wait' },
  { code: 'silent', title: 'School heeft niets doorgegeven', cap: 'wait' },
  { code: 'busy', title: 'Bezig', cap: 'wait' },
  { code: 'closed', title: 'Klaar', cap: 'fine' },
  { code: 'information', title: 'Ter informatie: bij leerplicht', cap: 'wait' },
];

const PILLS: readonly { readonly view: CaseView; readonly text: string }[] = [
  { view: 'open', text: 'Open' },
  { view: 'mine', text: 'Van mij' },
  { view: 'late', text: 'Te laat' },
  { view: 'closed', text: 'Klaar' },
  { view: 'information', text: 'Ter informatie' },
];

/** The list in groups by what must happen, most pressing first. */
export function listPage({ rows, counts, municipalities }: CaseList, asked: Asked) {
  const { view, municipality, sheet, today, visitor, href } = asked;
  const shown = PILLS.filter((pill) => pill.view !== 'information' || visitor.organisationKind === 'doorstroompunt');
  const last = Math.ceil(counts[view] / CASES_A_PAGE);
  return {
    title: 'Niet gestart',
    where: visitor.organisation,
    open: counts.open,
    late: counts.late,
    pills: shown.map((pill) => ({ href: href(pill.view), count: counts[pill.view], text: pill.text, current: pill.view === view })),
    groups: GROUPS.map((group) => ({ ...group, rows: rows.filter((row) => row.group === group.code).map((row) => rowOf(row, today)) })).filter((group) => group.rows.length),
    isEmpty: rows.length === 0,
    isAllWell: view === 'open' && !municipality,
    municipality,
    toon: view === 'open' ? '' : new URLSearchParams(href(view).split('?')[1] ?? '').get('toon'),
    municipalities: [{ code: '', text: 'Alle gemeenten' }, ...municipalities.map((name) => ({ code: name, text: name }))],
    all: href('open').split('?')[0],
    sheets: { previous: sheet > 1 ? href(view, sheet - 1) : '', next: sheet < last ? href(view, sheet + 1) : '', text: last > 1 ? `Blad ${sheet} van ${last}` : '' },
    today,
  };
}

function rowOf(row: CaseRow, today: string) {
  return {
    ...row,
    href: paths.case(row.id),
    badge: badgeOf(row, today),
    course: row.programme ? (row.level ? `${row.programme}, niveau ${row.level}` : row.programme) : row.college ? 'Opleiding onbekend' : 'Geen plek op het mbo',
    takenBy: row.group === 'information' ? row.desk : (row.owner ?? 'Nog niemand'),
  };
}

/** What to know at a glance. */
function badgeOf(row: CaseRow, today: string): { tone: string; text: string; on?: string } {
  const signal = signals.find(({ code }) => code === row.signal)?.dutch ?? '';
  if (row.closedOn) return { tone: 'good', text: outcomes.find(({ code }) => code === row.outcome)?.dutch ?? 'afgesloten' };
  if (row.group === 'late') return { tone: 'must', text: `${row.days} werkdagen ${row.owner ? 'geen contact' : 'niet opgepakt'}` };
  if (row.openedOn === today) return { tone: 'next', text: `Nieuw vandaag: ${signal.toLowerCase()}` };
  if (row.contactedOn) return { tone: 'other', text: 'Contact gehad' };
  if (row.lastAttemptOn) return { tone: 'other', text: 'Geprobeerd, geen contact' };
  return { tone: row.owner ? 'other' : 'next', text: signal };
}
