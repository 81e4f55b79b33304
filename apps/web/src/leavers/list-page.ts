import { daysBetween } from '#platform';
import { mayDo, type Visitor } from '#people';
import { destinations, notedStates, paths, phases, signals, transferKindOf, turns, workGroups } from '#policy';
import type { LeaverList, LeaverRow, SchoolQuestions, SilentProgramme } from '#transfers';
import { listAddress, slug, type ListQuery } from './list-query.ts';
import { agoText, turnText } from './turn.ts';

export interface ListView {
  readonly visitor: Visitor;
  readonly query: ListQuery;
  readonly today: string;
  readonly pageSize: number;
}

interface ListPage {
  readonly title: string;
  readonly [field: string]: unknown;
}

/** The work list as its template shows it: groups by who must act, filters with their counts, what is asked of the school. */
export function listPage(list: LeaverList, { missing, doubles }: SchoolQuestions, view: ListView): ListPage {
  const { query } = view;
  const matching = list.counts.filter(({ phase }) => !query.fase || phase === phases.find(({ dutch }) => slug(dutch) === query.fase)?.code);
  const found = sum(matching);
  return {
    ...headline(list, view),
    groups: groupsOf(list, matching, view),
    pills: pillsOf(list, query),
    ...filters(list, view),
    found,
    total: list.choices.total,
    isEmpty: list.choices.total === 0,
    ...whenEmpty(view),
    remind: { href: paths.leaversRemind, may: mayRemind(view) },
    classPage: (list.choices.classes?.length ?? 0) > 1 ? paths.leaverClasses : undefined,
    leadTimes: mayDo(view.visitor, 'lead-time:see') ? paths.leadTimes : undefined,
    invite: mayDo(view.visitor, 'student:invite') ? paths.leaversInvite : undefined,
    missing: missing.map((row) => ({ ...row, href: paths.leaver(row.id) })),
    doubles: doubles.map((row) => ({ ...row, href: paths.leaver(row.id) })),
    pages: pagesOf(list, found, view),
  };
}

/** What somebody without leavers may do about that; no way that is not theirs. */
function whenEmpty({ visitor }: ListView): { readonly bring?: string; readonly enter?: string; readonly comes?: string } {
  if (mayDo(visitor, 'file:bring')) return { bring: paths.files };
  if (mayDo(visitor, 'young-person:enter')) return { enter: paths.youngPersonNew };
  if (visitor.role === 'summer-team') return { comes: 'Vanaf de laatste schooldag staat hier wie nog geen plek heeft. Een decaan of de regio kiest wie er in het zomerteam zit.' };
  return { comes: 'Vraag de decaan of de beheerder om het bestand met leerlingen te brengen.' };
}

