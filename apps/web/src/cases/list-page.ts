import { caseGroups, CASES_A_PAGE, type CaseFilter, type CaseGroup, type CaseList, type CaseRow, type CaseView } from '#alerts';
import type { Visitor } from '#people';
import { paths } from '#policy';
import { listBadge, signalOf } from './badges.ts';

export interface Asked extends CaseFilter {
  readonly view: CaseView;
  readonly sheet: number;
}

interface View {
  readonly today: string;
  readonly visitor: Visitor;
}

export const WORDS: Readonly<Record<CaseView, string>> = { open: 'open', mine: 'van-mij', late: 'te-laat', closed: 'klaar', information: 'ter-informatie' };

const GROUPS: Readonly<Record<CaseGroup, { readonly title: string; readonly cap: string }>> = {
  late: { title: 'Te laat', cap: 'act' },
  offered: { title: 'Aangeboden aan jullie', cap: 'wait' },
  new: { title: 'Nieuw', cap: 'wait' },
  silent: { title: 'School heeft niets doorgegeven', cap: 'wait' },
  busy: { title: 'Bezig', cap: 'wait' },
  closed: { title: 'Klaar', cap: 'fine' },
  information: { title: 'Ter informatie: bij leerplicht', cap: 'wait' },
};

const PILLS: readonly { readonly view: CaseView; readonly text: string }[] = [
  { view: 'open', text: 'Open' },
  { view: 'mine', text: 'Van mij' },
  { view: 'late', text: 'Te laat' },
  { view: 'closed', text: 'Klaar' },
  { view: 'information', text: 'Ter informatie' },
];

/** The list in groups by what must happen, most pressing first. */
export function listPage(list: CaseList, asked: Asked, { today, visitor }: View) {
  const { counts, municipalities } = list;
  const { view, municipality = '', college } = asked;
  const pills = PILLS.filter((pill) => pill.view !== 'information' || visitor.organisationKind === 'doorstroompunt');
  return {
    title: 'Niet gestart',
    where: visitor.organisation,
    open: counts.open,
    late: counts.late,
    pills: pills.map((pill) => ({ href: addressOf({ ...asked, view: pill.view, sheet: 1 }), count: counts[pill.view], text: pill.text, current: pill.view === view })),
    groups: groupsOf(list, asked, today),
    isFiltered: Boolean(municipality || college),
    isAllWell: view === 'open' && !municipality && !college,
    /** Before the first start nobody can be missing, so that no case says nothing yet. */
    hadCases: counts.closed + counts.information > 0,
    municipality,
    toon: view === 'open' ? '' : WORDS[view],
    municipalities: [{ code: '', text: 'Alle gemeenten' }, ...(municipalities ?? []).map((name) => ({ code: name, text: name }))],
    all: paths.cases,
    sheets: sheetsOf(list, asked),
    today,
  };
}

function groupsOf({ rows, silent, groups }: CaseList, asked: Asked, today: string) {
  return caseGroups.flatMap((code) => {
    const count = groups.find(({ group }) => group === code)?.count;
    const mine = rows.filter(({ group }) => group === code);
    const lines = code === 'silent' && asked.sheet === 1 ? silent : [];
    if (!count || !(mine.length + lines.length)) return [];
    return {
      code,
      ...GROUPS[code],
      count,
      silent: lines.map((line) => ({ ...line, href: addressOf({ ...asked, college: line.college, programme: line.programme ?? undefined }) })),
      rows: mine.map((row) => rowOf(row, today)),
    };
  });
}

function rowOf(row: CaseRow, today: string) {
  const badge = listBadge(row, today);
  const signal = signalOf(row.signal);
  return {
    ...row,
    href: paths.case(row.id),
    badge,
    /** Unless the badge says it already. */
    signal: signal === badge.text ? undefined : signal,
    course: courseOf(row),
    takenBy: row.group === 'information' || row.group === 'offered' ? row.desk : (row.owner ?? 'Nog niemand'),
  };
}

function courseOf({ programme, level, college }: CaseRow): string {
  if (programme) return level ? `${programme}, niveau ${level}` : programme;
  return college ? 'Opleiding onbekend' : 'Geen plek op het mbo';
}

/** Young people who are one line with others of their programme take no place on a sheet. */
function sheetsOf({ groups, silent }: CaseList, asked: Asked): object {
  const sum = (counted: readonly { readonly count: number }[]): number => counted.reduce((total, { count }) => total + count, 0);
  const last = Math.ceil((sum(groups) - sum(silent)) / CASES_A_PAGE);
  const to = (sheet: number): string => (sheet >= 1 && sheet <= last ? addressOf({ ...asked, sheet }) : '');
  return { previous: to(asked.sheet - 1), next: to(asked.sheet + 1), text: last > 1 ? `Blad ${asked.sheet} van ${last}` : '' };
}

function addressOf({ view, municipality, college, programme, sheet }: Asked): string {
  const query = new URLSearchParams();
  if (view !== 'open') query.set('toon', WORDS[view]);
  if (municipality) query.set('gemeente', municipality);
  if (college) query.set('mbo', college);
  if (programme) query.set('opleiding', programme);
  if (sheet > 1) query.set('blad', String(sheet));
  return query.size ? `${paths.cases}?${query.toString()}` : paths.cases;
}
