import type { IntakeList, IntakeRow } from '#dossiers';
import { INTAKE_WAIT, intakeGroups, LAPSED_ELSEWHERE, paths, statuses } from '#policy';
import { agoText } from '../leavers/turn.ts';
import { groupSlug, listAddress, type IntakeQuery } from './list-query.ts';

export interface IntakeListView {
  readonly college: string;
  readonly query: IntakeQuery;
  readonly today: string;
  readonly pageSize: number;
}

interface ListPage {
  readonly title: string;
  readonly [field: string]: unknown;
}

type Counts = IntakeList['counts'];
const sum = (counts: Counts, of: 'count' | 'late'): number => counts.reduce((total, row) => total + row[of], 0);

/** The work list of a college: what was just shared first, then meetings without an outcome. */
export function intakeListPage(list: IntakeList, view: IntakeListView): ListPage {
  const { query, today } = view;
  const [fresh, late] = [list.counts.find(({ group }) => group === 'new')?.count ?? 0, sum(list.counts, 'late')];
  const matching = list.counts.filter(({ group }) => !query.groep || groupSlug(dutchOf(group)) === query.groep);
  const found = sum(matching, query.wacht ? 'late' : 'count');
  return {
    title: 'Aanmeldingen',
    college: view.college,
    fresh,
    late,
    lateAfter: INTAKE_WAIT.workingDays,
    groups: intakeGroups.map(({ code, dutch }) => groupOf(code, dutch, list, view)).filter(({ rows }) => rows.length),
    pills: pillsOf(list.counts, query, late),
    ...filters(list, query),
    untied: list.untied,
    ties: paths.ties,
    handovers: { ...list.handovers, href: paths.handovers },
    contacts: paths.contacts,
    files: paths.files,
    found,
    total: list.choices.total,
    isEmpty: list.choices.total === 0,
    pages: pagesOf(found, view),
    today,
  };
}

const dutchOf = (group: string): string => intakeGroups.find(({ code }) => code === group)?.dutch ?? group;

function groupOf(code: string, title: string, { rows, counts }: IntakeList, { query, today }: IntakeListView) {
  const counted = counts.find(({ group }) => group === code);
  const count = (query.wacht ? counted?.late : counted?.count) ?? 0;
  return { code, title, count, rows: rows.filter(({ group }) => group === code).map((row) => rowOf(row, today)) };
}

function rowOf(row: IntakeRow, today: string): object {
  const status = statuses.find(({ code }) => code === row.status);
  const isAhead = row.meetingOn !== null && row.meetingOn >= today;
  return {
    ...row,
    href: paths.intakeOf(row.id),
    course: courseText(row),
    status: row.isElsewhere ? LAPSED_ELSEWHERE.college : (status?.dutch ?? row.status),
    badge: row.isLate ? { tone: 'next', text: 'Wacht te lang' } : row.isUnread ? { tone: 'good', text: 'Nog niet gelezen' } : undefined,
    mark: row.asksHandover ? { tone: 'next', text: 'Warme overdracht gevraagd' } : undefined,
    meeting: row.meetingOn ?? undefined,
    ago: isAhead ? undefined : agoText(row.since, today),
  };
}

export const courseText = ({ programme, crebo, level }: Pick<IntakeRow, 'programme' | 'crebo' | 'level'>): string =>
  [programme ?? `Opleiding ${crebo}`, level === null ? undefined : `niveau ${level}`].filter(Boolean).join(', ');

function pillsOf(counts: Counts, query: IntakeQuery, late: number): object[] {
  const pill = (text: string, count: number, groep?: string, wacht?: string): object => ({
    text, count, href: listAddress(query, { groep, wacht }), current: query.groep === groep && query.wacht === wacht,
  });
  const each = intakeGroups.map(({ code, dutch }) => pill(dutch, counts.find(({ group }) => group === code)?.count ?? 0, groupSlug(dutch)));
  return [pill('Alle', sum(counts, 'count')), ...each, pill('Wat ligt er te lang?', late, undefined, 'lang')];
}

const choice = (all: string, words: readonly (string | number)[]): object[] => [{ code: '', text: all }, ...words.map((word) => ({ code: String(word), text: String(word) }))];

function filters({ choices, typed }: IntakeList, query: IntakeQuery): object {
  const isNarrowed = Boolean(query.opleiding ?? query.niveau ?? query.start ?? query.zoek);
  return {
    chosen: query,
    typed: typed ?? '',
    isNarrowed,
    isFiltered: isNarrowed || Boolean(query.groep ?? query.wacht),
    all: paths.intake,
    find: paths.intakeFind,
    programmes: choice('Alle opleidingen', choices.programmes ?? []),
    levels: choice('Alle niveaus', choices.levels ?? []),
    starts: choices.starts ?? [],
  };
}

function pagesOf(found: number, { query, pageSize }: IntakeListView): object {
  const current = Number(query.blad ?? 1);
  const last = Math.max(1, Math.ceil(found / pageSize));
  const to = (number: number): string => listAddress(query, { blad: number > 1 ? String(number) : undefined });
  return {
    text: last > 1 ? `Blad ${Math.min(current, last)} van ${last}` : undefined,
    previous: current > 1 ? to(Math.min(current - 1, last)) : undefined,
    next: current < last ? to(current + 1) : undefined,
  };
}