const sum = (counts: readonly { readonly count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);
const mayRemind = ({ visitor }: ListView): boolean => mayDo(visitor, 'student:remind');
/** Of whom all is well nothing is asked. */
const isToRemind = ({ group }: LeaverRow): boolean => group !== 'fine';
const isMentor = ({ visitor }: ListView): boolean => visitor.role === 'mentor';

function headline({ choices }: LeaverList, view: ListView): ListPage {
  const { total, act, classes, nextDay: coming } = choices;
  const mine = isMentor(view);
  const many = act === 1 ? '1 leerling heeft' : `${act} leerlingen hebben`;
  return {
    title: mine ? 'Mijn leerlingen' : 'Leerlingen',
    needed: act > 0 ? `${many} ${mine ? 'jou nu' : 'nu iemand van school'} nodig.` : undefined,
    nobody: total === 0 ? undefined : mine ? 'Niemand heeft jou nu nodig.' : 'Niemand heeft nu iemand van school nodig.',
    coming: coming && { days: daysBetween(view.today, coming), day: coming },
    where: classes?.length === 1 ? `${view.visitor.organisation}, klas ${classes[0]}` : view.visitor.organisation,
  };
}

function groupsOf({ rows, silent }: LeaverList, matching: LeaverList['counts'], view: ListView): object[] {
  const groups = workGroups.map(({ code, dutch }) => ({
    code,
    title: dutch,
    count: sum(matching.filter(({ group }) => group === code)),
    silent: code === 'wait' && (view.query.blad ?? '1') === '1' ? silent.map((row) => silentLine(row, view)) : [],
    rows: rows.filter(({ group }) => group === code).map((row) => rowOf(row, view)),
  }));
  const shown = groups.filter(({ rows: there, silent: lines }) => there.length || lines.length);
  const last = shown.findLast(({ code }) => code !== 'fine');
  return shown.map((group) => ({ ...group, bar: group === last && mayRemind(view) }));
}

const silentLine = ({ college, programme, count }: SilentProgramme, { query }: ListView): object => ({
  college,
  programme: programme ?? 'een opleiding',
  count,
  href: listAddress(query, { mbo: college, opleiding: programme ?? undefined, letop: 'start-niet-bevestigd' }),
});

function rowOf(row: LeaverRow, view: ListView): object {
  const signal = signals.find(({ code }) => code === row.signal);
  const phase = phases.find(({ code }) => code === row.phase);
  const mine = isMentor(view);
  return {
    href: paths.leaver(row.id),
    pick: mayRemind(view) && isToRemind(row) ? row.id : undefined,
    name: row.name,
    who: [...(mine ? [] : [row.class, row.mentor ?? 'geen mentor']), otherKindOf(row)].filter(Boolean).join(', '),
    badge: signal && { tone: row.group === 'act' ? signal.tone : 'other', text: signal.dutch },
    turn: turnText(row, view.today, mine || !row.mentor),
    step: isElsewhere(row) ? undefined : phase?.step,
    phase: phase?.dutch,
    ...courseOf(row),
    unconfirmed: row.unconfirmed && !isElsewhere(row) ? UNCONFIRMED : undefined,
    heardOn: row.heardOn,
    shared: row.shared,
    ago: row.heardOn && agoText(row.heardOn, view.today),
  };
}

const UNCONFIRMED = notedStates.find(({ code }) => code === 'waiting')?.dutch;

/** The kind of transfer, unless it is the usual one. */
function otherKindOf({ senderKind, schoolType }: LeaverRow): string | undefined {
  const { code, dutch } = transferKindOf(senderKind, schoolType);
  return code === 'vo-mbo' ? undefined : dutch;
}

const isElsewhere = ({ destination }: LeaverRow): boolean => destinations.some(({ code, settled }) => settled && code === destination);

/** Where somebody goes: the best application, or another destination. Of who died nothing is said in a list (rules 7). */
function courseOf(row: LeaverRow): { course: string; college?: string } {
  const { applications, programme, level, college } = row;
  if (isElsewhere(row)) return { course: row.destination === 'deceased' ? '' : `Andere route: ${destinations.find(({ code }) => code === row.destination)?.dutch}` };
  if (!applications) return { course: 'Nog geen keuze' };
  const name = programme ?? 'Opleiding onbekend';
  return { course: level === null ? name : `${name}, niveau ${level}`, college: college ?? undefined };
}

function pillsOf({ counts }: LeaverList, query: ListQuery): object[] {
  const pill = (text: string, fase: string | undefined, count: number): object => ({
    text,
    count,
    href: listAddress(query, { fase }),
    current: query.fase === fase,
  });
  const each = phases.map(({ code, dutch }) => pill(dutch, slug(dutch), sum(counts.filter(({ phase }) => phase === code))));
  return [pill('Alle', undefined, sum(counts)), ...each];
}

const choice = (all: string, words: readonly string[]): object[] => [{ code: '', text: all }, ...words.map((word) => ({ code: word, text: word }))];

function filters({ choices, typed }: LeaverList, view: ListView): object {
  const { query } = view;
  const raised = signals.filter(({ code }) => choices.signals?.includes(code)).map(({ dutch }) => ({ code: slug(dutch), text: dutch }));
  const isNarrowed = Boolean(query.letop ?? query.beurt ?? query.mbo ?? query.opleiding ?? query.klas ?? query.jaar ?? query.zoek);
  return {
    chosen: { fase: query.fase, mbo: query.mbo, letop: query.letop, beurt: query.beurt, klas: query.klas, jaar: query.jaar },
    typed: typed ?? '',
    isNarrowed,
    isFiltered: isNarrowed || Boolean(query.fase),
    find: paths.leaversFind,
    all: paths.leavers,
    colleges: choice('Alle mbo-scholen', choices.colleges ?? []),
    signals: [{ code: '', text: 'Alles' }, ...raised],
    turns: [{ code: '', text: 'Iedereen' }, ...turns.filter(({ code }) => choices.turns?.includes(code)).map(({ dutch }) => ({ code: slug(dutch), text: dutch }))],
    classes: (choices.classes?.length ?? 0) > 1 ? choice('Alle klassen', choices.classes ?? []) : undefined,
    schoolYears: (choices.schoolYears?.length ?? 0) > 1 ? choice('Alle jaren', choices.schoolYears ?? []) : undefined,
  };
}

function pagesOf({ silent }: LeaverList, found: number, { query, pageSize }: ListView): object {
  const listed = found - sum(silent);
  const current = Number(query.blad ?? 1);
  const last = Math.max(1, Math.ceil(listed / pageSize));
  const to = (page: number): string => listAddress(query, { blad: page > 1 ? String(page) : undefined });
  return {
    text: last > 1 ? `Blad ${current} van ${last}` : undefined,
    previous: current > 1 ? to(current - 1) : undefined,
    next: current < last ? to(current + 1) : undefined,
  };
}
