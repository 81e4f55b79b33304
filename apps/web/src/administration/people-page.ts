import type { PeopleList, PersonRow } from '#people';
import type { Clock } from '#platform';
import { paths, personStates, roleOf } from '#policy';
import { shownMoment } from '../pages/moment.ts';
import { peopleAddress, slugOf, type PeopleQuery } from './people-query.ts';

export const SHEET = 50;

interface PeopleView {
  readonly query: PeopleQuery;
  readonly organisation: string;
  readonly clock: Clock;
}

/** Who can get a letter. */
const AWAITED: readonly string[] = ['noted', 'expired', 'invited'];

const EVERYBODY = { code: '', text: 'Alle' };

/** Who works here, how each stands, and who still has to be invited. */
export function peoplePage(list: PeopleList, { query, organisation, clock }: PeopleView) {
  const { people, found, counts, roles, typed } = list;
  const isFiltered = Boolean(query.rol ?? query.staat ?? query.zoek);
  return {
    title: 'Mensen',
    section: 'Beheer',
    organisation,
    people: people.map((row) => rowOf(row, clock)),
    found,
    total: Object.entries(counts).reduce((sum, [state, count]) => (state === 'ended' ? sum : sum + count), 0),
    isFiltered,
    typed,
    chosen: query,
    waiting: waitingOf(counts),
    roles: [EVERYBODY, ...roles.map((code) => ({ code: slugOf(dutchRole(code)), text: dutchRole(code) }))],
    states: [EVERYBODY, ...personStates.filter(({ code }) => counts[code]).map(({ dutch }) => ({ code: slugOf(dutch), text: dutch }))],
    all: paths.people,
    find: paths.peopleFind,
    invite: paths.peopleInvite,
    choose: paths.peopleChoose,
    noted: counts.noted,
    canChoose: people.some(({ state }) => AWAITED.includes(state)),
    administration: paths.administration,
    pages: pagesOf(query, found),
  };
}

export const dutchRole = (code: string): string => roleOf(code)?.dutch ?? code;

function rowOf({ id, name, email, roles, state, administers, since, lastUsedAt }: PersonRow, clock: Clock) {
  const standing = personStates.find(({ code }) => code === state);
  return {
    id,
    href: paths.person(id),
    name: name || email,
    email,
    roles: roles.map(dutchRole).join(', '),
    administers,
    isAwaited: AWAITED.includes(state),
    badge: standing && { tone: standing.tone, text: standing.dutch },
    since: since && dayOf(since, clock),
    lastUsed: lastUsedAt && dayOf(lastUsedAt, clock),
  };
}

/** Only the day, as the moved date of an example has it: when exactly somebody works is nobody's business. */
export const dayOf = (moment: Date, clock: Clock): string => shownMoment(clock, moment).day;

const WAITING = {
  noted: { one: '1 mens is nog niet uitgenodigd', more: '# mensen zijn nog niet uitgenodigd' },
  expired: { one: '1 uitnodiging is verlopen', more: '# uitnodigingen zijn verlopen' },
  bounced: { one: 'Bij 1 mens komt de mail niet aan', more: 'Bij # mensen komt de mail niet aan' },
  frozen: { one: '1 account is bevroren', more: '# accounts zijn bevroren' },
} as const;

/** What asks for a hand, in words, each with the list of whom it is about. */
export const waitingOf = (counts: PeopleList['counts']): { text: string; href: string }[] =>
  personStates.flatMap(({ code, dutch }) => {
    const count = counts[code];
    if (!count || !(code in WAITING)) return [];
    const { one, more } = WAITING[code as keyof typeof WAITING];
    return { text: count === 1 ? one : more.replace('#', String(count)), href: peopleAddress({}, { staat: slugOf(dutch) }) };
  });

function pagesOf(query: PeopleQuery, found: number) {
  const [sheet, last] = [Number(query.blad ?? 1), Math.max(1, Math.ceil(found / SHEET))];
  const to = (blad: number): string => peopleAddress(query, { blad: blad > 1 ? String(blad) : undefined });
  return {
    text: last > 1 ? `Blad ${sheet} van ${last}` : undefined,
    previous: sheet > 1 ? to(sheet - 1) : undefined,
    next: sheet < last ? to(sheet + 1) : undefined,
  };
}
